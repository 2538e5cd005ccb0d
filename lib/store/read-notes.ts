import type { Note, NotedDocument } from '../notes/types.ts';
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

/** The tags in use, the most used first. */
export function tagsInUse(database = notesDatabase): Promise<string[]> {
  return guard(database, async () => {
    const counts = new Map<string, number>();
    await database.notes.orderBy('tags').eachKey((tag) => {
      counts.set(String(tag), (counts.get(String(tag)) ?? 0) + 1);
    });
    return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag);
  });
}

function inUse(note: Note): boolean {
  return note.deleted === null;
}
