import type { FromOursReplies, NamedNote } from '../../lib/messages/lists.ts';
import { NoteSearch } from '../../lib/notes/search.ts';
import type { Note } from '../../lib/notes/types.ts';
import { documentsByKey, notesById } from '../../lib/store/read-notes.ts';
import { type Bookmark, notesPage } from '../../lib/store/read-pages.ts';

/** Finding a note to link to, for the editor: in a page's frame it may not open the store itself. */

/** Notes offered at once. */
const OFFERED = 12;
/** Notes looked through at once, the last written first. */
const PIECE = 500;

/** The last question: whoever types on no longer waits for the one before. */
let last = 0;

/** The last written notes in whose quote, article, text or tags every word stands. */
export async function find({ query }: { query: string }): Promise<FromOursReplies['notes/find']> {
  const turn = ++last;
  const found: Note[] = [];
  let after: Bookmark | null = null;
  while (found.length < OFFERED && turn === last) {
    const piece: Note[] = await notesPage(PIECE, after);
    if (piece.length === 0) break;
    const search = new NoteSearch();
    search.put(piece);
    const ids = new Set(search.find(query).map(({ id }) => id));
    found.push(...piece.filter(({ id }) => ids.has(id)));
    after = piece.at(-1) ?? null;
  }
  return { notes: await named(found.slice(0, OFFERED)) };
}

/** What some notes are called; those that are gone or in the bin are left out. */
export async function name({ ids }: { ids: string[] }): Promise<FromOursReplies['notes/named']> {
  const notes = await notesById(ids);
  return { notes: await named(notes.filter(({ deleted }) => deleted === null)) };
}

async function named(notes: readonly Note[]): Promise<NamedNote[]> {
  const documents = await documentsByKey([...new Set(notes.map(({ document }) => document))]);
  const titles = new Map(documents.map(({ key, title, docNumber }) => [key, title ?? docNumber]));
  return notes.map(({ id, document, anchor: { quote, article } }) => ({
    id,
    quote: quote.slice(0, 200),
    article,
    title: titles.get(document) ?? null,
  }));
}
