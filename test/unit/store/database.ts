import { afterEach, beforeEach, vi } from 'vitest';
import { type NotesDatabase, openNotesDatabase } from '../../../lib/store/notes-database.ts';

/**
 * The running test's own database of notes: each test of a file that imports this begins with an empty one.
 * The file itself imports `fake-indexeddb/auto`, before anything that loads Dexie.
 */
export let database: NotesDatabase;

/** Another empty database within a test. */
export async function emptied(): Promise<void> {
  await database.delete();
  database = openNotesDatabase();
}

beforeEach(() => {
  database = openNotesDatabase();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});
