import { addDays, addMonths } from '../calendar/days.ts';
import { eventBefore } from './anchor.ts';
import type { DateAtom, EventAtom, LengthAtom } from './atoms.ts';
import { momentOf } from './moments.ts';
import type { Found, Rule, Sight } from './sight.ts';

/** 自2021年3月1日起施行; 自印发之日起施行; 自公布之日起30日后施行. A measure that begins is `from`. */

const HOW = '(?:正式|全面|统一|同步|开始|组织|在全[国省市县区州](?:范围内?)?)*';
const VERB = '(?:施行|实施|执行|试行|生效|实行|启用)';
const BEGINS = new RegExp(`^(?:之日)?(?:零时|0时)?(起|开始)?,?${HOW}${VERB}`);
/** What may stand after the verb where the document itself is meant; an object makes it a measure. */
const CLOSED = /^(?:$|[,。;)!、”’"(]|有效|至|到|期限|试行|为期|原|同时|此前|《|\d+年|[一二两三四五]年)/;
const LEAD = /(?:自|从|(?:将|拟|定)?于|统一于|定为)$/;
/** Other documents' beginnings, told in passing. */
const TOLD = /^(?:以来|后|前|之前|的(?!通知))/;
/** Events that are the document's own publication. */
const OWN_EVENT = /(?:印发|发布|公布|颁布|下发|发文|印送|公告|刊登|签发|印制|成文|签署|通过|批准|决定)$/;

/** A date that begins something: the document, or a measure in it. */
export const effectiveDate: Rule<DateAtom> = (atom, sight) => {
  const lead = LEAD.exec(sight.head);
  const begins = BEGINS.exec(sight.tail);
  if (!begins || (!begins[1] && !lead) || atom.until) return null;
  const rest = sight.tail.slice(begins[0].length);
  if (TOLD.test(rest)) return false;
  const { from, derived } = momentOf(atom, sight.around);
  const end = atom.end + (begins[1] ? sight.tail.indexOf(begins[1]) + begins[1].length : 0);
  const start = atom.start - (lead?.[0].length ?? 0);
  return { kind: CLOSED.test(rest) ? 'effective' : 'from', start, end, from, derived };
};

/** 自印发之日起施行: the day is the document's own. 自即日起施行 likewise. */
export const effectiveEvent: Rule<EventAtom> = (atom, sight) => {
  if (atom.word === 'now') {
    const start = atom.start - (/(?:自|从)$/.test(sight.head) ? 1 : 0);
    const day = sight.around.made ?? sight.published;
    const begins = new RegExp(`^,?${HOW}${VERB}`).exec(sight.tail);
    const kind = begins && CLOSED.test(sight.tail.slice(begins[0].length)) ? 'effective' : 'from';
    return { kind, start, end: atom.end, from: day, derived: true };
  }
  if (atom.word !== 'from-event') return null;
  const event = eventBefore(sight.text, sight.from, atom.start);
  const verb = new RegExp(VERB).exec(sight.tail);
  const rest = verb ? sight.tail.slice(verb.index + verb[0].length) : '';
  if (!event || TOLD.test(rest)) return false;
  const until = /^(?:至|到)(?=\d{4}年)/.test(rest);
  if (until) return null;
  const name = sight.text.slice(event.anchor.start, event.anchor.end);
  const from = ownDay(name, sight);
  // The day of another event (自取得证书之日起生效) is not known to the text.
  return { kind: 'effective', start: event.start, end: atom.end, from, derived: true, anchor: event.anchor };
};

/** 自公布之日起30日后施行, 自印发之日起满30日施行. */
export const effectiveAfter: Rule<LengthAtom> = (atom, sight) => {
  const begins = new RegExp(`^(?:之?后|以后)?(?:起)?,?${HOW}${VERB}`).exec(sight.tail);
  if (!begins || !CLOSED.test(sight.tail.slice(begins[0].length))) return null;
  const event = eventBefore(sight.text, sight.from, atom.start);
  if (!event?.close) return null;
  const own = ownDay(sight.text.slice(event.anchor.start, event.anchor.end), sight);
  const after = /^(?:之?后|以后)?起?/.exec(sight.tail)?.[0].length ?? 0;
  const found: Found = {
    kind: 'effective',
    start: event.start,
    end: atom.end + after,
    derived: true,
    anchor: event.anchor,
  };
  return { ...found, from: own && later(own, atom.count, atom.unit), count: atom.count, unit: atom.unit };
};

/** The day of the document's own publication, if the event is that. */
export function ownDay(event: string, { around, published }: Sight): string | null {
  if (!OWN_EVENT.test(event)) return null;
  // 公布 and 发布 are days of publication, 印发 the day that stands under the document; most pages
  // give only one of the two.
  return around.made ?? published;
}

function later(day: string, count: number, unit: LengthAtom['unit']): string | null {
  if (unit === 'day') return addDays(day, count);
  return unit === 'month' && Number.isInteger(count) ? addMonths(day, count) : null;
}
