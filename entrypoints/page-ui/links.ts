import { articleAt } from '../../components/articles.ts';
import { linkWords } from '../../components/words/link.ts';
import type { NamedNote } from '../../lib/messages/lists.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import type { Text } from './session.ts';

/** Where a note leads, for its card: what it says, and its place where that is on this page. */
export function linksOf(text: Text, { links }: Note): { words: string; span: Span | null }[] {
  const { findings, answer, notes, places } = text;
  const named = new Map<string, NamedNote>(
    notes.map(({ id, anchor: { quote, article } }) => [id, { id, quote, article, title: null }]),
  );
  const documents = findings.documents.map((span, i) => ({ span, answer: answer?.documents[i] ?? null }));
  const page = { documents, outline: findings.outline };
  return links.map((link) => ({
    words: linkWords(link, named),
    span: (link.kind === 'note' ? places.get(link.id)?.span : articleAt(link, page)) ?? null,
  }));
}
