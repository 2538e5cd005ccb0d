import type { TimeUnit } from '../types.ts';
import { addDays, addMonths } from './days.ts';
import {
  type CountedDay,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
  workingDaysBefore,
} from './working-days.ts';

/** The end of a time limit, and what a reader should know about it. */
export interface PeriodEnd extends CountedDay {
  /**
   * The last day is a holiday or a weekend: by 民法典 第203条 the period then ends on this day.
   * A hint, not the value: a limit in working days can't end so, and a fixed date is not a period.
   */
  rolledTo: string | null;
}

/**
 * The last day of a period that begins with an event. The day of the event does not count
 * (民法典 第201条); months and years end on the day of the same number (第202条).
 *
 * @param event the day of the event, ISO
 * @param count length; fractions only of a year or a month (half a year), of a day and below
 * @param unit what is counted; hours and minutes end on the day they end if the event was at midnight
 * @throws RangeError where `event` is no day, or working days are not whole
 */
export function periodEnd(event: string, count: number, unit: TimeUnit): PeriodEnd {
  if (unit === 'workday') return { ...workingDaysAfter(event, count), rolledTo: null };
  return rolled(move(event, count, unit));
}

/**
 * The last day on which something can be done that must be done so long before an event.
 *
 * @returns `rolledTo` is always null: the law moves an end forward, which here would be too late
 */
export function latestBefore(event: string, count: number, unit: TimeUnit): PeriodEnd {
  if (unit === 'workday') return { ...workingDaysBefore(event, count), rolledTo: null };
  return { date: move(event, -count, unit), sure: true, rolledTo: null };
}

/** The last day of a validity that begins on a day which itself counts: 2022-03-01 for 5 years ends 2027-02-28. */
export function validityEnd(first: string, count: number, unit: TimeUnit): string {
  return addDays(move(first, count, unit), -1);
}

function rolled(date: string): PeriodEnd {
  const rolledTo = isWorkingDay(date).working ? null : workingDayFrom(date).date;
  return { date, sure: true, rolledTo };
}

function move(from: string, count: number, unit: TimeUnit): string {
  switch (unit) {
    case 'year':
      return addMonths(from, Math.round(count * 12));
    case 'month':
      return addDays(addMonths(from, Math.trunc(count)), Math.round((count % 1) * 30));
    case 'week':
      return addDays(from, Math.round(count * 7));
    case 'hour':
      return addDays(from, Math.trunc(count / 24));
    case 'minute':
      return addDays(from, Math.trunc(count / 1440));
    default:
      return addDays(from, Math.trunc(count));
  }
}
