import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../../lib/notes/types.ts';
import { type NotesDatabase, openNotesDatabase } from '../../../lib/store/notes-database.ts';
import { tagsInUse } from '../../../lib/store/read-notes.ts';
import { documentsPage, eachNotes, notesPage, storeCounts } from '../../../lib/store/read-pages.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const NOTES = 1000;
const moment = (k: number) => new Date(Date.UTC(2025, 0, 1) + k * 60_000).toISOString();
let database: NotesDatabase;

/** One in nine in the bin; three documents; notes 300 to 799 written at one moment, as a bulk change does. */
const notes = Array.from({ length: NOTES }, (_, k) =>
  makeNote({
    id: noteId(k),
    document: `known:${k % 3}`,
    updated: moment(k >= 300 && k < 800 ? 300 : k),
    deleted: k % 9 === 0 ? moment(5000) : null,
    tags: [`甲${k % 5}`, '期限'],
    task: k % 100 === 1 ? { due: moment(2000 - k).slice(0, 10), done: null } : null,
  }),
);
const inUse = notes.filter((note) => note.deleted === null);
const newestFirst = [...inUse].sort((a, b) =>
  a.updated === b.updated ? (a.id < b.id ? 1 : -1) : a.updated < b.updated ? 1 : -1,
);
const ids = (some: Note[]) => some.map(({ id }) => id);

beforeAll(async () => {
  database = openNotesDatabase();
  await database.notes.bulkPut(notes);
  await database.documents.bulkPut(
    [0, 1, 2, 3].map((k) => makeDocument({ key: `known:${k}`, lastRead: `2025-07-0${k + 1}` })),
  );
});

afterAll(() => database.delete());

describe('notes by pages', () => {
  it('come newest first, each once, without those in the bin', async () => {
    for (const size of [90, 400, 5000]) {
      const all: Note[] = [];
      for (;;) {
        const page = await notesPage(size, all.at(-1) ?? null, database);
        all.push(...page);
        if (page.length < size) break;
      }
      expect(ids(all)).toEqual(ids(newestFirst));
    }
  });

  it('come all, piece by piece', async () => {
    const all: Note[] = [];
    let pieces = 0;
    const take = (piece: Note[]) => {
      pieces++;
      all.push(...piece);
    };
    await eachNotes(take, 300, database);
    expect(ids(all)).toEqual(ids(inUse));
    expect(pieces).toBe(4);
  });
});

describe('tags', () => {
  it('of the latest notes come first, the most used before the others', async () => {
    const old = makeNote({ id: noteId(NOTES), tags: ['一', '早先'], updated: moment(-5) });
    await database.notes.put(old);
    expect(await tagsInUse(database)).toEqual(['期限', '甲0', '甲1', '甲2', '甲3', '甲4', '一', '早先']);
    await database.notes.delete(old.id);
  });
});

describe('counts', () => {
  const count = (key: string) => inUse.filter(({ document }) => document === key).length;

  it('of documents come with them, the last read first, those without notes left out', async () => {
    const page = await documentsPage(2, 0, database);
    expect(page.map(({ document, notes }) => [document.key, notes])).toEqual([
      ['known:2', count('known:2')],
      ['known:1', count('known:1')],
    ]);
    expect((await documentsPage(5, 2, database)).map(({ document }) => document.key)).toEqual(['known:0']);
  });

  it('of the store tell the bin from the rest', async () => {
    expect(await storeCounts(database)).toEqual({
      notes: inUse.length,
      bin: NOTES - inUse.length,
      last: moment(NOTES - 1),
    });
  });
});
