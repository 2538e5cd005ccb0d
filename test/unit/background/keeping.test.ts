import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listBackups } from '../../../lib/store/backups.ts';
import { binned } from '../../../lib/store/history.ts';
import { journalEnd, keepJournal } from '../../../lib/store/journal.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { changeOwnTerms, ownTerms } from '../../../lib/store/own-terms.ts';
import { allNotes, noteById } from '../../../lib/store/read-notes.ts';
import { keepPlaces, placesSeen } from '../../../lib/store/seen-places.ts';
import { lookAfterNotes, readLoss } from '../../../lib/store/sentinel.ts';
import { editNote, putNote, removeNote } from '../../../lib/store/write-notes.ts';
import { ownEntry } from '../glossary/sample.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';
import { eventually } from '../wait.ts';
import { World } from './world.ts';

const START = Date.parse('2025-07-10T04:00:00.000Z');
const HOUR = 60 * 60 * 1000;
let world: World;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.resetModules();
  for (const table of notesDatabase.tables) await table.clear();
  world = new World();
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  return () => void vi.useRealTimers();
});

const keeping = () => import('../../../entrypoints/background/keeping.ts');
const ring = async (name = 'keep') => (await keeping()).onAlarm({ name });
const ask = (name: string, body: unknown = {}) => world.fromOurs('library.html', name, body);
const put = (id: number, updated = new Date().toISOString()) =>
  putNote(makeNote({ id: noteId(id), updated }), makeDocument());
const days = async () => (await listBackups()).map(({ day, notes }) => [day, notes]);

const throwAway = async () => {
  await notesDatabase.delete();
  await notesDatabase.open();
};

describe('the rounds', () => {
  it('begin once a session', async () => {
    await put(1);
    await (await keeping()).lookAtStart();
    expect(await days()).toEqual([['2025-07-10', 1]]);
    expect(await fakeBrowser.alarms.get('keep')).toMatchObject({ periodInMinutes: 180 });
    vi.setSystemTime(START + 24 * HOUR);
    await put(2);
    world.restart();
    await (await keeping()).lookAtStart();
    expect(await days()).toEqual([['2025-07-10', 1]]);
  });

  it('make one backup a day on which notes changed, and renew it when it is some hours old', async () => {
    await ring();
    expect(await days()).toEqual([]);
    await put(1);
    await ring();
    await put(2);
    vi.setSystemTime(START + HOUR);
    await ring();
    expect(await days()).toEqual([['2025-07-10', 1]]);
    vi.setSystemTime(START + 4 * HOUR);
    await ring();
    expect(await days()).toEqual([['2025-07-10', 2]]);
    vi.setSystemTime(START + 48 * HOUR);
    await ring();
    expect(await days()).toEqual([['2025-07-10', 2]]);
    await put(3);
    await ring();
    expect(await days()).toEqual([
      ['2025-07-12', 3],
      ['2025-07-10', 2],
    ]);
  });

  it('pass over alarms of others, and a browser that forgets everything', async () => {
    await put(1);
    await ring('somebody');
    (fakeBrowser as unknown as { extension: object }).extension = { inIncognitoContext: true };
    await ring();
    expect(await days()).toEqual([]);
  });

  it('empty the bin of what is too old, but not by a clock that leapt', async () => {
    await putNote(makeNote({ deleted: '2025-07-10T00:00:00.000Z' }), makeDocument());
    for (const day of [0, 1, 2, 3]) {
      vi.setSystemTime(START + day * 24 * HOUR);
      await ring();
    }
    vi.setSystemTime(START + 400 * 24 * HOUR);
    await ring();
    expect(await binned()).toHaveLength(1);
    for (const day of [401, 402, 403]) {
      vi.setSystemTime(START + day * 24 * HOUR);
      await ring();
    }
    expect(await binned()).toEqual([]);
  });

  it('follow a written note soon', async () => {
    await world.fromOurs('library.html', 'notes/import', { json: '' });
    await put(1);
    await ask('note/write', { id: noteId(1), body: '字', tags: [], colour: 'jade' });
    await eventually(async () => expect(await fakeBrowser.alarms.get('keep-soon')).toBeTruthy());
    await notesDatabase.delete();
    await notesDatabase.open();
    await ring('keep-soon');
    expect(await readLoss()).toMatchObject({ notes: 1 });
  });

  it('follow a change of own terms soon', async () => {
    expect(
      await ask('glossary/change', { put: [ownEntry(1, { term: '放管服' })], remove: [] }),
    ).toHaveProperty('ok');
    await eventually(async () => expect(await fakeBrowser.alarms.get('keep-soon')).toBeTruthy());
  });
});

