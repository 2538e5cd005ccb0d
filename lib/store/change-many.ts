import { Problem } from '../messages/problem.ts';
import { type Colour, MOST_TAGS, type Note } from '../notes/types.ts';
import { keepVersions } from './history.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';
import { after, saysTheSame, write } from './write-notes.ts';

/** What may be done to many notes at once. */
export interface ManyChange {
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  colour?: Colour | undefined;
  /** Moves them to another document, which must be stored already. */
  document?: string | undefined;
  /** Into the bin, or out of it. */
  deleted?: boolean | undefined;
}

/** What was done, and the name under which `undoBatch` takes it back; null where nothing was overwritten. */
export interface Batch {
  notes: Note[];
  batch: string | null;
}

/**
 * Changes many notes, all or none.
 *
 * @param ids notes that are not there are passed over
 * @param now ISO time stamp
 * @throws Problem `problemDocumentGone` where there is no such document to move them to, `problemTooManyTags`
 *   where a note would have more than others may
 */
export function changeNotes(
  ids: readonly string[],
  change: ManyChange,
  now: string,
  database = notesDatabase,
): Promise<Batch> {
  return write(database, async () => {
    const { document } = change;
    if (document !== undefined && !(await database.documents.get(document)))
      throw new Problem('problemDocumentGone');
    const found = (await database.notes.bulkGet([...new Set(ids)])).filter((note) => note !== undefined);
    return putAll(database, found, (note) => changed(note, change, now), { why: 'bulk', at: now });
  });
}

/**
 * Brings back an earlier version of a note, out of the bin too. The version it takes the place of is kept.
 *
 * @param version its id
 * @returns the note, and the name under which `undoBatch` takes this back; null where it took no place
 * @throws Problem `problemNoteGone` where that version is gone
 */
export function restoreVersion(
  version: string,
  now: string,
  database = notesDatabase,
): Promise<{ note: Note; batch: string | null }> {
  return write(database, async () => {
    const kept = await database.history.get(version);
    if (!kept) throw new Problem('problemNoteGone');
    const present = await database.notes.get(kept.note);
    const back = await asOf(database, kept.was, present, now);
    const batch = present ? crypto.randomUUID() : null;
    if (present) await keepVersions(database, [present], { why: 'restore', at: back.updated, batch });
    await database.notes.put(back);
    return { note: back, batch };
  });
}

/**
 * Takes back what was changed together: by `changeNotes`, by an import or by a restored backup. Notes that
 * were changed again since then are brought back too; what they said in between is kept as a version.
 *
 * @throws Problem `problemNoteGone` where it is too long ago
 */
export function undoBatch(batch: string, now: string, database = notesDatabase): Promise<Note[]> {
  return write(database, async () => {
    const versions = await database.history.where('batch').equals(batch).toArray();
    if (versions.length === 0) throw new Problem('problemNoteGone');
    const present = await database.notes.bulkGet(versions.map(({ note }) => note));
    const before = new Map(present.flatMap((note) => (note ? [[note.id, note]] : [])));
    const back: Note[] = [];
    for (const { note, was } of versions) {
      const restored = await asOf(database, was, before.get(note), now);
      back.push({ ...restored, deleted: was.deleted });
    }
    await keepVersions(database, [...before.values()], { why: 'restore', at: now });
    await database.notes.bulkPut(back);
    return back;
  });
}

/** An earlier version as the note of today, under the document that it belongs to now if its own is gone. */
async function asOf(
  database: NotesDatabase,
  was: Note,
  present: Note | undefined,
  now: string,
): Promise<Note> {
  const there = (await database.documents.get(was.document)) !== undefined;
  return {
    ...was,
    document: there ? was.document : (present?.document ?? was.document),
    deleted: null,
    updated: after(now, present ?? was),
  };
}

async function putAll(
  database: NotesDatabase,
  notes: readonly Note[],
  change: (note: Note) => Note,
  about: { why: 'bulk'; at: string },
): Promise<Batch> {
  const pairs = notes
    .map((before) => ({ before, now: change(before) }))
    .filter(({ before, now }) => before.deleted !== now.deleted || !saysTheSame(before, now));
  const batch = pairs.length > 0 ? crypto.randomUUID() : null;
  await keepVersions(
    database,
    pairs.map(({ before }) => before),
    { ...about, batch },
  );
  await database.notes.bulkPut(pairs.map(({ now }) => now));
  return { notes: pairs.map(({ now }) => now), batch };
}

function changed(note: Note, change: ManyChange, now: string): Note {
  const { addTags = [], removeTags = [], colour = note.colour, document = note.document, deleted } = change;
  const tags = [...new Set([...note.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])];
  if (tags.length > MOST_TAGS) throw new Problem('problemTooManyTags', String(MOST_TAGS));
  const bin = deleted === undefined ? note.deleted : deleted ? (note.deleted ?? now) : null;
  return { ...note, tags, colour, document, deleted: bin, updated: after(now, note) };
}
