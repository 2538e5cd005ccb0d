import { type MessageKey, t } from '../../lib/i18n/t.ts';
import type { Deadline, TimeUnit } from '../../lib/reading/types.ts';
import { dateWords, monthDayWords } from './date.ts';

const UNITS: Record<TimeUnit, [one: MessageKey, many: MessageKey]> = {
  minute: ['unitMinuteOne', 'unitMinutes'],
  hour: ['unitHourOne', 'unitHours'],
  day: ['unitDayOne', 'unitDays'],
  workday: ['unitWorkdayOne', 'unitWorkdays'],
  week: ['unitWeekOne', 'unitWeeks'],
  month: ['unitMonthOne', 'unitMonths'],
  year: ['unitYearOne', 'unitYears'],
};

const CYCLES: Record<'year' | 'quarter' | 'month' | 'week', [bare: MessageKey, byDay: MessageKey]> = {
  year: ['ruleEveryYear', 'ruleEveryYearBy'],
  quarter: ['ruleEveryQuarter', 'ruleEveryQuarterBy'],
  month: ['ruleEveryMonth', 'ruleEveryMonthBy'],
  week: ['ruleEveryWeek', 'ruleEveryWeekBy'],
};

/** A length of time, such as "5 working days"; empty where either part is missing. */
function lengthWords(count: number | null, unit: TimeUnit | null): string {
  if (count === null || unit === null) return '';
  const [one, many] = UNITS[unit];
  return count === 1 ? t(one) : t(many, count);
}

/**
 * What a deadline asks for, in words: its day or days where they are known, else its rule
 * ("within 5 working days of “…”").
 *
 * @returns the deadline's own text where neither is known
 */
export function ruleWords(deadline: Deadline): string {
  const { kind, from, to, count, unit, anchor, text } = deadline;
  const length = lengthWords(count, unit);
  if (kind === 'recurring') return recurringWords(deadline);
  if (kind === 'ongoing') return t('ruleOngoing');
  if (from && from === to) return dateWords(from);
  if (from && to) return t('rulePeriod', dateWords(from), dateWords(to));
  if (from) return t('ruleFrom', dateWords(from));
  if (to) {
    const until = kind === 'expiry' || kind === 'validity' || kind === 'period';
    return t(until ? 'ruleUntil' : 'ruleBy', dateWords(to));
  }
  if (!length) return kind === 'effective' || kind === 'expiry' ? t('ruleNoDate', text) : text;
  if (kind === 'validity' || kind === 'expiry') return t('ruleValidity', length);
  if (kind === 'before-event') {
    return anchor ? t('ruleBeforeEvent', length, anchor) : t('ruleBefore', length);
  }
  return anchor ? t('ruleWithinOf', length, anchor) : t('ruleWithin', length);
}

/** The `to` of a recurring deadline is `MM-DD`, `DD` or null. */
function recurringWords({ every, to, text }: Deadline): string {
  if (!every) return text;
  const [bare, byDay] = CYCLES[every];
  if (!to) return t(bare);
  return t(byDay, /^\d{1,2}$/.test(to) ? t('ruleDayOfMonth', Number(to)) : monthDayWords(to));
}

/**
 * The day a deadline ends, or begins where it has no end, for sorting and for counting days.
 *
 * @returns ISO, or null where it depends on an event
 */
export function deadlineDay({ kind, from, to }: Deadline): string | null {
  return kind === 'recurring' ? null : (to ?? from);
}