describe('a database that the browser threw away', () => {
  const bodies = async () => (await allNotes()).map(({ body }) => body).sort();
  beforeEach(() => keepJournal());

  it('comes back at once from the backup and what was written since, and is told of', async () => {
    await put(1);
    await ring();
    await put(2);
    await editNote(noteId(1), { body: '改' }, new Date().toISOString());
    await throwAway();
    await (await keeping()).lookAtStart();
    expect(await bodies()).toEqual([makeNote().body, '改']);
    expect(await readLoss()).toMatchObject({ notes: 1, back: 2 });
    expect(await days()).toEqual([['2025-07-10', 2]]);
    await ask('backup/lost-seen');
    expect(await readLoss()).toBeNull();
  });

  it('comes back before there was any backup, and when it goes in the middle of a session', async () => {
    await put(1);
    await editNote(noteId(1), { body: '字' }, new Date().toISOString());
    await lookAfterNotes(new Date().toISOString());
    await fakeBrowser.storage.session.set({ 'looked-after': true });
    await throwAway();
    world.restart();
    await (await keeping()).lookAtStart();
    expect(await bodies()).toEqual(['字']);
  });

  it('comes back without a word where there were only own terms, a bin, or one note that nobody had counted yet', async () => {
    await lookAfterNotes(new Date().toISOString());
    await put(1);
    await removeNote(noteId(1), new Date().toISOString());
    const term = ownEntry(1, { term: '放管服' });
    await changeOwnTerms({ put: [term], remove: [] });
    for (const copies of ['journal', 'backup']) {
      await throwAway();
      await fakeBrowser.storage.session.set({ 'looked-after': true });
      world.restart();
      await (await keeping()).lookAtStart();
      expect(await binned(), copies).toHaveLength(1);
      expect(await ownTerms()).toEqual([term]);
      expect(await readLoss()).toBeNull();
      expect(await days()).toEqual([['2025-07-10', 1]]);
    }
  });

  it('keeps its copies until all is back, and takes no later backup in their place', async () => {
    await put(1);
    await ring();
    await throwAway();
    await put(2);
    vi.setSystemTime(START + 5 * HOUR);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(ring()).rejects.toMatchObject({ key: 'problemStoreFull' });
    full.mockRestore();
    expect(await days()).toEqual([['2025-07-10', 1]]);
    await ring();
    expect(await allNotes()).toHaveLength(2);
    expect(await days()).toEqual([['2025-07-10', 2]]);
  });
});

describe('a loss that could not be mended yet', () => {
  const bodies = async () => (await allNotes()).map(({ body }) => body).sort();
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
  beforeEach(async () => {
    keepJournal();
    // The background's too, which stands on modules of its own.
    (await import('../../../lib/store/journal.ts')).keepJournal();
    await put(1);
    await ring();
    await editNote(noteId(1), { body: '改' }, new Date().toISOString());
    await throwAway();
    const disk = full();
    await expect(ring()).rejects.toMatchObject({ key: 'problemStoreFull' });
    disk.mockRestore();
  });

  it('is mended before the emptied bin is backed up', async () => {
    await put(2);
    await ask('note/remove', { id: noteId(2) });
    expect(await ask('bin/empty', { backups: true })).toEqual({ ok: { gone: 1 } });
    expect(await bodies()).toEqual(['改']);
    expect(await days()).toEqual([['2025-07-10', 1]]);
  });

  it('stays one where an older backup is taken in by hand, until what was written since is back too', async () => {
    await ask('backup/restore', { day: '2025-07-10' });
    expect(await bodies()).toEqual(['改']);
    expect(await readLoss()).toBeNull();
  });

  it('stays one where the reader has read of it and the store is still full', async () => {
    const disk = full();
    expect(await ask('backup/lost-seen')).toMatchObject({ problem: { key: 'problemStoreFull' } });
    disk.mockRestore();
    expect(await readLoss()).toMatchObject({ back: null });
    expect(await ask('backup/lost-seen')).toEqual({ ok: null });
    expect(await bodies()).toEqual(['改']);
    expect(await readLoss()).toBeNull();
  });
});

describe('a journal that is full', () => {
  it('has a backup made at once, which holds what the browser threw away too', async () => {
    keepJournal();
    await put(1);
    await lookAfterNotes(new Date().toISOString());
    await throwAway();
    await put(2);
    await fakeBrowser.storage.local.set({ journal: { from: 0, to: 2, letters: 5_000_000, missing: null } });
    (await keeping()).wroteNotes();
    await eventually(async () => expect(await days()).toEqual([['2025-07-10', 2]]));
    await eventually(async () => expect(await journalEnd()).toMatchObject({ empty: true, full: false }));
  });
});

