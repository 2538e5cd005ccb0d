import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_TAGS } from '../../../lib/notes/types.ts';
import { changeNotes, restoreVersion, undoBatch } from '../../../lib/store/change-many.ts';
import { binned, emptyBin, goesAt, purge, versionsOf } from '../../../lib/store/history.ts';
import { importNotes } from '../../../lib/store/import-notes.ts';
import { documents, noteById } from '../../../lib/store/read-notes.ts';
import { editNote, putNote, removeNote, restoreNote } from '../../../lib/store/write-notes.ts';
import { database } from './database.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const DAY = (day: number) => new Date(Date.UTC(2025, 6, day)).toISOString();

beforeEach(async () => {
  await putNote(makeNote(), makeDocument(), database);
});

const versions = async (id = noteId(1)) => (await versionsOf(id, database)).map(({ was }) => was.body);

describe('what is overwritten', () => {
  it('is kept as it was, the latest first, with when and by what', async () => {
    await editNote(noteId(1), { body: '二' }, DAY(1), database);
    await editNote(noteId(1), { colour: 'jade' }, DAY(2), database);
    const kept = await versionsOf(noteId(1), database);
    expect(kept).toMatchObject([
      { note: noteId(1), why: 'edit', at: DAY(2), batch: null, was: { body: '二', colour: 'vermilion' } },
      { note: noteId(1), why: 'edit', at: DAY(1), was: makeNote() },
    ]);
  });

  it('is no version where nothing was changed, or the note only went to the bin and back', async () => {
    await editNote(noteId(1), { body: makeNote().body, tags: ['期限'] }, DAY(1), database);
    await removeNote(noteId(1), DAY(2), database);
    await restoreNote(noteId(1), DAY(3), database);
    await putNote(makeNote(), makeDocument(), database);
    expect(await versions()).toEqual([]);
  });

  it('is kept in the same transaction: without it nothing is overwritten', async () => {
    const real = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'history') throw new DOMException('', 'QuotaExceededError');
      return real.apply(this, args);
    });
    await expect(editNote(noteId(1), { body: '二' }, DAY(1), database)).rejects.toMatchObject({
      key: 'problemStoreFull',
    });
    vi.restoreAllMocks();
    expect(await noteById(noteId(1), database)).toEqual(makeNote());
  });

  it('by an import comes back with the others of that import', async () => {
    await putNote(makeNote({ id: noteId(2), body: '乙' }), makeDocument(), database);
    const notes = [1, 2].map((id) => makeNote({ id: noteId(id), body: `新${id}`, updated: DAY(1) }));
    const report = await importNotes({ documents: [makeDocument()], notes }, DAY(2), database);
    expect(await versions()).toEqual([makeNote().body]);
    await undoBatch(report.batch ?? '', DAY(3), database);
    expect((await noteById(noteId(1), database))?.body).toBe(makeNote().body);
    expect((await noteById(noteId(2), database))?.body).toBe('乙');
    expect((await noteById(noteId(1), database))?.updated).toBe(DAY(3));
    expect(await versions()).toEqual(['新1', makeNote().body]);
  });

  it('by nothing at all has no batch', async () => {
    const notes = [makeNote({ id: noteId(5) })];
    expect(await importNotes({ documents: [makeDocument()], notes }, DAY(2), database)).toMatchObject({
      batch: null,
    });
  });
});

describe('an earlier version', () => {
  it('comes back, and the one it takes the place of is kept', async () => {
    await editNote(noteId(1), { body: '二' }, DAY(1), database);
    const [version] = await versionsOf(noteId(1), database);
    const { note: back, batch } = await restoreVersion(version?.id ?? '', DAY(2), database);
    expect(back).toEqual(makeNote({ updated: DAY(2) }));
    expect(await noteById(noteId(1), database)).toEqual(back);
    expect(await versions()).toEqual(['二', makeNote().body]);
    await undoBatch(batch ?? '', DAY(3), database);
    expect(await noteById(noteId(1), database)).toMatchObject({ body: '二' });
  });

  it('comes out of the bin, and under the document that the note belongs to now', async () => {
    await editNote(noteId(1), { body: '二' }, DAY(1), database);
    await removeNote(noteId(1), DAY(2), database);
    const known = makeDocument({ key: 'known:lamps' });
    await database.documents.put(known);
    await database.notes.update(noteId(1), { document: known.key });
    await database.documents.delete(makeDocument().key);
    const [version] = await versionsOf(noteId(1), database);
    expect(await restoreVersion(version?.id ?? '', DAY(3), database)).toMatchObject({
      note: { body: makeNote().body, deleted: null, document: known.key },
    });
  });

  it('that is gone is said to be', async () => {
    await expect(restoreVersion(noteId(9), DAY(1), database)).rejects.toMatchObject({
      key: 'problemNoteGone',
    });
    await expect(undoBatch(noteId(9), DAY(1), database)).rejects.toMatchObject({ key: 'problemNoteGone' });
  });
});

