import type { ReaderState } from '../../lib/messages/lists.ts';
import type { Note } from '../../lib/notes/types.ts';

/** Under which keys the notes of a page's documents are kept, each once. */
export function keysOf(state: ReaderState | null): string[] {
  const keys = state?.documents.flatMap(({ answer }) => (answer ? [answer.key] : [])) ?? [];
  return [...new Set(keys)];
}

/** Notes that the page's reader has not looked for yet. */
export function unplaced(notes: readonly Note[] | null, state: ReaderState | null): string[] {
  const known = new Set(state?.notes.map(({ id }) => id));
  return (notes ?? []).map(({ id }) => id).filter((id) => !known.has(id));
}
