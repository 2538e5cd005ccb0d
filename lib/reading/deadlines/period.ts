import type { DateAtom, PlanAtom } from './atoms.ts';
import { momentOf, planMoment } from './moments.ts';
import { after, any, before, ends } from './patterns.ts';
import { isPast, type Rule, tells } from './sight.ts';

/** 2025年4月1日至6月30日; 2025至2027年; “十四五”期间; 2022年第四季度减免. */

/** Years in the name of a plan. */
const NAME = after(
  `年?度?${any(
    `[一-鿿]{0,6}(?:工作要点|行动计划|行动方案|实施方案|工作方案|三年行动|发展规划|建设规划|规划纲要|重点工作)
     规划(?!建设|期|用地|新) 纲要 计划(?!完成|新增|投资|建设)`,
  )}`,
);
const OPEN_BRACKET = before('\\(');
const SINCE = before('[自从]');

/** A range of days, months or years to come. */
export const period: Rule<DateAtom> = (atom, sight) => {
  const { date, until } = atom;
  const { tail, around } = sight;
  if (!until || NAME.test(tail)) return null;
  const years = date.month === null && until.month === null && date.part === null;
  if (years && (sight.title || (/^年?\)/.test(tail) && ends(OPEN_BRACKET, sight)))) return null;
  const { from, to, derived } = momentOf(atom, around);
  if (isPast(to, sight) || (from !== null && to !== null && from > to)) return false;
  if (isPast(from, sight) && tells(sight)) return false;
  const end = atom.end + (/^(?:止|期间)/.exec(tail)?.[0].length ?? 0);
  return { kind: 'period', start: atom.start - (ends(SINCE, sight) ? 1 : 0), end, from, to, derived };
};

/** 动员部署阶段（3月）, 近期（2025—2027年）: how long a stage of the work lasts. */
const STAGE = before(`${any('阶段 步 近期 中期 远期')}\\(`);

/** The time of a stage, in a bracket after its name. */
export const stage: Rule<DateAtom> = (atom, sight) => {
  if (!/^年?\)/.test(sight.tail) || !ends(STAGE, sight)) return null;
  const { from, to, derived } = momentOf(atom, sight.around);
  return isPast(to, sight) ? false : { kind: 'period', start: atom.start, end: atom.end, from, to, derived };
};

/** A relief holds in the time it names; what else holds in a quarter. */
const RELIEF = /减免|免收|免征|减征|缓缴|减半/;
const RELIEVED = before('(?:减免|免收|免征|减征|缓缴)');
const HOLDS = /补贴|补助|奖励|执行|实行|期间/;

/** 落实2022年第四季度…减免: a quarter, half or year, to come or running, in which something holds. */
export const periodBare: Rule<DateAtom> = (atom, sight) => {
  const { year, month, part, annual } = atom.date;
  if (atom.until || sight.title || month !== null || sight.around.year === null) return null;
  const words = sight.tail.slice(0, 30);
  const short = part !== null && /^[qh]/.test(part);
  if (!short && !(annual && year !== null)) return null;
  if (!RELIEF.test(words) && !ends(RELIEVED, sight) && !(short && HOLDS.test(words))) return null;
  if (tells(sight)) return null;
  const { from, to, derived } = momentOf(atom, sight.around);
  return isPast(to, sight) ? null : { kind: 'period', start: atom.start, end: atom.end, from, to, derived };
};

/** “十四五”时期，是…: what the time is like, or the heading of its goals. */
const DESCRIBED = after(
  `,?${any(
    '是 正是 处于 正处 我[国省市区县](?:将)?(?:进入|处于|开启) 面临 经济社会发展 [一-鿿]{0,10}(?:主要目标|总体要求|指导思想)',
  )}`,
);
const PLAN_NAME = /^[^,。;、]{2,14}规划(?:[,。;、)》中]|$)/;

/** “十四五”期间, unless it is over or the sentence looks back on it. */
export const planPeriod: Rule<PlanAtom> = (atom, sight) => {
  if (atom.part !== 'during' || sight.title) return null;
  const { from, to } = planMoment(atom);
  const { tail, around } = sight;
  if (isPast(to, sight) || around.year === null || DESCRIBED.test(tail) || PLAN_NAME.test(tail)) return false;
  // In its last year a plan is looked back on.
  if (around.made && to?.slice(0, 4) === around.made.slice(0, 4) && tells(sight)) return false;
  return { kind: 'period', start: atom.start, end: atom.end, from, to };
};
