import { t } from '../../lib/i18n/t.ts';
import type { NamedNote } from '../../lib/messages/lists.ts';
import type { NoteLink } from '../../lib/notes/types.ts';

/** Characters of a quote that name its note. */
const QUOTED = 24;

/** What a link says. @param named the notes that links lead to, as far as known */
export function linkWords(link: NoteLink, named: ReadonlyMap<string, NamedNote>): string {
  if (link.kind === 'article') return link.article;
  const note = named.get(link.id);
  return note ? namedWords(note) : t('linkNote');
}

/** A note's name: its article and the beginning of its quote. */
export function namedWords({ quote, article }: NamedNote): string {
  const start = quote.length > QUOTED ? `${quote.slice(0, QUOTED)}…` : quote;
  return article ? `${article} “${start}”` : `“${start}”`;
}