describe('many notes at once', () => {
  const ids = [1, 2, 3].map(noteId);
  beforeEach(async () => {
    for (const k of [2, 3])
      await putNote(makeNote({ id: noteId(k), tags: ['旧', '期限'] }), makeDocument(), database);
    await database.documents.put(makeDocument({ key: 'known:x' }));
  });
  const stored = () => database.notes.toArray();

  it('change together and come back together', async () => {
    const before = await stored();
    const change = {
      addTags: ['新', '期限'],
      removeTags: ['旧'],
      colour: 'jade',
      document: 'known:x',
    } as const;
    const { notes, batch } = await changeNotes(
      [...ids, noteId(9)],
      { ...change, addTags: [...change.addTags], removeTags: [...change.removeTags] },
      DAY(1),
      database,
    );
    expect(notes).toHaveLength(3);
    for (const note of await stored())
      expect(note).toMatchObject({ tags: ['期限', '新'], colour: 'jade', document: 'known:x' });
    await undoBatch(batch ?? '', DAY(2), database);
    expect(await stored()).toEqual(before.map((note) => ({ ...note, updated: DAY(2) })));
  });

  it('go to the bin and come back', async () => {
    const { batch } = await changeNotes(ids, { deleted: true }, DAY(1), database);
    expect(await binned(database)).toHaveLength(3);
    await undoBatch(batch ?? '', DAY(2), database);
    expect(await binned(database)).toEqual([]);
  });

  it('that say so already are left as they are', async () => {
    const { notes, batch } = await changeNotes(ids, { addTags: ['期限'] }, DAY(1), database);
    expect({ notes, batch }).toEqual({ notes: [], batch: null });
  });

  it('get no more tags than a file may hold, or none of them', async () => {
    const before = await stored();
    const addTags = Array.from({ length: MOST_TAGS }, (_, k) => `标签${k}`);
    await expect(changeNotes(ids, { addTags }, DAY(1), database)).rejects.toMatchObject({
      key: 'problemTooManyTags',
    });
    expect(await stored()).toEqual(before);
  });

  it('move to no document that is not there', async () => {
    const before = await stored();
    await expect(changeNotes(ids, { document: 'known:y' }, DAY(1), database)).rejects.toMatchObject({
      key: 'problemDocumentGone',
    });
    expect(await stored()).toEqual(before);
  });
});

describe('the bin', () => {
  beforeEach(async () => {
    await editNote(noteId(1), { body: '二' }, DAY(1), database);
    await putNote(makeNote({ id: noteId(2) }), makeDocument(), database);
    await removeNote(noteId(1), DAY(1), database);
    await removeNote(noteId(2), DAY(5), database);
  });
  const ids = async () => (await binned(database)).map(({ id }) => id);

  it('lists what was deleted, the last first, and when it goes', async () => {
    expect(await ids()).toEqual([noteId(2), noteId(1)]);
    expect(goesAt(DAY(1))).toBe(DAY(31));
  });

  it('keeps everything for 30 days, then lets it go with its history', async () => {
    expect(await purge(DAY(31), database)).toBe(0);
    expect(await ids()).toHaveLength(2);
    expect(await purge(DAY(32), database)).toBe(1);
    expect(await ids()).toEqual([noteId(2)]);
    expect(await versions()).toEqual([]);
  });

  it('lets earlier versions of notes in use go after 30 days, and the notes stay', async () => {
    await editNote(noteId(2), { body: '三' }, DAY(6), database);
    await restoreNote(noteId(2), DAY(6), database);
    await purge(DAY(36), database);
    expect(await versions(noteId(2))).toEqual([makeNote().body]);
    await purge(DAY(37), database);
    expect(await versions(noteId(2))).toEqual([]);
    expect((await noteById(noteId(2), database))?.body).toBe('三');
  });

  it('gives what was deleted under a clock far ahead its 30 days from now', async () => {
    await restoreNote(noteId(1), DAY(6), database);
    await removeNote(noteId(1), '2031-01-01T00:00:00.000Z', database);
    await purge(DAY(10), database);
    expect((await binned(database)).find(({ id }) => id === noteId(1))?.deleted).toBe(DAY(10));
  });

  it('takes a document along whose last note goes, unless a note leads there', async () => {
    const other = { document: 'known:x' };
    await putNote(makeNote({ id: noteId(3), ...other }), makeDocument({ key: 'known:x' }), database);
    const link = { kind: 'article' as const, ...other, document: makeDocument().key, article: '第三条' };
    await editNote(noteId(3), { links: [link] }, DAY(6), database);
    const keys = async () => (await documents(database)).map(({ key }) => key).sort();
    await purge(DAY(50), database);
    expect(await ids()).toEqual([]);
    expect(await keys()).toEqual(['known:x', makeDocument().key]);
    await removeNote(noteId(3), DAY(51), database);
    await emptyBin(database);
    expect(await keys()).toEqual([makeDocument().key]);
  });

  it('is emptied at once when told to, and nothing else is', async () => {
    await putNote(makeNote({ id: noteId(3) }), makeDocument(), database);
    await editNote(noteId(3), { body: '四' }, DAY(6), database);
    expect(await emptyBin(database)).toBe(2);
    expect(await ids()).toEqual([]);
    expect(await versions()).toEqual([]);
    expect(await versions(noteId(3))).toEqual([makeNote().body]);
  });
});
