import type { EntryKind } from '../../lib/glossary/types.ts';
import { type MessageKey, t } from '../../lib/i18n/t.ts';
import { language } from './language.ts';

const KIND_WORDS: Record<EntryKind, MessageKey> = {
  platform: 'entryPlatform',
  mechanism: 'entryMechanism',
  programme: 'entryProgramme',
  place: 'entryPlace',
  body: 'entryBody',
  right: 'entryRight',
  'document-type': 'entryDocumentType',
  sector: 'entrySector',
  slogan: 'entrySlogan',
  concept: 'entryConcept',
};

/** What sort of thing a term of the glossary is, in a word or two. */
export function entryKindWords(kind: EntryKind): string {
  return t(KIND_WORDS[kind]);
}

/** A year, a month or a day, ISO, as the reader's language writes it. */
export function whenWords(when: string): string {
  const [year, month, day] = when.split('-').map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  // British order, as for all days.
  const locale = language() === 'en' ? 'en-GB' : language();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  });
  return format.format(date);
}

/** Whether English comes before Chinese. */
export function englishFirst(): boolean {
  return language().startsWith('en');
}
