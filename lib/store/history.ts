import type { Note, NoteVersion, VersionReason } from '../notes/types.ts';
import { dropDigest } from './digest.ts';
import { guard } from './guard.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';
import { recorded } from './recorded.ts';

/** Days for which what was deleted or overwritten can be brought back. */
export const DAYS_KEPT = 30;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Keeps notes as they are now, before they are overwritten. For use within the transaction that does it; no
 * async function, since the library loses its transaction in those that are called deeper than one.
 */
export function keepVersions(
  database: NotesDatabase,
  notes: readonly Note[],
  { why, at, batch = null }: { why: VersionReason; at: string; batch?: string | null },
): PromiseLike<unknown> {
  return database.history.bulkAdd(
    notes.map((was) => ({ id: crypto.randomUUID(), note: was.id, at, why, batch, was })),
  );
}

/** The earlier versions of a note, the latest first. May be called in a `liveQuery`. @throws Problem */
export function versionsOf(note: string, database = notesDatabase): Promise<NoteVersion[]> {
  return guard(database, async () => {
    const versions = await database.history.where('note').equals(note).toArray();
    return versions.sort((a, b) => (a.was.updated < b.was.updated ? 1 : -1));
  });
}

/** What was overwritten last, in whichever notes. May be called in a `liveQuery`. @throws Problem */
export function latestVersions(count: number, database = notesDatabase): Promise<NoteVersion[]> {
  return guard(database, () => database.history.orderBy('at').reverse().limit(count).toArray());
}

/** The notes in the bin, the last deleted first. May be called in a `liveQuery`. @throws Problem */
export function binned(database = notesDatabase): Promise<Note[]> {
  return guard(database, () => database.notes.orderBy('deleted').reverse().toArray());
}

/** The moment at which something deleted or overwritten at a moment goes for good. Both ISO. */
export function goesAt(deleted: string): string {
  return new Date(Date.parse(deleted) + DAYS_KEPT * DAY).toISOString();
}

/**
 * Deletes for good what was put into the bin, or overwritten, more than 30 days ago.
 *
 * What carries a moment that is yet to come was written while the clock was wrong: its 30 days begin now.
 *
 * @param now ISO time stamp, of a clock that is to be trusted; see `mayPurge`
 * @returns how many notes went
 * @throws Problem where the store can't be written; nothing was changed then
 */
export async function purge(now: string, database = notesDatabase): Promise<number> {
  const before = new Date(Date.parse(now) - DAYS_KEPT * DAY).toISOString();
  const tomorrow = new Date(Date.parse(now) + DAY).toISOString();
  // A younger one knows nothing of what goes now.
  await forget(before);
  return recorded(database, [database.notes, database.history, database.documents], async () => {
    await database.notes.where('deleted').above(tomorrow).modify({ deleted: now });
    await database.history.where('at').above(tomorrow).modify({ at: now });
    const old = await database.notes.where('deleted').below(before).toArray();
    await drop(database, old);
    await database.history.where('at').below(before).delete();
    return old.length;
  });
}

/** Deletes for good all that lies in the bin, with its earlier versions and documents without notes. @returns how many notes went */
export async function emptyBin(database = notesDatabase): Promise<number> {
  await forget(null);
  return recorded(database, [database.notes, database.history, database.documents], async () => {
    const all = await database.notes.orderBy('deleted').toArray();
    await drop(database, all);
    return all.length;
  });
}

/** Where the cache can't be reached, nothing of it can be read either. */
function forget(before: string | null): Promise<void> {
  return dropDigest(before).catch(() => undefined);
}

/** Deletes notes with their earlier versions, and forgets documents of which no note is left and to which none leads. */
async function drop(database: NotesDatabase, notes: readonly Note[]): Promise<void> {
  const ids = notes.map(({ id }) => id);
  await database.notes.bulkDelete(ids);
  await database.history.where('note').anyOf(ids).delete();
  const unused = new Set(notes.map(({ document }) => document));
  for (const key of await database.notes
    .where('document')
    .anyOf([...unused])
    .uniqueKeys())
    unused.delete(String(key));
  if (unused.size === 0) return;
  await database.notes.each(({ links }) => {
    for (const link of links) if (link.kind === 'article') unused.delete(link.document);
  });
  await database.documents.bulkDelete([...unused]);
}
