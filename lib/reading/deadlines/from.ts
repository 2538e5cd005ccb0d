import { eventBefore } from './anchor.ts';
import type { DateAtom, LengthAtom } from './atoms.ts';
import { momentOf } from './moments.ts';
import { before, ends } from './patterns.ts';
import { isPast, type Rule, tells } from './sight.ts';

/** 自2021年7月1日起，在全市实施…; 2024年1月1日起，…; 自公告之日起满30日后. */

const BEGINS = /^(?:\(含[^)]{0,4}\))?(?:之日)?(?:零时|0时)?(?:起(?![草诉点步重源伏义价薪因])|(开始))/;
const LEAD = before('[自从于]');
const SINCE = before('[自从]');
const AFTER = /^(?:以后|之后|后)(?![续期补备])/;

/** A date from which a measure holds. The document's own beginning is `effective`. */
export const beginning: Rule<DateAtom> = (atom, sight) => {
  const begins = atom.until ? null : BEGINS.exec(sight.tail);
  if (!begins || (begins[1] && !ends(SINCE, sight))) return null;
  const { from, to, derived } = momentOf(atom, sight.around);
  if (isPast(to, sight) || tells(sight)) return false;
  const lead = ends(LEAD, sight) ? 1 : 0;
  return { kind: 'from', start: atom.start - lead, end: atom.end + begins[0].length, from, derived };
};

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
