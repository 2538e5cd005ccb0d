import { Dexie, type EntityTable } from 'dexie';
import type { OwnEntry } from '../glossary/types.ts';
import type { Note, NotedDocument, NoteVersion } from '../notes/types.ts';
import { watchChanges } from './recorded.ts';
import { asDocument, asNote } from './upgrade.ts';

/** The reader's own work. Never thrown away; cached things have a database of their own. */
export type NotesDatabase = Dexie & {
  notes: EntityTable<Note, 'id'>;
  documents: EntityTable<NotedDocument, 'key'>;
  /** Notes as they were before they were overwritten. */
  history: EntityTable<NoteVersion, 'id'>;
  /** The reader's own glossary. */
  terms: EntityTable<OwnEntry, 'id'>;
  /** What tells this database from one that was made anew after it was thrown away. */
  about: EntityTable<AboutRow, 'name'>;
};

interface AboutRow {
  name: 'id';
  value: string;
}

/**
 * Dexie opens a database that a newer version wrote by asking for whatever version there is, and writes
 * to it. Notes are too precious for that: it is refused here.
 */
const exactVersion = {
  open: (name: string, version?: number) => {
    if (version === undefined) throw new DOMException(`${name} is of a newer version`, 'VersionError');
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (first: unknown, second: unknown) => indexedDB.cmp(first, second),
};

/**
 * Opens a database of notes, at the first use.
 *
 * Writes are acknowledged when they are on the disk (`strict`), not when the browser has them. Indexes
 * are small: keys, days and tags, never quotes or bodies. A later version adds its own `version(n)` with
 * `upgrade`, and the ones before it stay.
 */
export function openNotesDatabase(): NotesDatabase {
  const database = new Dexie('zhupi-notes', {
    chromeTransactionDurability: 'strict',
    indexedDB: exactVersion,
  }) as NotesDatabase;
  watchChanges(database);
  database.version(1).stores({
    // `deleted` is null for a note in use, and null is in no index: the index lists the bin.
    notes: 'id, document, updated, deleted, *tags',
    documents: 'key, lastRead',
  });
  database
    .version(2)
    .stores({
      // Only what has a due day is in `task.due`, and only the bin's notes are in the pair.
      notes: 'id, document, updated, deleted, *tags, task.due, [document+deleted]',
      history: 'id, note, at, batch',
      terms: 'id, key',
      about: 'name',
    })
    .upgrade(async (work) => {
      await work.table('about').add(newIdentity());
      await work.table('notes').toCollection().modify(asNote);
      await work.table('documents').toCollection().modify(asDocument);
    });
  database.on('populate', (work) => work.table('about').add(newIdentity()));
  return database;
}

function newIdentity(): AboutRow {
  return { name: 'id', value: crypto.randomUUID() };
}

/** The database of this context: the background (which alone writes), or one of our pages. */
export const notesDatabase: NotesDatabase = openNotesDatabase();
