import type { NotesFile } from '../export/json.ts';
import type { Note, NotedDocument, ReadingRecord } from '../notes/types.ts';
import { guard } from './guard.ts';
import { notesDatabase } from './notes-database.ts';

/**
 * Reading notes. Every function may be called in a Dexie `liveQuery`, and throws a Problem where the
 * store can't be read. Notes in the bin are left out unless the name says otherwise.
 */

/** The notes of a document, in text order. */
export function notesOf(document: string, database = notesDatabase): Promise<Note[]> {
  return notesOfAll([document], database);
}

/** The notes of several documents, in text order. */
export function notesOfAll(documents: readonly string[], database = notesDatabase): Promise<Note[]> {
  return guard(database, async () => {
    const notes = await database.notes.where('document').anyOf(documents).toArray();
    return notes.filter(inUse).sort((a, b) => a.anchor.start - b.anchor.start);
  });
}

/** One note, also one in the bin; undefined where there is none. */
export function noteById(id: string, database = notesDatabase): Promise<Note | undefined> {
  return guard(database, () => database.notes.get(id));
}

/** Several notes, also those in the bin; ids of none are passed over. */
export function notesById(ids: readonly string[], database = notesDatabase): Promise<Note[]> {
  return guard(database, async () => {
    const notes = await database.notes.bulkGet([...ids]);
    return notes.filter((note) => note !== undefined);
  });
}

/** All notes, in no order. */
export function allNotes(database = notesDatabase): Promise<Note[]> {
  return guard(database, async () => (await database.notes.toArray()).filter(inUse));
}

/** All documents that have or had notes, the last read first. */
export function documents(database = notesDatabase): Promise<NotedDocument[]> {
  return guard(database, () => database.documents.orderBy('lastRead').reverse().toArray());
}

/** What is known of one document; undefined where it never had a note. */
export function documentOf(key: string, database = notesDatabase): Promise<NotedDocument | undefined> {
  return guard(database, () => database.documents.get(key));
}

/** What is known of some documents; those that never had a note are passed over. */
export function documentsByKey(keys: readonly string[], database = notesDatabase): Promise<NotedDocument[]> {
  return guard(database, async () => {
    const stored = await database.documents.bulkGet([...keys]);
    return stored.filter((document) => document !== undefined);
  });
}

/** The records of the first readings of some documents, by their keys; null for one that has none. */
export function recordsOf(
  keys: readonly string[],
  database = notesDatabase,
): Promise<(ReadingRecord | null)[]> {
  return guard(database, async () => {
    const stored = await database.documents.bulkGet([...keys]);
    return stored.map((document) => document?.record ?? null);
  });
}

/** Notes whose tags are offered first, and tags offered at all. */
const LATELY = 300;
const MOST_TAGS = 1000;

/**
 * The tags in use: those of the last 300 notes first, by how often they stand there, then the others.
 * Counting all would mean walking the whole index, which takes seconds with 100,000 notes; this jumps from
 * tag to tag.
 */
export function tagsInUse(database = notesDatabase): Promise<string[]> {
  return guard(database, async () => {
    const counts = new Map<string, number>();
    const latest = await database.notes.orderBy('updated').reverse().limit(LATELY).toArray();
    for (const tag of latest.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const used = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag);
    const others: string[] = [];
    for (let tag = ''; used.length + others.length < MOST_TAGS; ) {
      const [next] = await database.notes.where('tags').above(tag).limit(1).keys();
      if (next === undefined) break;
      tag = String(next);
      if (!counts.has(tag)) others.push(tag);
    }
    return [...used, ...others];
  });
}

/** Everything that a backup holds: all notes, those in the bin too, their documents, own terms. */
export function everything(database = notesDatabase): Promise<NotesFile> {
  return guard(database, async () => {
    const [documents, notes, terms] = await Promise.all([
      database.documents.toArray(),
      database.notes.toArray(),
      database.terms.toArray(),
    ]);
    return { documents, notes, terms };
  });
}

function inUse(note: Note): boolean {
  return note.deleted === null;
}
