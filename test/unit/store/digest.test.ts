import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAll } from '../../../entrypoints/library/notes/read-all.ts';
import { NoteSearch } from '../../../lib/notes/search.ts';
import { cacheDatabase, emptyCache } from '../../../lib/store/cache-database.ts';
import { type DigestEntry, dropDigest, readDigest, writeDigest } from '../../../lib/store/digest.ts';
import { emptyBin, purge } from '../../../lib/store/history.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { eachNotes, notesSince } from '../../../lib/store/read-pages.ts';
import { editNote, putNote, removeNote } from '../../../lib/store/write-notes.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const NOW = '2025-07-20T00:00:00.000Z';
const moment = (k: number) => new Date(Date.UTC(2025, 6, 1, 0, k)).toISOString();
const note = (k: number) =>
  makeNote({ id: noteId(k), body: `第${k}条`, created: moment(k), updated: moment(k) });
const notOver = () => false;

beforeEach(async () => {
  for (const table of [...notesDatabase.tables, ...cacheDatabase.tables]) await table.clear();
  await notesDatabase.about.put({ name: 'id', value: 'this one' });
  for (const k of [1, 2, 3]) await putNote(note(k), makeDocument());
});

async function keep(now = NOW): Promise<boolean> {
  const search = new NoteSearch();
  search.put(await notesDatabase.notes.toArray());
  return writeDigest(search.find(''), new Map([[noteId(2), 40]]), now, notOver);
}

async function kept(): Promise<DigestEntry[] | null> {
  const entries: DigestEntry[] = [];
  return (await readDigest((some) => entries.push(...some))) && entries;
}

describe('the digest', () => {
  it('gives back what was searched of each note, and where it stands', async () => {
    expect(await kept()).toBeNull();
    expect(await keep()).toBe(true);
    const search = new NoteSearch();
    search.put([note(3), note(2), note(1)]);
    expect(await kept()).toEqual(
      search.find('').map((entry) => ({ ...entry, start: entry.id === noteId(2) ? 40 : 0 })),
    );
    expect(await readDigest(() => {})).toEqual({ made: NOW, last: moment(3) });
  });

  it('takes the place of the one before', async () => {
    await keep();
    await putNote(note(4), makeDocument());
    await keep();
    expect((await kept())?.map(({ id }) => id)).toEqual([4, 3, 2, 1].map(noteId));
    // A head, a writer, one piece.
    expect(await cacheDatabase.digest.count()).toBe(3);
  });

  it('counts as none where a piece is missing, or the notes are of another database', async () => {
    await keep();
    await notesDatabase.about.put({ name: 'id', value: 'another' });
    expect(await kept()).toBeNull();
    await notesDatabase.about.put({ name: 'id', value: 'this one' });
    expect(await kept()).toHaveLength(3);
    const names = await cacheDatabase.digest.toCollection().primaryKeys();
    await cacheDatabase.digest.delete(names.find((name) => name.includes('/')) ?? '');
    expect(await kept()).toBeNull();
  });

  it('is not written on after everything was deleted, or by who no longer may', async () => {
    let asked = 0;
    const erasing = () => {
      if (++asked === 1) setTimeout(() => void emptyCache());
      return false;
    };
    expect(await writeDigest([], new Map(), NOW, () => true)).toBe(false);
    const search = new NoteSearch();
    search.put([note(1)]);
    expect(await writeDigest(search.find(''), new Map(), NOW, erasing)).toBe(false);
    expect(await cacheDatabase.digest.count()).toBe(0);
  });

  it('goes with the cache, and before what it may hold goes for good', async () => {
    await keep();
    await emptyCache();
    expect(await kept()).toBeNull();
    await keep();
    await dropDigest(NOW);
    expect(await kept()).toHaveLength(3);
    await purge('2025-08-10T00:00:00.000Z');
    expect(await kept()).toHaveLength(3);
    await purge('2025-08-20T00:00:00.000Z');
    expect(await kept()).toBeNull();
    await keep();
    await emptyBin();
    expect(await kept()).toBeNull();
  });
});

describe('reading all notes', () => {
  const memory = () => ({ search: new NoteSearch(), positions: new Map<string, number>() });
  const bodies = ({ search }: { search: NoteSearch }) =>
    search.find('').map(({ text }) => /第\d+条/.exec(text)?.[0] ?? text);
  /** What could be searched each time that it was said to be ready. */
  const read = async (into = memory(), many = 2) => {
    const ready: string[][] = [];
    await readAll(into, { onRead: () => {}, onReady: () => ready.push(bodies(into)), isOver: notOver }, many);
    return { ready, into };
  };

  it('makes a digest of many, and none of few', async () => {
    expect((await read(memory(), 4)).ready).toHaveLength(1);
    expect(await kept()).toBeNull();
    await read();
    expect(await kept()).toHaveLength(3);
    await read(memory(), 4);
    expect(await kept()).toBeNull();
  });

  it('is ready with the digest and what was written since', async () => {
    await read();
    await putNote(note(4), makeDocument());
    await editNote(noteId(1), { body: '第11条' }, moment(5));
    await removeNote(noteId(2), moment(6));
    const { ready, into } = await read();
    expect(ready).toEqual([['第11条', '第4条', '第3条']]);
    expect([...into.positions.keys()].sort()).toEqual([1, 3, 4].map(noteId));
  });

  it('puts right what the digest could not know', async () => {
    await read();
    // As an import of old notes, and as notes that were deleted for good while the cache could not be reached.
    await notesDatabase.notes.put(note(0));
    await notesDatabase.notes.delete(noteId(2));
    const { ready } = await read();
    expect(ready).toEqual([
      ['第3条', '第2条', '第1条'],
      ['第3条', '第1条', '第0条'],
    ]);
    expect((await kept())?.map(({ id }) => id)).toEqual([3, 1, 0].map(noteId));
  });

  it('keeps what was told of a note while the digest was read', async () => {
    await read();
    const into = memory();
    into.search.put([{ ...note(3), body: '第33条', updated: moment(9) }]);
    await notesDatabase.notes.put({ ...note(3), body: '第33条', updated: moment(9) });
    expect((await read(into)).ready[0]).toEqual(['第33条', '第2条', '第1条']);
  });

  it('takes notes of any ids, and those of a time', async () => {
    const ids = ['0', '7fff', '8', '80f0', 'a0', 'ffff'].map(
      (start) => start + noteId(1).slice(start.length),
    );
    for (const id of ids) await notesDatabase.notes.put(makeNote({ id, updated: NOW }));
    for (const breathe of [null, () => Promise.resolve()]) {
      const found: string[] = [];
      await eachNotes((notes) => found.push(...notes.map(({ id }) => id)), 2, undefined, breathe);
      expect(found.sort()).toEqual([...new Set([...ids, ...[1, 2, 3].map(noteId)])].sort());
    }
    const since = await notesSince(moment(2), 9);
    expect(since?.map(({ id }) => id).sort()).toEqual([...ids, noteId(2), noteId(3)].sort());
    expect(await notesSince(moment(2), 3)).toBeNull();
  });
});
