import { Problem } from '../messages/problem.ts';
import type { Note, NotedDocument, ReadingRecord } from '../notes/types.ts';
import { guard } from './guard.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';

/**
 * Writing notes: for the background alone. Each function resolves when its transaction is complete and
 * on the disk, and throws a Problem, with nothing changed, where it is not.
 */

/** What may be changed of a stored note. */
export type NoteChange = Partial<Pick<Note, 'body' | 'tags' | 'colour' | 'anchor'>>;

/** Addresses remembered of a document. */
const MOST_ADDRESSES = 20;

/**
 * Stores a new note and what is known of its document. Storing the same id again overwrites the note:
 * an editor that never got its answer may ask again.
 *
 * @param note the note; its `document` is the document's key
 * @param document as it was read now; what is stored of it is kept where this knows less
 */
export function putNote(note: Note, document: NotedDocument, database = notesDatabase): Promise<Note> {
  return write(database, async () => {
    const before = await database.notes.get(note.id);
    const stored = before ? { ...note, created: before.created, updated: after(note.updated, before) } : note;
    await database.notes.put(stored);
    await database.documents.put(merged(await database.documents.get(document.key), document));
    return stored;
  });
}

/**
 * Changes a stored note.
 *
 * @param now ISO time stamp
 * @throws Problem `problemNoteGone` where there is none
 */
export function editNote(
  id: string,
  change: NoteChange,
  now: string,
  database = notesDatabase,
): Promise<Note> {
  return write(database, () =>
    update(database, id, (note) => ({ ...note, ...change, updated: after(now, note) })),
  );
}

/** Puts a note into the bin. It stays in the store; `restoreNote` brings it back. */
export function removeNote(id: string, now: string, database = notesDatabase): Promise<Note> {
  return write(database, () =>
    update(database, id, (note) =>
      note.deleted ? note : { ...note, deleted: now, updated: after(now, note) },
    ),
  );
}

/** Takes a note out of the bin. */
export function restoreNote(id: string, now: string, database = notesDatabase): Promise<Note> {
  return write(database, () =>
    update(database, id, (note) =>
      note.deleted ? { ...note, deleted: null, updated: after(now, note) } : note,
    ),
  );
}

/** A transaction over both tables: what one writer reads in it, no other changes before it is done. */
export function write<T>(database: NotesDatabase, work: () => Promise<T>): Promise<T> {
  return guard(database, async () => database.transaction('rw', database.notes, database.documents, work));
}

/** What is known of a document after it was read again. */
export function merged(before: NotedDocument | undefined, now: NotedDocument): NotedDocument {
  if (!before) return { ...now, addresses: now.addresses.slice(0, MOST_ADDRESSES) };
  const later = now.lastRead >= before.lastRead;
  const [newer, older] = later ? [now, before] : [before, now];
  return {
    key: now.key,
    catalogueId: newer.catalogueId ?? older.catalogueId,
    title: newer.title ?? older.title,
    noticeTitle: newer.noticeTitle ?? older.noticeTitle,
    docNumber: newer.docNumber ?? older.docNumber,
    issuers: newer.issuers.length > 0 ? newer.issuers : older.issuers,
    kind: newer.kind ?? older.kind,
    issued: newer.issued ?? older.issued,
    published: newer.published ?? older.published,
    effective: newer.effective ?? older.effective,
    expires: newer.expires ?? older.expires,
    addresses: [...new Set([...newer.addresses, ...older.addresses])].slice(0, MOST_ADDRESSES),
    firstRead: before.firstRead < now.firstRead ? before.firstRead : now.firstRead,
    lastRead: newer.lastRead,
    record: earlier(before.record, now.record),
  };
}

/** The record of the first reading is the one that later texts are compared with. */
function earlier(one: ReadingRecord | null, other: ReadingRecord | null): ReadingRecord | null {
  return one && other ? (other.day < one.day ? other : one) : (one ?? other);
}

async function update(database: NotesDatabase, id: string, change: (note: Note) => Note): Promise<Note> {
  const note = await database.notes.get(id);
  if (!note) throw new Problem('problemNoteGone');
  const changed = change(note);
  await database.notes.put(changed);
  return changed;
}

/** A time stamp after a note's last one, even where the clock was set back: imports compare them. */
function after(now: string, note: Note): string {
  return now > note.updated ? now : new Date(Date.parse(note.updated) + 1).toISOString();
}
