import type { DateAtom } from './atoms.ts';
import { momentOf } from './moments.ts';
import { isPast, type Rule, tells } from './sight.ts';

/** 2022年底前; 12月底前; 年内; 截止2025年6月30日; 最迟2025年3月; 于2025年6月30日完成. */

/** 前 that ends a date, not the beginning of 前期, 前往, 前三位. */
const BEFORE = /^(?:之前|以前|前(?![期提往述款沿瞻景来置端列后\d]|[一二三四五六七八九十][名位个年]))/;
const INSIDE = /^(?:之内|以内|内(?![部容外地设涵资需销贸河陆控幕科蒙]))/;
const STOP = /^(?:止|为止|截止|截稿|截至)/;
/** A field or a phrase that announces a limit. */
const ANNOUNCED =
  /(?:截止(?:时间|日期|期限)?(?:为|是|:|到|至|于)?|(?:最迟|最晚|不迟于|不晚于|不得迟于|不得晚于|不得超过|务必于|限于|限期至|延期至|延期到|延长至|延长到|推迟至|推迟到|顺延至)(?:不超过|不晚于|于|至|在)?|(?:完成|办结|办理|整改|落实|报名|申报|报送|提交|缴费|缴纳|申请|受理|反馈|征集|验收|竣工|推进|实施)(?:截止)?(?:时限|时间|期限|日期|节点|时间节点)(?:要求)?(?:为|:|是|至|到))$/;
/** The date itself as the time of an act: something must be done on it or in it. */
const ACT =
  /^(?:,)?(?:正式|全面|基本|同步|集中|统一|全部|如期)*(?:完成|建成|出台|印发|报送|上报|报|投入|投用|启动|上线|制定|形成|提交|组织|开展|召开|发布|公布|公开|竣工|验收|试运行|运行|开工|通车|启用|推出|实现|办结|修订|编制|上班|举行|举办|开考|开始|截止|废止)(?!日期|时间|机关|机构|单位|文号|以来|的)/;
/** 印发日期：, 发布时间：, 成文日期： … are facts about the document. */
const FACT = /(?:日期|时间|日|期):$/;
/** 2018年底前已建成的, 2020年1月1日前出生的: a condition on the past. */
const CONDITION =
  /^(?:已|曾|取得的|设立的|成立的|注册的|登记的|出生|参加工作|入学|建成的|投产的|核准的|签订的|发生的)/;

/** A day until which something must be done. */
export const due: Rule<DateAtom> = (atom, sight) => {
  const { head, tail } = sight;
  const { to, derived } = momentOf(atom, sight.around);
  const mark = BEFORE.exec(tail) ?? INSIDE.exec(tail) ?? STOP.exec(tail);
  const announced = ANNOUNCED.test(head);
  if (mark && !atom.until) {
    if (isPast(to, sight) || CONDITION.test(tail.slice(mark[0].length))) return false;
    const start =
      atom.start - (/(?:在|于|至|到)$/.test(head) && !/[现存属对关]$/.test(head.slice(0, -1)) ? 1 : 0);
    return { kind: 'due', start, end: atom.end + mark[0].length, to, derived };
  }
  if (announced && !atom.until) {
    return isPast(to, sight) ? false : { kind: 'due', start: atom.start, end: atom.end, to, derived };
  }
  return null;
};

/** 2025年6月完成…, 2025年12月29日上班: a month or day to come, with the act right after it. */
export const dueAct: Rule<DateAtom> = (atom, sight) => {
  const { month, part, thisMonth } = atom.date;
  if (atom.until || sight.title || (month === null && part === null && !thisMonth)) return null;
  const { head, tail } = sight;
  const act = ACT.exec(tail.replace(/^\((?:星期|周).\)/, '')) ?? /^将(?!于)/.exec(tail);
  if (
    !act ||
    FACT.test(head) ||
    !/(?:^|[,:(、“]|于|在|定于|计划|拟|争取|力争|预计|确保|并|前|将|《[^》]*》|[一-鿿])$/.test(head)
  )
    return null;
  const { to, derived } = momentOf(atom, sight.around);
  if (isPast(to, sight) || tells(sight) || sight.around.year === null) return null;
  return { kind: 'due', start: atom.start, end: atom.end, to, derived };
};
