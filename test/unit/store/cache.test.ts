import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { cache, cached, emptyCache } from '../../../lib/store/cache-database.ts';
import { openNotesDatabase } from '../../../lib/store/notes-database.ts';
import { allNotes } from '../../../lib/store/read-notes.ts';
import { putNote } from '../../../lib/store/write-notes.ts';
import { makeDocument, makeNote } from './make.ts';

it('keeps bytes by name', async () => {
  expect(await cached('pack')).toBeUndefined();
  await cache('pack', new Uint8Array([1, 2]));
  await cache('pack', new Uint8Array([3]));
  expect(await cached('pack')).toEqual(new Uint8Array([3]));
});

it('is emptied without touching the notes', async () => {
  const notes = openNotesDatabase();
  await putNote(makeNote(), makeDocument(), notes);
  await cache('pack', new Uint8Array([1]));
  await emptyCache();
  expect(await cached('pack')).toBeUndefined();
  expect(await allNotes(notes)).toEqual([makeNote()]);
});
