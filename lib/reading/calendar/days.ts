/**
 * Days as whole numbers, without time zones: a day is the count of days since 1970-01-01 in the
 * Gregorian calendar. Texts, marks and stores hold days as ISO `YYYY-MM-DD`.
 */

const MS = 86_400_000;

/** The day's number. Month 1 to 12; a day past the month's end runs over into the next month. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS;
}

/** `YYYY-MM-DD` of a day's number. */
export function isoDay(day: number): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` of year, month and day, which must be a real day. */
export function iso(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Two digits, as in `MM-DD`. */
export function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** How many days a month has. */
export function monthLength(year: number, month: number): number {
  return month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether there is such a day: 31 April is none. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/**
 * Reads `YYYY-MM-DD`.
 *
 * @throws RangeError where it is no day: a wrong day must not become a wrong deadline
 */
export function parseDay(text: string): { year: number; month: number; day: number; number: number } {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isDay(year, month, day)) throw new RangeError(`no day: ${text}`);
  return { year, month, day, number: dayNumber(year, month, day) };
}

/** The day if it is one, else null: what a page states as a date may be anything. */
export function knownDay(text: string | null): string | null {
  try {
    return text === null ? null : parseDay(text) && text;
  } catch {
    return null;
  }
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** A day so many days later (or earlier, if negative), ISO in, ISO out. */
export function addDays(from: string, days: number): string {
  return isoDay(parseDay(from).number + days);
}

/**
 * The same day of a later (or earlier) month; the month's last day where there is no such day
 * (民法典 第202条).
 */
export function addMonths(from: string, months: number): string {
  const { year, month, day } = parseDay(from);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return iso(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
}
