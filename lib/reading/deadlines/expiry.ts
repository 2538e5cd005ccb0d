import { validityEnd } from '../calendar/periods.ts';
import type { DateAtom, LengthAtom } from './atoms.ts';
import { ownDay } from './effective.ts';
import { momentOf } from './moments.ts';
import type { Rule } from './sight.ts';

/** 有效期至2025年11月30日; 有效期延长至…; 本办法有效期5年; 试行期一年; 执行至2027年底. */

/** 有效期(限)… and what may stand between it and the date. */
const UNTIL_NAMED =
  /(?:有效期限?|有效期间|施行期限?|实施期限?|执行期限?|试行期限?|适用期限?|有效时间)(?:自[^,。]{2,24})?(?:统一|分别|均|将|可|为|是|:|延长|延续|顺延|延|再|继续)*(?:为|至|到|截至|截止至?到?|止于|于)?$/;
/** 施行至, 继续有效至, 延长至. */
const UNTIL_VERB =
  /(?:施行|实施|执行|试行|有效|延续|延长|延期|实行|沿用)(?:期限?)?(?:统一|继续)?(?:至|到|截至)$/;
/** 失效 and 停止执行 at a date. */
const ENDS =
  /^(?:24时|二十四时)?(?:起)?(?:自动|自行|同时|即行)?(?:失效|废止|停止(?:执行|施行|实施|使用)|终止)/;

const FROM_EVENT_UNTIL = /自([^,。自]{2,16})之日起(?:,)?(?:施行|实施|执行|试行|生效|有效)?(?:至|到)$/;

/** The end of the document, or of a policy that it extends. */
export const expiryDate: Rule<DateAtom> = (atom, sight) => {
  const { head, tail, around } = sight;
  const { from, to, derived } = momentOf(atom, around);
  const event = FROM_EVENT_UNTIL.exec(head);
  if (event?.[1] && !atom.until) {
    const start = atom.start - event[0].length;
    return { kind: 'period', start, end: atom.end, from: ownDay(event[1], sight), to, derived: true };
  }
  const named = UNTIL_NAMED.exec(head);
  if (named) {
    const start = atom.start - named[0].length;
    return { kind: 'expiry', start, end: atom.end, from: atom.until ? from : null, to, derived };
  }
  if (atom.until) return null;
  const verb = UNTIL_VERB.exec(head);
  if (verb) return { kind: 'expiry', start: atom.start - verb[0].length, end: atom.end, to, derived };
  if (ENDS.test(tail) && !/^起/.test(tail))
    return { kind: 'expiry', start: atom.start, end: atom.end, to, derived };
  return null;
};

const OWN_TERM =
  /(?:有效期限?|施行期限?|实施期限?|执行期限?|试行期限?|暂行期限?|试行时间|有效期间)(?:暂定|统一|均|暂)?(?:为期|为|是|:)?$/;
const TRIED = /(?:试行|施行|有效|暂行|执行|实施)(?:为期)?$/;
/** The document speaks of itself. */
export const SELF =
  /本(?:[^,。;本]{0,10})?(?:办法|规定|条例|细则|决定|通知|意见|方案|规划|措施|政策|公告|通告|规程|规则|制度|标准|指南|指引|文件|目录|清单|纲要|准则|规范|预案|计划|法|令|文)/;

/** 有效期5年, where the sentence is about the document itself. */
export const expiryLength: Rule<LengthAtom> = (atom, sight) => {
  const { head, begun } = sight;
  const named = OWN_TERM.exec(head) ?? (begun ? TRIED.exec(head) : null);
  if (!named || !(begun || SELF.test(head.slice(0, named.index)))) return null;
  const to = begun?.from ? validityEnd(begun.from, atom.count, atom.unit) : null;
  const start = atom.start - named[0].length;
  return { kind: 'expiry', start, end: atom.end, to, count: atom.count, unit: atom.unit, derived: true };
};
