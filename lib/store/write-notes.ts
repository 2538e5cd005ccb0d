import { Problem } from '../messages/problem.ts';
import type { Note, NotedDocument, ReadingRecord } from '../notes/types.ts';
import { keepVersions } from './history.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';
import { recorded } from './recorded.ts';

/**
 * Writing notes: for the background alone. Each function resolves when its transaction is complete and
 * on the disk, and throws a Problem, with nothing changed, where it is not. What is overwritten is kept as
 * an earlier version, in the same transaction.
 */

/** What may be changed of a stored note. */
export type NoteChange = Partial<Pick<Note, 'body' | 'tags' | 'colour' | 'anchor' | 'task' | 'links'>>;

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
    if (before) await keepOld(database, before, stored);
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

/**
 * A transaction over notes, documents, history and own terms: what one writer reads in it, no other changes
 * before it is done.
 */
export function write<T>(database: NotesDatabase, work: () => Promise<T>): Promise<T> {
  const { notes, documents, history, terms } = database;
  return recorded(database, [notes, documents, history, terms], work);
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

/** The record of the first reading is the one that later texts are compared with, until the reader renews it. */
function earlier(one: ReadingRecord | null, other: ReadingRecord | null): ReadingRecord | null {
  if (!one || !other) return one ?? other;
  const [first, last] = other.day < one.day ? [other, one] : [one, other];
  return [last, first].find(({ renewed }) => renewed) ?? first;
}

async function update(database: NotesDatabase, id: string, change: (note: Note) => Note): Promise<Note> {
  const note = await database.notes.get(id);
  if (!note) throw new Problem('problemNoteGone');
  const changed = change(note);
  if (changed !== note) await keepOld(database, note, changed);
  await database.notes.put(changed);
  return changed;
}

/** A note that went into the bin, or came back, says the same: it needs no earlier version. */
function keepOld(database: NotesDatabase, before: Note, now: Note): PromiseLike<unknown> | undefined {
  if (saysTheSame(before, now)) return undefined;
  return keepVersions(database, [before], { why: 'edit', at: now.updated });
}

/** Whether two versions of a note differ in nothing that the reader made. */
export function saysTheSame(one: Note, other: Note): boolean {
  const said = ({ updated: _updated, created: _created, deleted: _deleted, ...rest }: Note) => rest;
  return JSON.stringify(sorted(said(one))) === JSON.stringify(sorted(said(other)));
}

/** A file may hold a note's fields in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}

/** A time stamp after a note's last one, even where the clock was set back: imports compare them. */
export function after(now: string, note: Note): string {
  return now > note.updated ? now : new Date(Date.parse(note.updated) + 1).toISOString();
}
