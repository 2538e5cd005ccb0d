import type { Note, NotedDocument } from '../notes/types.ts';
import { guard } from './guard.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';

/**
 * Reading few of very many notes: by indexes, never all at once. Every function may be called in a Dexie
 * `liveQuery`, and throws a Problem where the store can't be read.
 */

/** Documents looked through at once. */
const CHUNK = 200;
/** Notes read at once beyond those asked for, since some lie in the bin. */
const SPARE = 20;

/** Where a page of notes ended: the next one begins after it. */
export interface Bookmark {
  updated: string;
  id: string;
}

/**
 * Notes in use, the last written first.
 *
 * @param count how many at most
 * @param after the last one of the page before; null for the first page
 */
export function notesPage(
  count: number,
  after: Bookmark | null = null,
  database = notesDatabase,
): Promise<Note[]> {
  return guard(database, async () => {
    const page: Note[] = [];
    let from = after;
    while (page.length < count) {
      const rows = await olderThan(database, from, count - page.length + SPARE);
      if (rows.length === 0) break;
      page.push(...rows.filter((note) => note.deleted === null));
      from = rows.at(-1) ?? null;
    }
    return page.slice(0, count);
  });
}

/** The next notes by time stamp and then id, both descending, those in the bin too. */
async function olderThan(database: NotesDatabase, after: Bookmark | null, count: number): Promise<Note[]> {
  if (!after) return database.notes.orderBy('updated').reverse().limit(count).toArray();
  const { updated, id } = after;
  // A change to many notes gives them all one time stamp: those already shown are passed over by number.
  const twins = await database.notes.where('updated').equals(updated).primaryKeys();
  const shown = twins.filter((twin) => twin >= id).length;
  const rest = database.notes.where('updated').belowOrEqual(updated).reverse();
  return rest.offset(shown).limit(count).toArray();
}

/** Documents with notes in use, the last read first. @param start how many to pass over */
export function documentsPage(
  count: number,
  start = 0,
  database = notesDatabase,
): Promise<{ document: NotedDocument; notes: number }[]> {
  return guard(database, async () => {
    const page: { document: NotedDocument; notes: number }[] = [];
    let passed = 0;
    for (let offset = 0; page.length < count; offset += CHUNK) {
      const rows = await database.documents
        .orderBy('lastRead')
        .reverse()
        .offset(offset)
        .limit(CHUNK)
        .toArray();
      if (rows.length === 0) break;
      for (const document of rows) {
        const notes = await countOf(document.key, database);
        if (notes > 0 && ++passed > start && page.length < count) page.push({ document, notes });
        if (page.length === count) break;
      }
    }
    return page;
  });
}

/** All of a document's notes less those in the bin: both are counts of an index, no note is read. */
async function countOf(key: string, database: NotesDatabase): Promise<number> {
  const [all, bin] = await Promise.all([
    database.notes.where('document').equals(key).count(),
    database.notes.where('[document+deleted]').between([key, ''], [key, '\uffff']).count(),
  ]);
  return all - bin;
}

/** How many notes are in use and in the bin, and when one was last written. */
export function storeCounts(
  database = notesDatabase,
): Promise<{ notes: number; bin: number; last: string | null }> {
  return guard(database, async () => {
    const [all, bin, last] = await Promise.all([
      database.notes.count(),
      database.notes.orderBy('deleted').count(),
      database.notes.orderBy('updated').last(),
    ]);
    return { notes: all - bin, bin, last: last?.updated ?? null };
  });
}

/** When a note, in use or in the bin, or an own term was last written; null where there is none of either. */
export function lastChange(database = notesDatabase): Promise<string | null> {
  return guard(database, async () => {
    const [note, terms] = await Promise.all([
      database.notes.orderBy('updated').last(),
      database.terms.toArray(),
    ]);
    const moments = [...terms.map(({ updated }) => updated), ...(note ? [note.updated] : [])];
    return moments.sort().at(-1) ?? null;
  });
}

/**
 * Notes written at a moment or after it, those in the bin too.
 *
 * @param most how many at most
 * @returns null where there are more
 */
export function notesSince(moment: string, most: number, database = notesDatabase): Promise<Note[] | null> {
  return guard(database, async () => {
    const notes = await database.notes
      .where('updated')
      .aboveOrEqual(moment)
      .limit(most + 1)
      .toArray();
    return notes.length > most ? null : notes;
  });
}

/** Ids are UUIDs: so many begin before the middle as after it. */
const HALVES = [
  ['', '8'],
  ['7\uffff', '\uffff'],
] as const;

/**
 * Reads all notes in use piece by piece, so that a page stays alive while 100,000 come in.
 *
 * @param take gets each piece
 * @param breathe waits between two pieces, where nobody waits for them; else two are read at once, since the store
 *   would be idle while one is taken in
 */
export async function eachNotes(
  take: (notes: Note[]) => void,
  size = 1000,
  database = notesDatabase,
  breathe: (() => Promise<unknown>) | null = null,
): Promise<void> {
  const read = async (start: string, stop: string) => {
    for (let last = start; ; ) {
      const range = database.notes.where('id').between(last, stop, false, false);
      const rows = await guard(database, () => range.limit(size).toArray());
      const end = rows.at(-1);
      if (!end) return;
      take(rows.filter((note) => note.deleted === null));
      last = end.id;
      await breathe?.();
    }
  };
  const [first, second] = HALVES;
  if (!breathe) await Promise.all([read(...first), read(...second)]);
  else {
    await read(...first);
    await read(...second);
  }
}
