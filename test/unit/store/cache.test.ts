import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { cache, cacheDatabase, cached, emptyCache } from '../../../lib/store/cache-database.ts';
import { openNotesDatabase } from '../../../lib/store/notes-database.ts';
import { allNotes } from '../../../lib/store/read-notes.ts';
import { dropShardFiles, keepShardFile, shardFile, trimShardFiles } from '../../../lib/store/shard-files.ts';
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

it('lets the files of a server go that were not used for longest, and no others', async () => {
  const at = vi.spyOn(Date, 'now');
  await cache('pack', new Uint8Array(500));
  for (const [day, name] of ['a', 'b', 'c', 'd'].entries()) {
    at.mockReturnValue(day);
    await keepShardFile(name, new Uint8Array(100).fill(day));
  }
  const names = async () => (await cacheDatabase.files.toCollection().primaryKeys()).sort();
  await trimShardFiles(400, 250);
  expect(await names()).toEqual(['pack', 'shards/a', 'shards/b', 'shards/c', 'shards/d']);
  // Another worker reads the oldest one.
  vi.resetModules();
  const again = await import('../../../lib/store/shard-files.ts');
  at.mockReturnValue(9);
  expect(await again.shardFile('a')).toEqual(new Uint8Array(100));
  await again.keepShardFile('e', new Uint8Array(100));
  await again.trimShardFiles(400, 250);
  expect(await names()).toEqual(['pack', 'shards/a', 'shards/e']);
  expect(await shardFile('b')).toBeUndefined();
  await dropShardFiles();
  expect([await names(), await cacheDatabase.shardUses.count()]).toEqual([['pack'], 0]);
  at.mockRestore();
});
