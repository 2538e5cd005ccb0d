import { validityEnd } from '../calendar/periods.ts';
import type { DateAtom, LengthAtom } from './atoms.ts';
import { ownDay } from './effective.ts';
import { momentOf } from './moments.ts';
import { after, any, before, ending } from './patterns.ts';
import type { Rule } from './sight.ts';

/** 有效期至2025年11月30日; 有效期延长至…; 本办法有效期5年; 试行期一年; 执行至2027年底. */

/** 有效期(限)… and what may stand between it and the date. */
const NAMED = before(
  `(${any('有效期限? 有效期间 有效时间 施行期限? 实施期限? 执行期限? 试行期限? 适用期限?')}` +
    `(?:自[^,。;\\n]{2,24})?${any('统一 分别 均 将 可 为 是 : 延长 延续 顺延 延 再 继续')}{0,4}` +
    `${any('为 至 到 截至 截止至?到? 止于 于')}?[自从]?)`,
);
/** 施行至, 继续有效至, 延长至. */
const DONE_UNTIL = before(
  `(${any('施行 实施 执行 试行 有效 延续 实行 沿用 政策延长 政策延期')}(?:期限?)?(?:统一|继续)?(?:截?至|到))`,
);
/** 自…起施行，至2030年4月9日止. */
const AND_UNTIL = before(',((?:有效)?[至到])');
/** 自发布之日起实施至…, 自即日起至…. */
const EVENT_UNTIL = /(?:自|从)?(?:([^,。自从]{2,16}?)之日|即日)起,?(?:施行|实施|执行|试行|生效|有效)?[至到]$/;
/** 失效 and 停止执行 at a date. */
const ENDS = after(
  `(?:24时|二十四时)?${any('自动 自行 同时 即行')}?(?:失效|废止|停止(?:执行|施行|实施|使用)|终止)`,
);

/** The end of the document, or of a policy that it prolongs. */
export const expiryDate: Rule<DateAtom> = (atom, sight) => {
  const { head, tail, around } = sight;
  const named = ending(NAMED, sight);
  if (named) {
    const { from, to, derived } = momentOf(atom, around);
    // 执行期限为A至B is a span; 有效期自A至B an end.
    const kind = atom.until && !named.startsWith('有效') ? 'period' : 'expiry';
    const start = atom.start - named.length;
    return { kind, start, end: atom.end, from: atom.until ? from : null, to, derived };
  }
  if (atom.until) return null;
  const event = /[至到]$/.test(head) ? EVENT_UNTIL.exec(head) : null;
  if (event) {
    const from = event[1] ? ownDay(event[1], sight) : (around.made ?? sight.published);
    const start = atom.start - event[0].length;
    return { kind: 'period', start, end: atom.end, from, to: momentOf(atom, around).to, derived: true };
  }
  const lead = (sight.begun && ending(AND_UNTIL, sight)) || ending(DONE_UNTIL, sight);
  if (!lead && !ENDS.test(tail)) return null;
  const { to, derived } = momentOf(atom, around);
  return { kind: 'expiry', start: atom.start - lead.length, end: atom.end, to, derived };
};

const OWN_TERM = before(
  `(${any('有效期限? 有效期间 施行期限? 实施期限? 执行期限? 试行期限? 暂行期限? 试行时间')}` +
    `${any('暂定 统一 均 暂')}?${any('为期 为 是 :')}?)`,
);
const TRIED = before('((?:试行|施行|有效|暂行|执行|实施)(?:为期)?)');
/** 自发布之日起有效期三年, without a word of taking effect. */
const OWN_EVENT_DAY = /(印发|发布|公布|颁布|公告)之日起[^,。;]{0,3}$/;
/** The document speaks of itself. */
export const SELF = new RegExp(
  `本[^,。;本]{0,10}?${any(
    '办法 规定 条例 细则 决定 通知 意见 方案 规划 措施 政策 公告 通告 规程 规则 制度 标准 指南 指引 文件 目录 清单 纲要 准则 规范 预案 计划 法 令 文',
  )}`,
);

/** 有效期5年, where the sentence is about the document itself. */
export const expiryLength: Rule<LengthAtom> = (atom, sight) => {
  const { head, begun } = sight;
  const named = ending(OWN_TERM, sight) || (begun ? ending(TRIED, sight) : '');
  const words = head.slice(0, -named.length);
  const event = named ? OWN_EVENT_DAY.exec(words)?.[1] : undefined;
  if (!named || !(begun || event || SELF.test(words))) return null;
  const first = begun ? begun.from : event ? ownDay(event, sight) : null;
  const to = first && validityEnd(first, atom.count, atom.unit);
  const start = atom.start - named.length;
  return { kind: 'expiry', start, end: atom.end, to, count: atom.count, unit: atom.unit, derived: true };
};
