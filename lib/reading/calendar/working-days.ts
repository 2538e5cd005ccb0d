import { dayNumber, isoDay, parseDay, weekday } from './days.ts';
import { OFFICIAL_DAYS } from './official-days.ts';

/** Working days by the official calendar, with its swapped weekends. */

/** The years whose calendar the State Council has published, all years between them included. */
export const CALENDAR_YEARS: { readonly first: number; readonly last: number } = (() => {
  const years = Object.keys(OFFICIAL_DAYS).map(Number);
  return { first: Math.min(...years), last: Math.max(...years) };
})();

interface Year {
  holidays: Set<number>;
  swapped: Set<number>;
}

const YEARS = new Map<number, Year>();

/** A year's days off and swapped days, by the number of the day; unpacked when first asked for. */
function yearOf(year: number): Year | null {
  const packed = OFFICIAL_DAYS[year];
  if (packed === undefined) return null;
  let known = YEARS.get(year);
  if (!known) {
    const [holidays = '', swapped = ''] = packed.split('|');
    known = { holidays: unpack(year, holidays), swapped: unpack(year, swapped) };
    YEARS.set(year, known);
  }
  return known;
}

function unpack(year: number, days: string): Set<number> {
  const set = new Set<number>();
  for (const run of days.trim().split(' ')) {
    const [first = '', last = first] = run.split('-');
    for (let day = numberOf(year, first); day <= numberOf(year, last); day++) set.add(day);
  }
  return set;
}

function numberOf(year: number, monthDay: string): number {
  return dayNumber(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(2)));
}

/** The most working days that are counted: some 40 years, beyond any time limit of a law. */
const MOST = 10_000;

/** A day, and whether every day up to it was counted by a published calendar. */
export interface CountedDay {
  /** ISO. */
  date: string;
  /** False where a year without a published calendar was touched: there Monday to Friday count. */
  sure: boolean;
}

/** Whether the official calendar of a year is known. */
export function hasCalendar(year: number): boolean {
  return OFFICIAL_DAYS[year] !== undefined;
}

/**
 * Whether people work on a day.
 *
 * @param date ISO
 * @returns `sure` is false for a year without a published calendar, where Monday to Friday count
 * @throws RangeError where `date` is no day
 */
export function isWorkingDay(date: string): { working: boolean; sure: boolean } {
  return { working: works(parseDay(date).number, date), sure: hasCalendar(Number(date.slice(0, 4))) };
}

/**
 * The day that is so many working days after a day. The day of the event does not count
 * (民法典 第201条): one working day after a Friday is, in most weeks, the Monday.
 *
 * @param from the day of the event, ISO
 * @param count working days, a whole number from 0 to 10,000; 0 gives the day itself
 * @throws RangeError where `from` is no day or `count` is out of range
 */
export function workingDaysAfter(from: string, count: number): CountedDay {
  return walk(from, count, 1);
}

/** The day that is so many working days before a day, which does not count itself. */
export function workingDaysBefore(event: string, count: number): CountedDay {
  return walk(event, count, -1);
}

/**
 * The day itself if people work on it, else the first working day after it (民法典 第203条: a period
 * whose last day is a holiday ends on the day after the holiday).
 */
export function workingDayFrom(date: string): CountedDay {
  let { number } = parseDay(date);
  while (!works(number, isoDay(number))) number++;
  const end = isoDay(number);
  return { date: end, sure: hasCalendar(Number(date.slice(0, 4))) && hasCalendar(Number(end.slice(0, 4))) };
}

function walk(from: string, count: number, step: 1 | -1): CountedDay {
  if (!Number.isInteger(count) || count < 0 || count > MOST)
    throw new RangeError(`no count of days: ${count}`);
  let { number } = parseDay(from);
  let date = from;
  let sure = hasCalendar(Number(from.slice(0, 4)));
  for (let left = count; left > 0; ) {
    number += step;
    date = isoDay(number);
    if (works(number, date)) left--;
    if (!hasCalendar(Number(date.slice(0, 4)))) sure = false;
  }
  return { date, sure };
}

function works(number: number, date: string): boolean {
  const day = weekday(number);
  const year = yearOf(Number(date.slice(0, 4)));
  return day === 0 || day === 6 ? (year?.swapped.has(number) ?? false) : !year?.holidays.has(number);
}
