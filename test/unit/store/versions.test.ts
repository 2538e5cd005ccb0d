import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { allNotes, documents, noteById, tagsInUse } from '../../../lib/store/read-notes.ts';
import { documentsPage } from '../../../lib/store/read-pages.ts';
import { editNote } from '../../../lib/store/write-notes.ts';
import { database } from './database.ts';
import { type Dump, dump, load } from './dump.ts';
import { makeNote, noteId } from './make.ts';

const folder = new URL('../../fixtures/databases/', import.meta.url);
const fixture = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Dump;
const names = readdirSync(folder).sort();
const newest = fixture(names.at(-1) ?? '');

/** A database's tables and indexes, without what is in them. */
const shapeOf = ({ version, stores }: Dump) => ({
  version,
  stores: Object.entries(stores).map(([name, { keyPath, indexes }]) => ({ name, keyPath, indexes })),
});

describe.each(names)('a database as %s wrote it', (name) => {
  beforeEach(() => load('zhupi-notes', fixture(name)));

  it('has all its notes and documents after it was opened, in the shape of today', async () => {
    const { stores } = fixture(name);
    await database.open();
    database.close();
    const now = await dump('zhupi-notes');
    expect(shapeOf(now)).toEqual(shapeOf(newest));
    for (const table of ['notes', 'documents']) {
      const [before, after] = [stores[table]?.rows ?? [], now.stores[table]?.rows ?? []];
      expect(after).toMatchObject(before as object[]);
      const fields = (rows: unknown[]) => rows.map((row) => Object.keys(row as object).sort());
      expect(new Set(fields(after).map(String))).toEqual(
        new Set(fields(newest.stores[table]?.rows ?? []).map(String)),
      );
    }
    for (const note of (now.stores.notes?.rows ?? []) as { anchor: object }[])
      expect(note.anchor).toHaveProperty('sentence');
    expect(now.stores.about?.rows).toHaveLength(1);
  });

  it('is read and written like any other', async () => {
    expect(await allNotes(database)).toHaveLength(2);
    expect(await documents(database)).toHaveLength(2);
    expect(await tagsInUse(database)).toContain('期限');
    expect(await documentsPage(10, 0, database)).toMatchObject([{ notes: 2 }]);
    const task = { due: '2025-09-01', done: null };
    await editNote(noteId(2), { task }, '2026-01-01T00:00:00.000Z', database);
    expect(await database.notes.where('task.due').equals(task.due).primaryKeys()).toEqual([noteId(2)]);
    expect(await noteById(noteId(2), database)).toMatchObject({ task, colour: 'jade' });
  });
});

describe('the database of today', () => {
  it('made anew has the shape of the newest fixture: whoever changes it adds a version and a fixture', async () => {
    await database.open();
    database.close();
    expect(shapeOf(await dump('zhupi-notes'))).toEqual(shapeOf(newest));
  });

  it('holds every field of a note that the newest fixture has', () => {
    const [note] = newest.stores.notes?.rows ?? [];
    expect(Object.keys(makeNote()).sort()).toEqual(Object.keys(note as object).sort());
  });
});
