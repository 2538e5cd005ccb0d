import { latestBefore, type PeriodEnd, periodEnd, validityEnd } from '../../lib/reading/calendar/periods.ts';
import type { Deadline } from '../../lib/reading/types.ts';

/** A deadline whose last day can be counted from a day that the reader knows. */
export interface Countable extends Deadline {
  kind: 'within' | 'before-event' | 'validity';
  count: number;
  unit: 'day' | 'workday' | 'week' | 'month' | 'year';
}

const KINDS: ReadonlySet<string> = new Set(['within', 'before-event', 'validity']);
/** Hours and minutes end on a day only if the hour of the event is known. */
const UNITS: ReadonlySet<string> = new Set(['day', 'workday', 'week', 'month', 'year']);

/** Whether a deadline hangs on an event, with a length that can be counted in days. */
export function isCountable(deadline: Deadline): deadline is Countable {
  const { kind, count, unit, to } = deadline;
  if (!KINDS.has(kind) || count === null || unit === null || to !== null || !UNITS.has(unit)) return false;
  // 当日: on the event's own day, which a count of one day would miss.
  if (deadline.notes?.includes('same-day')) return false;
  return unit !== 'workday' || (Number.isInteger(count) && kind !== 'validity');
}

/**
 * The last day of a deadline, counted from a day.
 *
 * @param from ISO: the day of the event; for a validity its first day, which counts
 * @returns null where `from` is no day, or the count is past what a calendar holds
 */
export function countFrom({ kind, count, unit }: Countable, from: string): PeriodEnd | null {
  try {
    if (kind === 'before-event') return latestBefore(from, count, unit);
    if (kind === 'validity') return { date: validityEnd(from, count, unit), sure: true, rolledTo: null };
    return periodEnd(from, count, unit);
  } catch {
    return null;
  }
}
