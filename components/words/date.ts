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

const STYLES = {
  full: { dateStyle: 'full', ...UTC },
  long: { dateStyle: 'long', ...UTC },
  monthDay: { month: 'long', day: 'numeric', ...UTC },
} as const;

/** Making a formatter takes longer than formatting a hundred days, and a panel shows thousands. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, style: keyof typeof STYLES): string {
  // British order: the day before the month, as Chinese official translations have it.
  const locale = language() === 'en' ? 'en-GB' : language();
  const key = `${locale} ${style}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, STYLES[style]);
  formatters.set(key, formatter);
  return formatter.format(date);
}

/**
 * A day with its weekday, in the language of the interface.
 *
 * @param iso `YYYY-MM-DD`; anything else is given back as it is
 */
export function dateWords(iso: string): string {
  const date = parse(iso);
  return date ? format(date, 'full') : iso;
}

/** A day without its weekday. @param iso `YYYY-MM-DD`; anything else is given back as it is */
export function shortDateWords(iso: string): string {
  const date = parse(iso);
  return date ? format(date, 'long') : iso;
}

/** A day that comes every year. @param monthDay `MM-DD`; anything else is given back as it is */
export function monthDayWords(monthDay: string): string {
  // A leap year, so that 29 February is a day.
  const date = parse(`2000-${monthDay}`);
  return date ? format(date, 'monthDay') : monthDay;
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
