import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { versionsOf } from '../../../lib/store/history.ts';
import { moveNotes, notedAmong } from '../../../lib/store/move-notes.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { allNotes, documents, noteById } from '../../../lib/store/read-notes.ts';
import { editNote } from '../../../lib/store/write-notes.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const OLD = 'page:https://www.yl.gov.cn/zc/3.html';
const NEW = 'known:lamps';
const known = makeDocument({
  key: NEW,
  catalogueId: 'lamps',
  addresses: ['https://open.now/'],
  firstRead: '2026-01-01',
  lastRead: '2026-01-01',
});
const always = () => true;

beforeEach(async () => {
  await Promise.all([notesDatabase.notes.clear(), notesDatabase.documents.clear()]);
  await notesDatabase.documents.put(makeDocument({ key: OLD, kind: null }));
  await notesDatabase.notes.bulkPut([
    makeNote({ id: noteId(1), document: OLD }),
    makeNote({ id: noteId(2), document: OLD, deleted: '2025-07-01T00:00:00.000Z' }),
    makeNote({ id: noteId(3), document: 'number:别的' }),
  ]);
});

const stored = () => notesDatabase.notes.toArray();

describe('notes of a document that became known', () => {
  it('move all together, those in the bin too, otherwise unchanged', async () => {
    expect(await moveNotes([OLD, 'number:none'], known, always)).toEqual([OLD]);
    expect((await stored()).map(({ document }) => document)).toEqual([NEW, NEW, 'number:别的']);
    expect((await allNotes()).find(({ id }) => id === noteId(1))).toEqual(makeNote({ document: NEW }));
  });

  it('take along where and when they were written, and nothing of the page that is open', async () => {
    await moveNotes([OLD], known, always);
    const { addresses, firstRead, lastRead } = makeDocument();
    expect(await documents()).toEqual([{ ...known, addresses, firstRead, lastRead }]);
  });

  it('take along their earlier versions, and the links that lead to them', async () => {
    await notesDatabase.history.clear();
    await editNote(noteId(1), { body: '改过' }, '2025-08-01T00:00:00.000Z');
    const link = (document: string) => ({ kind: 'article' as const, document, article: '第三条' });
    await editNote(noteId(3), { links: [link(OLD), link('number:别的')] }, '2025-08-01T00:00:00.000Z');
    await moveNotes([OLD], known, always);
    expect((await versionsOf(noteId(1))).map(({ was }) => was.document)).toEqual([NEW]);
    expect((await noteById(noteId(3)))?.links).toEqual([link(NEW), link('number:别的')]);
  });

  it('join those that are there already', async () => {
    await notesDatabase.documents.put({ ...known, lastRead: '2025-12-01' });
    await notesDatabase.notes.put(makeNote({ id: noteId(4), document: NEW }));
    await moveNotes([OLD], known, always);
    expect((await allNotes()).filter(({ document }) => document === NEW)).toHaveLength(2);
    expect(await documents()).toMatchObject([
      {
        key: NEW,
        lastRead: '2025-12-01',
        addresses: ['https://open.now/', 'https://www.yl.gov.cn/zc/3.html'],
      },
    ]);
  });

  it('stay where the stored document is another one', async () => {
    expect(await moveNotes([OLD], known, ({ title }) => title === '别的')).toEqual([]);
    expect((await stored()).map(({ document }) => document)).toEqual([OLD, OLD, 'number:别的']);
    expect(await documents()).toHaveLength(1);
  });

  it('move all or not at all', async () => {
    // What can't be stored fails after the notes were changed.
    const broken = { ...known, title: (() => 0) as unknown as string };
    await expect(moveNotes([OLD], broken, always)).rejects.toThrow();
    expect((await stored()).map(({ document }) => document)).toEqual([OLD, OLD, 'number:别的']);
    expect((await documents()).map(({ key }) => key)).toEqual([OLD]);
  });

  it('are told from keys that nothing lies under', async () => {
    expect(await notedAmong([OLD, NEW])).toEqual([OLD]);
    expect(await notedAmong([])).toEqual([]);
  });
});
