import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeBackup } from '../../../lib/store/backups.ts';
import { eraseAll } from '../../../lib/store/erase.ts';
import { emptyBin } from '../../../lib/store/history.ts';
import { importNotes } from '../../../lib/store/import-notes.ts';
import {
  append,
  dropJournal,
  isJournalKey,
  journalEnd,
  keepJournal,
  readJournal,
} from '../../../lib/store/journal.ts';
import { keptCopies } from '../../../lib/store/kept-copies.ts';
import { moveNotes } from '../../../lib/store/move-notes.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { changeOwnTerms } from '../../../lib/store/own-terms.ts';
import { everything } from '../../../lib/store/read-notes.ts';
import { editNote, putNote, removeNote } from '../../../lib/store/write-notes.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const NOW = '2025-07-20T08:00:00.000Z';
const TERM = {
  ...{ id: noteId(7), key: '放管服', hidden: false, term: '放管服', aliases: [], kind: 'slogan' as const },
  ...{ zh: '三件事', en: '', enText: '', where: null, created: NOW, updated: NOW },
};

const sorted = async (file: ReturnType<typeof everything>) => {
  const { documents, notes, terms = [] } = await file;
  return { documents, notes: notes.sort((a, b) => (a.id < b.id ? -1 : 1)), terms };
};

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  if (!notesDatabase.isOpen()) await notesDatabase.open();
  for (const table of notesDatabase.tables) await table.clear();
  keepJournal();
});

describe('the journal', () => {
  it('holds with the backup all that the database does, whatever was done', async () => {
    await putNote(makeNote(), makeDocument());
    await putNote(makeNote({ id: noteId(2) }), makeDocument());
    await putNote(makeNote({ id: noteId(3) }), makeDocument());
    const { end } = await journalEnd();
    await makeBackup(await everything(), '2025-07-20', NOW);
    await dropJournal(end);
    expect(await readJournal()).toEqual([]);
    await editNote(noteId(1), { body: '改' }, NOW);
    await removeNote(noteId(2), NOW);
    await emptyBin();
    await importNotes({ documents: [makeDocument()], notes: [makeNote({ id: noteId(4) })] }, NOW);
    await changeOwnTerms({ put: [TERM], remove: [] });
    await moveNotes([makeDocument().key], makeDocument({ key: 'number:别名' }), () => true);
    const kept = await sorted(keptCopies());
    expect(kept).toEqual(await sorted(everything()));
    expect(kept.notes.map(({ id, document, body }) => [id, document, body])).toEqual([
      [noteId(1), 'number:别名', '改'],
      [noteId(3), 'number:别名', makeNote().body],
      [noteId(4), 'number:别名', makeNote().body],
    ]);
  });

  it('has what was acknowledged, also where many write at once, and nothing of what failed', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => noteId(index + 1));
    await Promise.all(ids.map((id) => putNote(makeNote({ id }), makeDocument())));
    await expect(editNote(noteId(99), { body: '改' }, NOW)).rejects.toMatchObject({ key: 'problemNoteGone' });
    const written = (await readJournal()).filter(([table]) => table === 'notes');
    expect(written.map(([, id]) => id).sort()).toEqual(ids);
  });

  it('is no reason to refuse a note where it cannot be written', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    await expect(putNote(makeNote(), makeDocument())).resolves.toMatchObject({ id: noteId(1) });
  });

  it('takes in with the next what it could not hold, in order, but nothing after all was deleted', async () => {
    const fails = () =>
      vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('IO error'));
    fails();
    await putNote(makeNote(), makeDocument());
    await editNote(noteId(1), { body: '改' }, NOW);
    expect((await keptCopies()).notes.map(({ body }) => body)).toEqual(['改']);
    fails();
    await editNote(noteId(1), { body: '再改' }, NOW);
    await putNote(makeNote({ id: noteId(2) }), makeDocument());
    expect((await keptCopies()).notes.map(({ body }) => body)).toEqual(['再改', makeNote().body]);
    fails();
    await editNote(noteId(1), { body: '三改' }, NOW);
    await eraseAll();
    await putNote(makeNote({ id: noteId(3) }), makeDocument());
    expect((await keptCopies()).notes.map(({ id }) => id)).toEqual([noteId(3)]);
  });

  it('asks for a backup where it is long, or could not hold something large', async () => {
    expect(await journalEnd()).toEqual({ end: 0, empty: true, full: false });
    await append([['notes', noteId(1), makeNote({ body: '字'.repeat(1_000_000) })]]);
    expect(await journalEnd()).toEqual({ end: 1, empty: false, full: true });
    await dropJournal(1);
    expect(await journalEnd()).toEqual({ end: 1, empty: true, full: false });
    const toJson = vi.fn(() => ({}));
    await append(Array.from({ length: 6000 }, (_, k) => ['notes', noteId(k), { toJSON: toJson }]));
    expect(await journalEnd()).toEqual({ end: 2, empty: false, full: true });
    expect(toJson).not.toHaveBeenCalled();
    await dropJournal(2);
    for (let k = 0; k < 5; k++) await append([['notes', noteId(k), { body: '字'.repeat(900_000) }]]);
    expect(await journalEnd()).toMatchObject({ full: true });
  });

  it('keeps what was written while a backup was being made', async () => {
    await append([['notes', noteId(1), null]]);
    const { end } = await journalEnd();
    await append([['notes', noteId(2), null]]);
    await dropJournal(end);
    expect(await readJournal()).toEqual([['notes', noteId(2), null]]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).every(isJournalKey)).toBe(true);
  });

  it('passes over what is damaged, and takes the rest in', async () => {
    await putNote(makeNote(), makeDocument());
    await append([['notes', noteId(5), { id: noteId(5), document: 7 }]]);
    await append([['notes', noteId(6), null]]);
    await fakeBrowser.storage.local.set({ 'journal:2': '{"' });
    expect((await keptCopies()).notes).toEqual([makeNote()]);
    await fakeBrowser.storage.local.set({ journal: 'x' });
    expect(await readJournal()).toEqual([]);
  });

  it('gives a note back of whose document nothing is kept', async () => {
    await append([['notes', noteId(1), makeNote()]]);
    const { notes, documents } = await keptCopies();
    expect(notes).toEqual([makeNote()]);
    expect(documents).toMatchObject([{ key: makeNote().document, title: null, lastRead: '2025-06-30' }]);
  });

  it('goes with everything else', async () => {
    await Promise.all([putNote(makeNote(), makeDocument()), putNote(makeNote(), makeDocument())]);
    await eraseAll();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
