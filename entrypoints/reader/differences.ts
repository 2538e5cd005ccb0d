import type { Match } from '../../lib/catalogue/types.ts';
import type { TextDifferences } from '../../lib/messages/lists.ts';
import type { Span } from '../../lib/reading/types.ts';
import type { Text } from './session.ts';

/** A sentence of the page that a known text does not have. */
export interface Altered extends Span {
  added: boolean;
  /** Title of the document that is known otherwise. */
  title: string;
}

/** Characters of the page that tell a place in the panel: no more than a line. */
const WORDS = 60;
const NEAR = 16;

const compared = ({ answer }: Pick<Text, 'answer'>) =>
  answer?.matches.filter((match) => match.compared) ?? [];

/** The sentences that differ from the known texts of the documents on the page, where they were compared. */
export function alteredOf(text: Pick<Text, 'answer'>): Altered[] {
  return compared(text).flatMap(sentences);
}

function sentences({ title, altered, added = [] }: Match): Altered[] {
  const isNew = new Set(added.map(({ start }) => start));
  return altered.map(({ start, end }) => ({ start, end, title, added: isNew.has(start) }));
}

/** The same for the panel, in the page's words. */
export function differencesOf(text: Text): TextDifferences[] {
  const words = (start: number, end: number) =>
    text.page.input.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return compared(text).map((match) => ({
    id: match.id,
    altered: sentences(match).map(({ start, end, added }) => ({
      ...{ start, end, added },
      text: words(start, Math.min(end, start + WORDS)),
    })),
    gaps: (match.gaps ?? []).map(({ start, end, count }) => ({
      ...{ start, end, count },
      before: words(Math.max(match.start, start - NEAR), start),
      after: words(end, Math.min(match.end, end + NEAR)),
    })),
  }));
}
