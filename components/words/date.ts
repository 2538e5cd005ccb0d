import { t } from '../../lib/i18n/t.ts';
import { language } from './language.ts';

const DAY = 86_400_000;
/** Days have no time of day here; reading them as UTC keeps the reader's own time zone out of it. */
const UTC = { timeZone: 'UTC' } as const;

function parse(iso: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** British order: the day before the month, as Chinese official translations have it. */
function locale(): string {
  return language() === 'en' ? 'en-GB' : language();
}

/**
 * A day with its weekday, in the language of the interface.
 *
 * @param iso `YYYY-MM-DD`; anything else is given back as it is
 */
export function dateWords(iso: string): string {
  const date = parse(iso);
  return date ? new Intl.DateTimeFormat(locale(), { dateStyle: 'full', ...UTC }).format(date) : iso;
}

/** A day without its weekday. @param iso `YYYY-MM-DD`; anything else is given back as it is */
export function shortDateWords(iso: string): string {
  const date = parse(iso);
  return date ? new Intl.DateTimeFormat(locale(), { dateStyle: 'long', ...UTC }).format(date) : iso;
}

/** A day that comes every year. @param monthDay `MM-DD`; anything else is given back as it is */
export function monthDayWords(monthDay: string): string {
  // A leap year, so that 29 February is a day.
  const date = parse(`2000-${monthDay}`);
  return date
    ? new Intl.DateTimeFormat(locale(), { month: 'long', day: 'numeric', ...UTC }).format(date)
    : monthDay;
}

/**
 * Days from one day to another, both `YYYY-MM-DD`.
 *
 * @returns negative for a day that is past; null where one of the two is no date
 */
export function daysUntil(iso: string, today: string): number | null {
  const day = parse(iso);
  const now = parse(today);
  return day && now ? Math.round((day.getTime() - now.getTime()) / DAY) : null;
}

/**
 * How far off a day is.
 *
 * @param iso the day
 * @param today today in Asia/Shanghai; both `YYYY-MM-DD`
 * @returns such as "12 days left"; empty where one of the two is no date
 */
export function daysLeftWords(iso: string, today: string): string {
  const days = daysUntil(iso, today);
  if (days === null) return '';
  if (days === 0) return t('daysToday');
  if (days === 1) return t('daysTomorrow');
  if (days === -1) return t('daysYesterday');
  return days > 0 ? t('daysLeft', days) : t('daysAgo', -days);
}
