import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import type { Note } from '../../../lib/notes/types.ts';
import { openNotesDatabase } from '../../../lib/store/notes-database.ts';
import {
  allNotes,
  documentOf,
  documents,
  noteById,
  notesOf,
  notesOfAll,
  tagsInUse,
} from '../../../lib/store/read-notes.ts';
import { editNote, putNote, removeNote, restoreNote } from '../../../lib/store/write-notes.ts';
import { database } from './database.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const LATER = '2025-07-01T00:00:00.000Z';

describe('notes', () => {
  it('come back as they were put, with their document', async () => {
    await putNote(makeNote(), makeDocument(), database);
    expect(await noteById(noteId(1), database)).toEqual(makeNote());
    expect(await documentOf(makeDocument().key, database)).toEqual(makeDocument());
  });

  it('are listed by document, in text order', async () => {
    const at = (start: number) => ({ ...makeNote().anchor, start, end: start + 6 });
    await putNote(makeNote({ id: noteId(1), anchor: at(90) }), makeDocument(), database);
    await putNote(makeNote({ id: noteId(2), anchor: at(7) }), makeDocument(), database);
    const other = makeDocument({ key: 'known:x', lastRead: '2025-07-02' });
    await putNote(makeNote({ id: noteId(3), document: 'known:x' }), other, database);
    const ids = (notes: Note[]) => notes.map((note) => note.id);
    expect(ids(await notesOf(makeDocument().key, database))).toEqual([noteId(2), noteId(1)]);
    expect(ids(await notesOfAll([makeDocument().key, 'known:x', 'known:y'], database))).toHaveLength(3);
    expect(ids(await allNotes(database)).sort()).toEqual([noteId(1), noteId(2), noteId(3)]);
    expect((await documents(database)).map(({ key }) => key)).toEqual(['known:x', makeDocument().key]);
  });

  it('are edited; the time stamp grows even where the clock was set back', async () => {
    await putNote(makeNote(), makeDocument(), database);
    const edited = await editNote(noteId(1), { body: '新', tags: [] }, '2020-01-01T00:00:00.000Z', database);
    expect(edited).toEqual(makeNote({ body: '新', tags: [], updated: '2025-06-30T08:00:00.001Z' }));
    expect(await noteById(noteId(1), database)).toEqual(edited);
  });

  it('that are not there cannot be edited, binned or restored', async () => {
    for (const change of [
      () => editNote(noteId(9), { body: '' }, LATER, database),
      () => removeNote(noteId(9), LATER, database),
      () => restoreNote(noteId(9), LATER, database),
    ]) {
      await expect(change()).rejects.toMatchObject({ key: 'problemNoteGone' });
    }
  });

  it('go to the bin and come back', async () => {
    await putNote(makeNote(), makeDocument(), database);
    await removeNote(noteId(1), LATER, database);
    expect(await notesOf(makeDocument().key, database)).toEqual([]);
    expect(await allNotes(database)).toEqual([]);
    expect(await noteById(noteId(1), database)).toMatchObject({ deleted: LATER });
    expect(await database.notes.where('deleted').above('').primaryKeys()).toEqual([noteId(1)]);
    await restoreNote(noteId(1), LATER, database);
    const [restored] = await notesOf(makeDocument().key, database);
    expect(restored).toMatchObject({ id: noteId(1), deleted: null, body: makeNote().body });
  });

  it('put twice under one id are one note, made when it was first made', async () => {
    await putNote(makeNote(), makeDocument(), database);
    await putNote(makeNote({ body: '再', created: LATER, updated: LATER }), makeDocument(), database);
    expect(await allNotes(database)).toEqual([makeNote({ body: '再', updated: LATER })]);
  });

  it('give their tags, the most used first', async () => {
    for (const [index, tags] of [['乙', '甲'], ['甲'], []].entries()) {
      await putNote(makeNote({ id: noteId(index), tags }), makeDocument(), database);
    }
    expect(await tagsInUse(database)).toEqual(['甲', '乙']);
  });
});

describe('documents', () => {
  it('keep what is known where a later reading knows less, and gather addresses', async () => {
    await putNote(makeNote(), makeDocument(), database);
    const again = makeDocument({
      title: null,
      issuers: [],
      expires: '2031-06-30',
      addresses: ['https://www.nd.gov.cn/a.html'],
      firstRead: '2025-07-05',
      lastRead: '2025-07-05',
    });
    await putNote(makeNote({ id: noteId(2) }), again, database);
    expect(await documentOf(makeDocument().key, database)).toEqual(
      makeDocument({
        expires: '2031-06-30',
        addresses: ['https://www.nd.gov.cn/a.html', 'https://www.yl.gov.cn/zc/3.html'],
        lastRead: '2025-07-05',
      }),
    );
  });

  it('remember a limited number of addresses', async () => {
    for (let i = 0; i < 30; i++) {
      await putNote(makeNote(), makeDocument({ addresses: [`https://www.yl.gov.cn/${i}`] }), database);
    }
    const stored = await documentOf(makeDocument().key, database);
    expect(stored?.addresses).toHaveLength(20);
    expect(stored?.addresses[0]).toBe('https://www.yl.gov.cn/29');
  });
});