describe('the library', () => {
  it('has a backup made, takes it in again, and is done with a loss', async () => {
    await put(1);
    expect(await ask('backup/make')).toEqual({ ok: null });
    await notesDatabase.delete();
    await notesDatabase.open();
    await fakeBrowser.storage.local.set({ 'store-lost': { notes: 1, last: null, noticed: 'x' } });
    expect(await ask('backup/restore', { day: '2025-07-10' })).toEqual({
      ok: { added: 1, updated: 0, unchanged: 0, batch: null },
    });
    expect(await allNotes()).toHaveLength(1);
    expect(await readLoss()).toBeNull();
    expect(await ask('backup/restore', { day: '2025-07-09' })).toMatchObject({
      problem: { key: 'backupGone' },
    });
    expect(await ask('backup/restore', { day: '../x' })).toMatchObject({
      problem: { key: 'problemRefused' },
    });
  });

  it('changes many notes and takes that back', async () => {
    await put(1);
    await put(2);
    const ids = [noteId(1), noteId(2)];
    const answer = await ask('notes/change', { ids, change: { addTags: ['新'], deleted: true } });
    expect(await binned()).toHaveLength(2);
    const { batch } = (answer as unknown as { ok: { batch: string } }).ok;
    await ask('notes/undo', { batch });
    expect((await allNotes()).map(({ tags }) => tags)).toEqual([['期限'], ['期限']]);
  });

  it('brings back an earlier version', async () => {
    await put(1);
    await ask('note/write', { id: noteId(1), body: '改', tags: [], colour: 'jade' });
    const [version] = await notesDatabase.history.toArray();
    expect(await ask('note/version', { version: version?.id })).toMatchObject({
      ok: { note: { body: makeNote().body, colour: 'vermilion' } },
    });
  });

  it('empties the bin', async () => {
    await put(1);
    const { document } = makeNote();
    await keepPlaces(document, '2026-01-01', new Map([[noteId(1), 'exact']]), true);
    await ask('note/remove', { id: noteId(1) });
    expect(await ask('bin/empty')).toEqual({ ok: { gone: 1 } });
    expect(await noteById(noteId(1))).toBeUndefined();
    expect(await placesSeen([document])).toEqual(new Map());
  });

  it('empties the bin in the backups too where that is wanted, and nothing else of them', async () => {
    keepJournal();
    await put(1);
    await put(2);
    await ask('backup/make');
    vi.setSystemTime(START + 24 * HOUR);
    await ask('note/remove', { id: noteId(1) });
    await ask('backup/make');
    vi.setSystemTime(START + 48 * HOUR);
    await ask('bin/empty');
    expect(await days()).toEqual([
      ['2025-07-11', 2],
      ['2025-07-10', 2],
    ]);
    await ask('backup/restore', { day: '2025-07-10' });
    await ask('note/remove', { id: noteId(1) });
    expect(await ask('bin/empty', { backups: true })).toEqual({ ok: { gone: 1 } });
    expect(await days()).toEqual([
      ['2025-07-12', 1],
      ['2025-07-11', 1],
      ['2025-07-10', 1],
    ]);
    const [, , first] = await listBackups();
    expect(first?.made).toBe('2025-07-10T04:00:00.000Z');
    expect(await ask('backup/restore', { day: '2025-07-10' })).toMatchObject({
      ok: { added: 0, unchanged: 1 },
    });
    expect(await noteById(noteId(1))).toBeUndefined();
    expect((await journalEnd()).empty).toBe(true);
  });

  it('leaves the bin as it is where the backups can’t be written', async () => {
    await put(1);
    await ask('backup/make');
    await ask('note/remove', { id: noteId(1) });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    expect(await ask('bin/empty', { backups: true })).toMatchObject({ problem: { key: 'backupFailed' } });
    vi.restoreAllMocks();
    expect(await binned()).toHaveLength(1);
    expect(await days()).toEqual([['2025-07-10', 1]]);
  });

  it('deletes everything only where that was confirmed', async () => {
    await put(1);
    await ask('backup/make');
    for (const body of [{}, { confirmed: false }])
      expect(await ask('store/erase', body)).toMatchObject({ problem: { key: 'problemRefused' } });
    expect(await allNotes()).toHaveLength(1);
    expect(await ask('store/erase', { confirmed: true })).toEqual({ ok: null });
    expect(await notesDatabase.notes.count()).toBe(0);
    expect(await listBackups()).toEqual([]);
  });

  it('leaves no backup that was being made when everything was deleted', async () => {
    await put(1);
    const round = ring();
    expect(await ask('store/erase', { confirmed: true })).toEqual({ ok: null });
    await round;
    expect(await listBackups()).toEqual([]);
    expect(await readLoss()).toBeNull();
  });

  it('alone may ask that, no page', async () => {
    const here = { tab: 7, frame: 0 };
    world.load(here);
    for (const name of ['store/erase', 'bin/empty', 'backup/restore', 'notes/change'])
      expect(await world.fromPage(here, name, { confirmed: true })).toMatchObject({
        problem: { key: 'problemRefused' },
      });
  });
});
