import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { importNotes } from '../../../lib/store/import-notes.ts';
import { allNotes, documentOf, documents, noteById } from '../../../lib/store/read-notes.ts';
import { putNote } from '../../../lib/store/write-notes.ts';
import { database, emptied } from './database.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const EARLIER = '2025-06-29T00:00:00.000Z';
const NOW = '2025-07-02T00:00:00.000Z';
const LATER = '2025-07-01T00:00:00.000Z';

/** Stores one note, imports another version of it, and gives what is stored then. */
async function merge(stored: Parameters<typeof makeNote>[0], incoming: Parameters<typeof makeNote>[0]) {
  await putNote(makeNote(stored), makeDocument(), database);
  const report = await importNotes(
    { documents: [makeDocument()], notes: [makeNote(incoming)] },
    NOW,
    database,
  );
  return { report, note: await noteById(noteId(1), database) };
}

const UNCHANGED = { added: 0, updated: 0, unchanged: 1 };
const UPDATED = { added: 0, updated: 1, unchanged: 0 };

describe('importNotes', () => {
  it('adds notes and their documents', async () => {
    const notes = [makeNote(), makeNote({ id: noteId(2) })];
    const unused = makeDocument({ key: 'known:unused' });
    const report = await importNotes({ documents: [makeDocument(), unused], notes }, NOW, database);
    expect(report).toMatchObject({ added: 2, updated: 0, unchanged: 0 });
    expect(await allNotes(database)).toEqual(notes);
    expect(await documents(database)).toEqual([makeDocument()]);
  });

  it('changes nothing the second time', async () => {
    const file = { documents: [makeDocument()], notes: [makeNote(), makeNote({ id: noteId(2) })] };
    await importNotes(file, NOW, database);
    expect(await importNotes(file, NOW, database)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(await allNotes(database)).toEqual(file.notes);
    expect(await documents(database)).toEqual(file.documents);
  });

  it('keeps what was written last', async () => {
    const newer = await merge({}, { body: '新', updated: LATER });
    expect(newer).toMatchObject({ report: UPDATED, note: { body: '新' } });
    await emptied();
    const older = await merge({}, { body: '旧', updated: EARLIER });
    expect(older).toMatchObject({ report: UNCHANGED, note: { body: makeNote().body } });
  });

  it.each([
    [
      'a newer one in the bin leaves a note in use',
      {},
      { body: '新', updated: LATER, deleted: LATER },
      '新',
      UPDATED,
    ],
    [
      'an older one in the bin changes nothing',
      {},
      { updated: EARLIER, deleted: EARLIER },
      '**留意**期限',
      UNCHANGED,
    ],
    [
      'an older one in use brings a binned note back',
      { updated: LATER, deleted: LATER },
      { body: '旧', updated: EARLIER },
      '**留意**期限',
      UPDATED,
    ],
    [
      'a newer one in use brings a binned note back',
      { deleted: EARLIER },
      { body: '新', updated: LATER },
      '新',
      UPDATED,
    ],
  ])('never deletes: %s', async (_what, stored, incoming, body, expected) => {
    const { report, note } = await merge(stored, incoming);
    expect(report).toMatchObject(expected);
    expect(note).toMatchObject({ deleted: null, body });
  });

  it('adds a note that lies in the bin as one that lies in the bin', async () => {
    await importNotes({ documents: [makeDocument()], notes: [makeNote({ deleted: LATER })] }, NOW, database);
    expect(await allNotes(database)).toEqual([]);
    expect(await noteById(noteId(1), database)).toMatchObject({ deleted: LATER });
  });

  it('takes the latest of a note that a file holds twice', async () => {
    const notes = [
      makeNote({ body: '一' }),
      makeNote({ body: '二', updated: LATER }),
      makeNote({ body: '三' }),
    ];
    const report = await importNotes({ documents: [makeDocument()], notes }, NOW, database);
    expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    expect(await noteById(noteId(1), database)).toMatchObject({ body: '二' });
  });

  it('does not make a document poorer', async () => {
    await putNote(makeNote(), makeDocument({ lastRead: '2025-07-09' }), database);
    const poor = makeDocument({
      title: null,
      addresses: ['https://old/'],
      firstRead: '2024-01-01',
      lastRead: '2024-01-01',
    });
    await importNotes({ documents: [poor], notes: [makeNote({ id: noteId(2) })] }, NOW, database);
    expect(await documentOf(poor.key, database)).toEqual(
      makeDocument({
        addresses: [...makeDocument().addresses, 'https://old/'],
        firstRead: '2024-01-01',
        lastRead: '2025-07-09',
      }),
    );
  });

  it('changes nothing at all where it fails half-way', async () => {
    await putNote(makeNote(), makeDocument(), database);
    const before = await allNotes(database);
    const real = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (++puts === 3) throw new DOMException('', 'QuotaExceededError');
      return real.apply(this, args);
    });
    const notes = [1, 2, 3, 4].map((id) => makeNote({ id: noteId(id), body: '新', updated: LATER }));
    await expect(importNotes({ documents: [makeDocument()], notes }, NOW, database)).rejects.toMatchObject({
      key: 'problemStoreFull',
    });
    vi.restoreAllMocks();
    expect(await allNotes(database)).toEqual(before);
  });

  it('gives the same in whatever order two files come, unless both were written at one moment', async () => {
    const version = fc.record({
      body: fc.constantFrom('甲', '乙', '丙'),
      day: fc.integer({ min: 10, max: 28 }),
      deleted: fc.boolean(),
    });
    const make = ({ body, day, deleted }: { body: string; day: number; deleted: boolean }) =>
      makeNote({ body, updated: `2025-06-${day}T00:00:00.000Z`, deleted: deleted ? EARLIER : null });
    await fc.assert(
      fc.asyncProperty(version, version, async (one, two) => {
        fc.pre(one.day !== two.day);
        const results = [];
        for (const order of [
          [one, two],
          [two, one],
        ]) {
          await emptied();
          for (const each of order)
            await importNotes({ documents: [makeDocument()], notes: [make(each)] }, NOW, database);
          results.push(await noteById(noteId(1), database));
        }
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 30 },
    );
  });
});