describe('two writers at once', () => {
  it('lose nothing', async () => {
    const other = openNotesDatabase();
    await putNote(makeNote({ body: '' }), makeDocument(), database);
    const writes: Promise<unknown>[] = [];
    for (let i = 2; i < 42; i++) {
      const writer = i % 2 ? database : other;
      writes.push(
        putNote(makeNote({ id: noteId(i) }), makeDocument({ addresses: [`https://a/${i}`] }), writer),
      );
    }
    // One changes the words while the other changes the colour: both must hold.
    writes.push(editNote(noteId(1), { body: '字' }, LATER, database));
    writes.push(editNote(noteId(1), { colour: 'jade' }, LATER, other));
    await Promise.all(writes);
    expect(await allNotes(database)).toHaveLength(41);
    expect(await noteById(noteId(1), other)).toMatchObject({ body: '字', colour: 'jade' });
    other.close();
  });
});

describe('an acknowledged write', () => {
  it('asks for strict durability, in one transaction over all that it may touch', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await putNote(makeNote(), makeDocument(), database);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(1);
    expect([...(writes[0]?.[0] ?? [])].sort()).toEqual(['documents', 'history', 'notes', 'terms']);
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' });
  });

  it('waits for the end of its transaction', async () => {
    const order: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const transaction = real.apply(this, args);
      if (args[1] === 'readwrite') transaction.addEventListener('complete', () => order.push('complete'));
      return transaction;
    });
    await putNote(makeNote(), makeDocument(), database);
    order.push('acknowledged');
    expect(order).toEqual(['complete', 'acknowledged']);
  });

  it('is refused, and nothing changed, where the transaction aborts after the put', async () => {
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = real.apply(this, args);
      if (this.name === 'documents') this.transaction.abort();
      return request;
    });
    await expect(putNote(makeNote(), makeDocument(), database)).rejects.toMatchObject({
      key: /^problemStore/,
    });
    vi.restoreAllMocks();
    expect(await database.notes.count()).toBe(0);
  });

  it.each([
    ['QuotaExceededError', 'problemStoreFull'],
    ['UnknownError', 'problemStoreClosed'],
    ['DataError', 'problemStoreFailed'],
  ])('says %s in plain words', async (name, key) => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', name);
    });
    await expect(putNote(makeNote(), makeDocument(), database)).rejects.toMatchObject({ key });
    vi.restoreAllMocks();
    expect(await database.notes.count()).toBe(0);
  });
});

describe('a store that cannot be opened', () => {
  it('says that a newer Zhupi wrote it, and leaves it alone', async () => {
    await putNote(makeNote(), makeDocument(), database);
    database.close();
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhupi-notes', 1000);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    newer.close();
    await expect(
      putNote(makeNote({ id: noteId(2) }), makeDocument(), openNotesDatabase()),
    ).rejects.toMatchObject({
      key: 'problemStoreNewer',
    });
  });

  it('that never answers is said to be busy after a while, and is tried again the next time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as unknown as IDBOpenDBRequest);
    const reading = allNotes(database);
    const refused = expect(reading).rejects.toMatchObject({ key: 'problemStoreBusy' });
    await vi.advanceTimersByTimeAsync(20_000);
    await refused;
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(await allNotes(database)).toEqual([]);
  });

  it('says that the browser keeps it shut, and is tried again the next time', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await expect(allNotes(database)).rejects.toMatchObject({ key: 'problemStoreClosed' });
    await expect(allNotes(database)).rejects.toMatchObject({ key: 'problemStoreClosed' });
    vi.restoreAllMocks();
    expect(await allNotes(database)).toEqual([]);
  });
});

describe('reading in a liveQuery', () => {
  it('sees what is written elsewhere', async () => {
    const seen: number[] = [];
    let tell = () => {};
    const next = () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      });
    const first = next();
    const watching = liveQuery(() => notesOf(makeDocument().key, database)).subscribe((notes) => {
      seen.push(notes.length);
      tell();
    });
    await first;
    const second = next();
    await putNote(makeNote(), makeDocument(), database);
    await second;
    const third = next();
    await removeNote(noteId(1), LATER, database);
    await third;
    watching.unsubscribe();
    expect(seen).toEqual([0, 1, 0]);
  });
});
