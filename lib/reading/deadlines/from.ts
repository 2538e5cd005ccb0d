import type { Span } from '../types.ts';
import { eventBefore } from './anchor.ts';
import type { DateAtom, EventAtom, LengthAtom } from './atoms.ts';
import { ownDay } from './effective.ts';
import { momentOf } from './moments.ts';
import { after, any, before, ends } from './patterns.ts';
import { isPast, type Rule, type Sight, tells } from './sight.ts';

/** 自2021年7月1日起，在全市实施…; 2024年1月1日起，…; 自公告之日起满30日后. */

const BEGINS = /^(?:\(含[^)]{0,4}\))?(?:之日)?(?:零时|0时)?(?:起(?![草诉点步重源伏义价薪因])|(开始))/;
const LEAD = before('[自从于]');
const SINCE = before('[自从]');
const AFTER = /^(?:以后|之后|后)(?![续期补备])/;

/** 2025年4月15日后可登录: a day to come after which something may be done. */
const LATER = /^(?:以后|之后|后(?![续期补备勤端果]))/;
/** 自1月1日起按新标准执行, in a text of March: a measure that reaches back to the beginning of its year. */
const REACHES_BACK = after(
  `[^,。;]{0,16}?${any('执行 调整 计发 享受 发放 给予 计算 纳入 提高 停止 不再 按')}`,
);

/** A date from which a measure holds. The document's own beginning is `effective`. */
export const beginning: Rule<DateAtom> = (atom, sight) => {
  const begins = atom.until ? null : (BEGINS.exec(sight.tail) ?? later(atom, sight));
  if (!begins || (begins[1] && !ends(SINCE, sight))) return null;
  const { from, to, derived } = momentOf(atom, sight.around);
  // 自2025年起，连续三年…: here the years to come.
  const goesOn = /^[^,]{0,6},?连续/.test(sight.tail);
  if ((isPast(to, sight) && !reachesBack(from, begins[0], sight)) || (!goesOn && tells(sight))) return false;
  const lead = ends(LEAD, sight) ? 1 : 0;
  return { kind: 'from', start: atom.start - lead, end: atom.end + begins[0].length, from, derived };
};

function later({ date }: DateAtom, sight: Sight): RegExpExecArray | null {
  return date.day !== null && !ends(SINCE, sight) ? LATER.exec(sight.tail) : null;
}

function reachesBack(from: string | null, begins: string, sight: Sight): boolean {
  const { made } = sight.around;
  const same = made !== null && from?.slice(0, 4) === made.slice(0, 4);
  return same && !sight.news && ends(SINCE, sight) && REACHES_BACK.test(sight.tail.slice(begins.length));
}

/** 自公告之日起满30日后: so long after an event something begins. */
export const waiting: Rule<LengthAtom> = (atom, sight) => {
  const after = AFTER.exec(sight.tail);
  if (!after || !sight.head.includes('之日起')) return null;
  const event = eventBefore(sight.text, sight.from, atom.start);
  if (!event?.close) return null;
  const { count, unit } = atom;
  return {
    kind: 'from',
    start: event.start,
    end: atom.end + after[0].length,
    count,
    unit,
    anchor: event.anchor,
  };
};

/** A length or a date further on: then the day begins that one. */
const LIMITED = /(?<!第)[\d一二两三四五六七八九十半]个?(?:工作日|日|天|周|月|年|小时)|[至到]/;
/** The text's own publication: 自本通知下发之日起. */
const OWN =
  /^(?:本[^,]{1,8}?|(?:通知|文件|方案|办法|公告|通告|意见|规定|细则|政策|措施))?(?:正式)?(?:印发|发布|公布|颁布|下发|发文)$/;

/** 自企业登记注册之日起，…; 自批准的次月起，…: what holds from an event on. */
export const sinceEvent: Rule<EventAtom> = (atom, sight) => {
  if (atom.word !== 'since-event') return null;
  if (LIMITED.test(sight.tail) || /^(?:以来|后)/.test(sight.tail) || tells(sight)) return null;
  const event = sinceIn(sight, atom.start);
  if (!event) return null;
  const own = OWN.test(sight.text.slice(event.anchor.start, event.anchor.end));
  const from = own ? ownDay('印发', sight) : null;
  return { kind: 'from', start: event.start, end: atom.end, from, derived: own, anchor: event.anchor };
};

/** The event behind the nearest 自 or 从 in the same clause. */
function sinceIn({ text, from }: Sight, end: number): { start: number; anchor: Span } | null {
  const event = eventBefore(text, from, end, true);
  const first = event ? text.charAt(event.start) : '';
  if (!event || (first !== '自' && first !== '从')) return null;
  const to = text.charAt(end - 1) === '的' ? end - 1 : end;
  const anchor = { start: event.anchor.start, end: to };
  return to - anchor.start < 2 || text.slice(anchor.start, to).includes(',') ? null : { ...event, anchor };
}
