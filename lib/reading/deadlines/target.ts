import type { DateAtom, PlanAtom } from './atoms.ts';
import { momentOf, planMoment } from './moments.ts';
import { after, any, before, ending, ends, SENTENCE } from './patterns.ts';
import { isPast, type Rule, type Sight, tells } from './sight.ts';

/** 到2025年，…达到; 力争到2029年; 2035年，…占比控制在; 到“十五五”期末; 全年新增…. */

const TO = before('(截至|(?<![直甚乃以涉遇受得达延])[到至])');
const PUT_OFF = before('(?:推迟|提前|追溯)[到至]');
/** 从现在到2029年: the time in between is spoken of. */
const FROM_NOW = before('(?:现在|目前)[到至]');
/** What makes a name or another expression of a year: 2025年版, 2025年要点, 2025年以来. */
const NAME = after(
  any(
    `[^,。;]{0,8}版 度?(?:工作)?(?:要点|计划|目录|清单|名单|预算|报告|年报) 第[一二三四五六七八九十\\d]+[期号次批届版]
     期 级 款 产 以来 以后 之后 后 起 间 左右的`,
  ),
);
/** The heading of a table: 2025年重点任务分解表. */
const TABLE = /^[^,。;:]{2,24}(?:表|清单|目录|名单|一览)$/;
const ACT = after(
  `[,:]?${any(
    `本市 全市 全省 全区 全县 全国 我[省市区县] 各[区县市地] 区县 市级 力争 争取 确保 计划 将 要 基本 全面 初步 继续 重点 率先 累计 新增 完成
     达到 实现 建成 建立 形成 具有 启动 推进 推动 培育 打造 新建 改造 建设 组织 开展 出台 提高 提升 降低 下降 增长 控制 保持 突破 超过
     力促 覆盖 引进 培养 培训 发展(?!改革) 规划 安排 投放 布局 落实 用 分别 投产 投用 投入 通车 竣工 开工 开通 试点`,
  )}`,
);
const OPENS = before(
  `(?:${SENTENCE}|[,:(、“)]|落实|确保|力争|实现|争取|目标|在|于|为|到|和|及|[全本我][省市区县])`,
);
/** A quantity or a share: what a goal is measured by. */
const MEASURED = /^.{0,46}?(?:\d|%|达到|以上|左右|不低于|不少于|控制在|占比|比例|覆盖率|翻番|全覆盖|基本)/;
/** 确保2025年新增就业5万人. */
const AIMED = before('(?:确保|力争|争取|落实|实现)');
/** 确保完成全年各项目标任务. */
const FULFIL = before(any('完成 实现 达成'));
const WHOLE_YEAR = /^[^,。;]{0,12}?(?:目标|任务|计划)/;
const INTENDED = /^,?[^,。;]{0,14}?(?:将|力争|确保|计划|重点|(?<![主重必需])要)/;
/** 2026年、2028年分别达到: what follows the list holds for each. */
const OTHERS = /^(?:[、和及]20\d\d年底?){1,6}/;

/** 到2025年: the last day of the year by which a state is to be reached. */
export const target: Rule<DateAtom> = (atom, sight) => {
  if (atom.until || atom.date.day !== null || NAME.test(sight.tail)) return null;
  const lead = ending(TO, sight);
  if (!lead || ends(PUT_OFF, sight)) return null;
  if (ends(FROM_NOW, sight)) return false;
  const { to, derived } = momentOf(atom, sight.around);
  if (to === null || isPast(to, sight) || (lead === '截至' && tells(sight))) return false;
  return { kind: 'target', start: atom.start - lead.length, end: atom.end, to, derived };
};

/** 2035年，…控制在: a bare year, of the document or later, that opens a clause with a goal. */
export const targetBare: Rule<DateAtom> = (atom, sight) => {
  const { date, until } = atom;
  if (until || sight.title || date.month !== null || date.thisMonth || sight.around.year === null)
    return null;
  if ((date.part !== null && date.part !== '底') || (date.annual && date.year !== null)) return null;
  const tail = sight.tail.replace(OTHERS, '');
  if (NAME.test(tail) || (!ends(OPENS, sight) && !(date.annual && ends(FULFIL, sight)))) return null;
  if (tells(sight) || TABLE.test(tail)) return null;
  const { to, derived } = momentOf(atom, sight.around);
  if (!to || isPast(to, sight) || !isGoal(atom, Number(to.slice(0, 4)), tail, sight)) return null;
  return { kind: 'target', start: atom.start, end: atom.end, to, derived };
};

/** The nearer the year, the more must show that it is a goal and no report. */
function isGoal({ date }: DateAtom, year: number, tail: string, sight: Sight): boolean {
  const { around, news } = sight;
  if (date.annual) {
    if (WHOLE_YEAR.test(tail) && ends(FULFIL, sight)) return !news;
    // 全年 tells in the second half of a year what was reached, and in the first what is to be.
    return !news && Number(around.made?.slice(5, 7) ?? 12) <= 6 && MEASURED.test(tail);
  }
  if (date.shift === 0 || (news && year === around.year)) return INTENDED.test(tail);
  if (MEASURED.test(tail) && ends(AIMED, sight)) return true;
  const act = ACT.test(tail);
  if (year === around.year) return act || (tail.startsWith(',') && MEASURED.test(tail));
  return act || tail.startsWith(',') || MEASURED.test(tail);
}

/** 到“十五五”期末. */
export const planEnd: Rule<PlanAtom> = (atom, sight) => {
  if (atom.part !== 'end') return null;
  const { to } = planMoment(atom);
  if (isPast(to, sight)) return false;
  return { kind: 'target', start: atom.start - ending(TO, sight).length, end: atom.end, to };
};
