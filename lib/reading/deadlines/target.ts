import type { DateAtom, PlanAtom } from './atoms.ts';
import { momentOf, planMoment } from './moments.ts';
import { isPast, type Rule, tells } from './sight.ts';

/** 到2025年，…达到; 力争到2029年; 2035年，…占比控制在; 到“十五五”期末; 全年新增…. */

const TO = /(?:截至|到|至)$/;
/** 从2020年的…提高到: 到 that is part of a verb still names the year of the goal. */
const FOLLOWED_BY_NAME =
  /^(?:[^,。;]{0,8}版|年版|度?(?:工作)?(?:要点|计划|目录|清单|名单|预算|报告|年报)|第[一二三四五六七八九十\d]+[期号次批届版]|期|级|款|产|以来|以后|之后|后|起|间|左右的)/;
const ACT =
  /^[,:]?(?:本市|全市|全省|全区|全县|全国|我[省市区县]|各[区县市地]|区县|市级|力争|争取|确保|计划|将|要|基本|全面|初步|继续|重点|率先|累计|新增|完成|达到|实现|建成|建立|形成|具有|启动|推进|推动|培育|打造|新建|改造|建设|组织|开展|出台|提高|提升|降低|下降|增长|控制|保持|突破|超过|力促|覆盖|引进|培养|发展|规划|安排|投放|布局|落实|用)/;
const BEFORE_BARE = /(?:^|[,:(、“)]|落实|确保|力争|实现|争取|目标|在|于|为|到|和|及)$/;
/** A quantity or a share: what a goal is measured by. */
const MEASURED = /^.{0,46}?(?:\d|%|达到|以上|左右|不低于|不少于|控制在|占比|比例|覆盖率|翻番|全覆盖|基本)/;

/** 到2025年: the last day of the year by which a state is to be reached. */
export const target: Rule<DateAtom> = (atom, sight) => {
  if (atom.until || atom.date.day !== null || FOLLOWED_BY_NAME.test(sight.tail)) return null;
  const lead = TO.exec(sight.head);
  if (!lead || /(?:直|甚|乃|以|涉|遇|受|得|达|提前?|延|推迟|回)$/.test(sight.head.slice(0, -1))) return null;
  const { to, derived } = momentOf(atom, sight.around);
  if (isPast(to, sight)) return false;
  if (lead[0] === '截至' && tells(sight)) return false;
  return { kind: 'target', start: atom.start - lead[0].length, end: atom.end, to, derived };
};

/** 2035年，…控制在: a bare year of the document or later, that opens a clause with a goal. */
export const targetBare: Rule<DateAtom> = (atom, sight) => {
  const { date, until } = atom;
  const { head, tail, around } = sight;
  if (until || sight.title || date.month !== null || date.thisMonth || around.year === null) return null;
  if (date.part !== null && date.part !== '底' && date.part !== 'h1' && date.part !== 'h2') return null;
  if (date.annual && date.year !== null) return null;
  if (FOLLOWED_BY_NAME.test(tail) || !BEFORE_BARE.test(head) || tells(sight)) return null;
  const { to, derived } = momentOf(atom, around);
  if (isPast(to, sight) || !to) return null;
  const year = Number(to.slice(0, 4));
  const act = ACT.test(tail);
  if (date.annual) {
    // 全年 tells in the second half of a year what was reached, and in the first what is to be.
    if (sight.news || Number(around.made?.slice(5, 7) ?? 12) > 6 || !MEASURED.test(tail)) return null;
  } else if (date.shift === 0) {
    if (!/^,?[^,。;]{0,14}?(?:将|力争|确保|计划|重点|要)/.test(tail)) return null;
  } else if (year === around.year) {
    if (
      sight.news
        ? !/^,?[^,。;]{0,14}?(?:将|力争|确保|计划)/.test(tail)
        : !act && !(tail.startsWith(',') && MEASURED.test(tail))
    ) {
      return null;
    }
  } else if (!act && !tail.startsWith(',') && !MEASURED.test(tail)) return null;
  return { kind: 'target', start: atom.start, end: atom.end, to, derived };
};

/** 到“十五五”期末. */
export const planEnd: Rule<PlanAtom> = (atom, sight) => {
  if (atom.part !== 'end') return null;
  const { to } = planMoment(atom);
  if (isPast(to, sight)) return false;
  const lead = TO.exec(sight.head)?.[0].length ?? 0;
  return { kind: 'target', start: atom.start - lead, end: atom.end, to };
};
