import { addDays, iso, monthLength } from '../calendar/days.ts';
import type { DateAtom, Named, PlanAtom } from './atoms.ts';
import { planYears } from './read-plan.ts';

/** Turns named days into days: the first and the last day of what is named. */

/** A day without a year, no longer ago than this many days, is told and not to come. */
const JUST_PAST = 45;

/** What the text around says about the year. */
export interface Around {
  /** The day the document was made, ISO, or null. */
  made: string | null;
  /** The year the document was made, known from its number even where the day is not. */
  year: number | null;
  /** The year last named in the same paragraph, or null. */
  named: number | null;
}

/** First and last day, ISO, null where the year is unknown; `derived` where it was worked out. */
export interface Moment {
  from: string | null;
  to: string | null;
  derived: boolean;
}

/** First and last day of a date or range. */
export function momentOf(atom: DateAtom, around: Around): Moment {
  const { date, until } = atom;
  if (!until) {
    const { year, derived } = resolve(date, around, true);
    return { from: firstDay(date, year, around), to: lastDay(date, year, around), derived };
  }
  return rangeMoment(date, until, around);
}

/** 3月1日至15日, 2024年4月至6月, 4月至2024年6月: a year stands on either side, on both, or on none. */
function rangeMoment(date: Named, until: Named, around: Around): Moment {
  const neither = date.year === null && until.year === null;
  const { year, derived } = resolve(until.year === null ? date : until, around, neither);
  // 10月至3月 goes over the turn of the year.
  const turns = (date.year === null || until.year === null) && isBefore(until, date) ? 1 : 0;
  const first = date.year ?? (year === null ? null : until.year === null ? year : year - turns);
  // 今明两年 says how many years on.
  const on = date.shift !== null && until.shift !== null ? until.shift - date.shift : turns;
  const last = until.year ?? (first === null ? null : first + on);
  const worked = derived || (turns > 0 && until.year === null);
  return { from: firstDay(date, first, around), to: lastDay(until, last, around), derived: worked };
}

/** First and last day of a five-year plan, or its last year. */
export function planMoment(plan: PlanAtom): Moment {
  const last = planYears(plan.last).last;
  const first = plan.part === 'end' ? last : planYears(plan.first).first;
  return { from: iso(first, 1, 1), to: iso(last, 12, 31), derived: false };
}

/**
 * The year that is meant: the one that stands there; 今年 from the document's day; else the one named
 * before in the paragraph if it is no earlier than the document; else the document's own. A day
 * long before the document was made means the next year's; one shortly before is past.
 */
function resolve(
  date: Named,
  { made, year, named }: Around,
  ahead: boolean,
): { year: number | null; derived: boolean } {
  if (date.year !== null) return { year: date.year, derived: false };
  if (date.shift !== null) return { year: year === null ? null : year + date.shift, derived: true };
  if (year === null || (named !== null && named >= year)) return { year: named ?? year, derived: true };
  const end = lastDay(date, year, { made, year, named });
  const late = ahead && made !== null && end !== null && end < addDays(made, -JUST_PAST);
  return { year: late ? year + 1 : year, derived: true };
}

/** Whether one comes before the other within a year. */
function isBefore(one: Named, other: Named): boolean {
  const a = months(one);
  const b = months(other);
  return a !== null && b !== null && (a[1] < b[0] || (a[1] === b[0] && (one.day ?? 31) < (other.day ?? 1)));
}

/** The first and last month of what is named; null for a whole year. */
function months({ month, part }: Named): [number, number] | null {
  if (month !== null) return [month, month];
  if (part?.startsWith('q')) {
    const q = Number(part.charAt(1));
    return [q * 3 - 2, q * 3];
  }
  return part === 'h1' ? [1, 6] : part === 'h2' ? [7, 12] : null;
}

function firstDay(date: Named, year: number | null, around: Around): string | null {
  if (year === null) return null;
  if (date.thisMonth) return inThisMonth(date, around, firstDay);
  const [month] = months(date) ?? (date.part === '底' ? [12] : [1]);
  const day = date.day ?? (date.part === '中旬' ? 11 : date.part === '下旬' ? 21 : 1);
  return safe(year, month, day);
}

function lastDay(date: Named, year: number | null, around: Around): string | null {
  if (year === null) return null;
  if (date.thisMonth) return inThisMonth(date, around, lastDay);
  const span = months(date);
  if (!span) {
    // The beginning and the middle of a year are read as its first and its sixth month.
    const month = date.part === '初' ? 1 : date.part === '中' ? 6 : 12;
    return iso(year, month, monthLength(year, month));
  }
  const month = span[1];
  if (date.day !== null) return safe(year, month, date.day);
  const day =
    date.part === '上旬' || date.part === '初' ? 10 : date.part === '中旬' ? 20 : monthLength(year, month);
  return iso(year, month, day);
}

/** 本月 is the month in which the document was made. */
function inThisMonth(date: Named, around: Around, day: typeof firstDay): string | null {
  if (!around.made) return null;
  const [year, month] = [Number(around.made.slice(0, 4)), Number(around.made.slice(5, 7))];
  return day({ ...date, month, thisMonth: false }, year, around);
}

/** 2月29日 of a common year is read as the 28th: texts copy such slips, and the month's end is meant. */
function safe(year: number, month: number, day: number): string {
  return iso(year, month, Math.min(day, monthLength(year, month)));
}
