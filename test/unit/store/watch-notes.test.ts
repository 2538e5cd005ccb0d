import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { purge } from '../../../lib/store/history.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { type NotesChange, watchNotes } from '../../../lib/store/watch-notes.ts';
import { editNote, putNote, removeNote } from '../../../lib/store/write-notes.ts';
import { eventually } from '../wait.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const LATER = '2025-07-01T00:00:00.000Z';
let told: (NotesChange | null)[];
let end: () => void;

beforeEach(async () => {
  for (const table of notesDatabase.tables) await table.clear();
  for (const k of [1, 2, 3]) await putNote(makeNote({ id: noteId(k) }), makeDocument());
  await new Promise((done) => setTimeout(done, 0));
  told = [];
  end = watchNotes((change) => told.push(change));
});

afterEach(() => end());

const next = async () => {
  await eventually(() => expect(told.length).toBeGreaterThan(0));
  return told.shift();
};

it('tells each note that is written, as it is now', async () => {
  await editNote(noteId(2), { body: '改' }, LATER);
  expect(await next()).toMatchObject({ notes: [{ id: noteId(2), body: '改' }], gone: [] });
  await removeNote(noteId(3), LATER);
  expect(await next()).toMatchObject({ notes: [{ id: noteId(3), deleted: LATER }], gone: [] });
  await putNote(makeNote({ id: noteId(4) }), makeDocument());
  expect(await next()).toMatchObject({ notes: [{ id: noteId(4) }], gone: [] });
  await notesDatabase.notes.where('document').equals(makeDocument().key).modify({ document: 'known:x' });
  expect((await next())?.notes.map(({ document }) => document)).toEqual(Array(4).fill('known:x'));
});

it('tells which are gone for good', async () => {
  await removeNote(noteId(3), LATER);
  await next();
  await purge('2025-09-01T00:00:00.000Z');
  expect(await next()).toEqual({ notes: [], gone: [noteId(3)] });
});

it('says that all may have changed where all were deleted', async () => {
  await notesDatabase.notes.clear();
  expect(await next()).toBeNull();
});

it('is silent about other tables, and after its end', async () => {
  await notesDatabase.documents.put(makeDocument({ key: 'known:y' }));
  end();
  await editNote(noteId(2), { body: '改' }, LATER);
  await new Promise((done) => setTimeout(done, 0));
  expect(told).toEqual([]);
});
