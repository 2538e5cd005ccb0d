import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dropFromBackups, listBackups, makeBackup, readBackup } from '../../../lib/store/backups.ts';
import { eraseAll } from '../../../lib/store/erase.ts';
import { unzip, zip } from '../../../lib/store/gzip.ts';
import { importNotes } from '../../../lib/store/import-notes.ts';
import { keptCopies } from '../../../lib/store/kept-copies.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { allNotes, everything } from '../../../lib/store/read-notes.ts';
import { fileIsDue, fileSaved } from '../../../lib/store/saved-file.ts';
import { forgetLoss, lookAfterNotes, lossMended, readLoss } from '../../../lib/store/sentinel.ts';
import { keepShardFile, shardFile } from '../../../lib/store/shard-files.ts';
import { editNote, putNote, removeNote } from '../../../lib/store/write-notes.ts';
import { eventually } from '../wait.ts';
import { makeDocument, makeNote, noteId } from './make.ts';

const NOW = '2025-07-20T08:00:00.000Z';
const FILE = { documents: [makeDocument()], notes: [makeNote()] };
const day = (number: number) => `2025-07-${String(number).padStart(2, '0')}`;

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  if (!notesDatabase.isOpen()) await notesDatabase.open();
  for (const table of notesDatabase.tables) await table.clear();
});

describe('gzip', () => {
  it('comes round, for any text', async () => {
    for (const text of ['', '朱批', '\u{20000}\n', '批注'.repeat(100_000)]) {
      expect(await unzip(await zip(text))).toBe(text);
    }
    expect((await zip('批注'.repeat(100_000))).length).toBeLessThan(5000);
  });
});

describe('backups', () => {
  it('hold all notes and documents, and say what they are', async () => {
    await makeBackup(FILE, day(1), NOW);
    expect(await listBackups()).toEqual([{ day: day(1), made: NOW, notes: 1, size: expect.any(Number) }]);
    expect(await readBackup(day(1))).toEqual(FILE);
  });

  it('are one a day', async () => {
    await makeBackup(FILE, day(1), NOW);
    await makeBackup({ ...FILE, notes: [makeNote(), makeNote({ id: noteId(2) })] }, day(1), NOW);
    expect(await listBackups()).toMatchObject([{ day: day(1), notes: 2 }]);
    expect((await readBackup(day(1))).notes).toHaveLength(2);
  });

  it('are ten at most: the oldest goes, and leaves nothing', async () => {
    for (let k = 1; k <= 12; k++) await makeBackup(FILE, day(k), NOW);
    expect((await listBackups()).map((one) => one.day)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map(day));
    const keys = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(keys.filter((key) => key.startsWith('backup:'))).toHaveLength(10);
    await expect(readBackup(day(1))).rejects.toMatchObject({ key: 'backupGone' });
  });

  it('are 50 MB at most together', async () => {
    const list = [3, 2, 1].map((k) => ({ day: day(k), made: NOW, notes: 1, size: 24_000_000 }));
    await fakeBrowser.storage.local.set({ backups: list, [`backup:${day(1)}`]: 'x' });
    await makeBackup(FILE, day(4), NOW);
    expect((await listBackups()).map((one) => one.day)).toEqual([day(4), day(3), day(2)]);
    expect(await fakeBrowser.storage.local.get(`backup:${day(1)}`)).toEqual({});
  });

  it('are known by when they were made, too: the clock may have been wrong on a day', async () => {
    const body = async () => (await keptCopies()).notes.map((note) => note.body);
    for (const [wrong, right] of [
      ['2031-01-01', day(1)],
      [day(2), '1999-01-01'],
    ] as const) {
      await makeBackup(FILE, wrong, NOW);
      await makeBackup({ ...FILE, notes: [makeNote({ body: right })] }, right, NOW);
      expect(await body()).toEqual([right]);
      await dropFromBackups(new Set([noteId(9)]));
      expect(await body()).toEqual([right]);
    }
  });

  it('that cannot be read just now are neither forgotten nor taken for none', async () => {
    await makeBackup(FILE, day(1), NOW);
    const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local);
    const fail = (times: number) => {
      const spy = vi.spyOn(fakeBrowser.storage.local, 'get');
      for (let k = 1; k < times; k++) spy.mockImplementationOnce(get);
      spy.mockRejectedValueOnce(new Error('IO error'));
    };
    fail(1);
    await expect(makeBackup(FILE, day(2), NOW)).rejects.toMatchObject({ key: 'problemStoreFailed' });
    for (const times of [1, 2]) {
      fail(times);
      await expect(dropFromBackups(new Set([noteId(1)]))).rejects.toMatchObject({
        key: 'problemStoreFailed',
      });
      fail(times);
      await expect(keptCopies()).rejects.toMatchObject({ key: 'problemStoreFailed' });
    }
    vi.restoreAllMocks();
    expect((await listBackups()).map((one) => one.day)).toEqual([day(1)]);
    expect(await readBackup(day(1))).toEqual(FILE);
  });

  it('that cannot be written leave those that are there', async () => {
    await makeBackup(FILE, day(1), NOW);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
    await expect(makeBackup(FILE, day(2), NOW)).rejects.toMatchObject({ key: 'backupFailed' });
    expect((await listBackups()).map((one) => one.day)).toEqual([day(1)]);
    expect(await readBackup(day(1))).toEqual(FILE);
  });

  it('that are damaged are said to be', async () => {
    await fakeBrowser.storage.local.set({ [`backup:${day(1)}`]: 'AAAA', [`backup:${day(2)}`]: '%' });
    await expect(readBackup(day(1))).rejects.toMatchObject({ key: 'backupDamaged' });
    await expect(readBackup(day(2))).rejects.toMatchObject({ key: 'backupDamaged' });
    await fakeBrowser.storage.local.set({ [`backup:${day(1)}`]: await zip('{"format":"x"}'), backups: 7 });
    await expect(readBackup(day(1))).rejects.toMatchObject({ key: 'importForeign' });
    expect(await listBackups()).toEqual([]);
  });

  it('bring back what was deleted for good, and leave what was written since', async () => {
    await putNote(makeNote(), makeDocument(), notesDatabase);
    await putNote(makeNote({ id: noteId(2) }), makeDocument(), notesDatabase);
    await makeBackup(await everything(), day(1), NOW);
    await editNote(noteId(1), { body: '后来' }, '2025-07-21T00:00:00.000Z');
    await removeNote(noteId(2), '2025-07-21T00:00:00.000Z');
    await notesDatabase.notes.delete(noteId(2));
    const report = await importNotes(await readBackup(day(1)), NOW);
    expect(report).toMatchObject({ added: 1, updated: 0, unchanged: 1 });
    expect((await allNotes()).map(({ body }) => body)).toEqual(['后来', makeNote().body]);
  });

  it('hold own terms, and bring back those that are not there', async () => {
    const term = {
      ...{
        id: noteId(7),
        key: '放管服',
        hidden: false,
        term: '放管服',
        aliases: [],
        kind: 'slogan' as const,
      },
      ...{ zh: '三件事', en: '', enText: '', where: null, created: NOW, updated: NOW },
    };
    await putNote(makeNote(), makeDocument());
    await notesDatabase.terms.put(term);
    await makeBackup(await everything(), day(1), NOW);
    await notesDatabase.terms.clear();
    await importNotes(await readBackup(day(1)), NOW);
    expect(await notesDatabase.terms.toArray()).toEqual([term]);
    await notesDatabase.terms.put({ ...term, zh: '改过' });
    await importNotes(await readBackup(day(1)), NOW);
    expect(await notesDatabase.terms.toArray()).toMatchObject([{ zh: '改过' }]);
  });
});

describe('the sentinel', () => {
  const throwAway = async () => {
    await notesDatabase.delete();
    await notesDatabase.open();
  };

  it('notices a database that was thrown away, and says what it held', async () => {
    await throwAway();
    await putNote(makeNote(), makeDocument());
    await lookAfterNotes(NOW);
    expect(await readLoss()).toBeNull();
    await throwAway();
    // Even where the reader wrote on before anybody looked.
    await putNote(makeNote({ id: noteId(2) }), makeDocument());
    await lookAfterNotes(NOW);
    expect(await readLoss()).toEqual({ notes: 1, last: makeNote().updated, noticed: NOW, back: null });
    await lookAfterNotes('2025-07-21T00:00:00.000Z');
    expect(await readLoss()).toMatchObject({ noticed: NOW });
    await lossMended(1);
    expect(await readLoss()).toMatchObject({ noticed: NOW, back: 1 });
    await forgetLoss();
    await lookAfterNotes(NOW);
    expect(await readLoss()).toBeNull();
  });

  it('notices tables that were emptied from outside', async () => {
    await putNote(makeNote(), makeDocument());
    await lookAfterNotes(NOW);
    for (const table of notesDatabase.tables) await table.clear();
    await lookAfterNotes(NOW);
    expect(await readLoss()).toMatchObject({ notes: 1 });
  });

  it('takes deleting, and a database without notes, for no loss', async () => {
    await throwAway();
    await lookAfterNotes(NOW);
    await throwAway();
    await lookAfterNotes(NOW);
    await putNote(makeNote(), makeDocument());
    await lookAfterNotes(NOW);
    await notesDatabase.notes.clear();
    await lookAfterNotes(NOW);
    expect(await readLoss()).toBeNull();
  });

  it('concludes nothing where the store cannot be opened', async () => {
    await putNote(makeNote(), makeDocument());
    await lookAfterNotes(NOW);
    notesDatabase.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await expect(lookAfterNotes(NOW)).rejects.toMatchObject({ key: 'problemStoreClosed' });
    vi.restoreAllMocks();
    expect(await readLoss()).toBeNull();
  });
});

describe('a backup file', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const now = Date.parse(NOW);

  it('is offered a month after the first notes, and a month after the last file where notes changed', async () => {
    expect(await fileIsDue(now)).toBe(false);
    await putNote(makeNote(), makeDocument());
    expect(await fileIsDue(now)).toBe(false);
    expect(await fileIsDue(now + 29 * DAY)).toBe(false);
    expect(await fileIsDue(now + 30 * DAY)).toBe(true);
    await fileSaved(new Date(now + 30 * DAY).toISOString());
    expect(await fileIsDue(now + 90 * DAY)).toBe(false);
    await editNote(noteId(1), { body: '改' }, new Date(now + 40 * DAY).toISOString());
    expect(await fileIsDue(now + 59 * DAY)).toBe(false);
    expect(await fileIsDue(now + 60 * DAY)).toBe(true);
  });
});

describe('everything deleted', () => {
  it('leaves no note, document, version, term, backup, sentinel, draft, setting or fetched file', async () => {
    await keepShardFile('x', new Uint8Array([1]));
    await putNote(makeNote(), makeDocument());
    await editNote(noteId(1), { body: '二' }, NOW);
    await lookAfterNotes(NOW);
    await makeBackup(await everything(), day(1), NOW);
    await fakeBrowser.storage.local.set({ picks: { a: 'b' } });
    await fakeBrowser.storage.session.set({ 'draft:x': 1, 'unsaved:y': 2, 'tab:7': { pages: [] } });
    await eraseAll();
    for (const table of notesDatabase.tables) expect(await table.count()).toBe(0);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await shardFile('x')).toBeUndefined();
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['tab:7']);
    await lookAfterNotes(NOW);
    expect(await readLoss()).toBeNull();
  });

  it('is no loss that is mended, also where the browser ends in the middle and a loss was to be mended', async () => {
    await putNote(makeNote(), makeDocument());
    await fakeBrowser.storage.local.set({ 'store-lost': { notes: 1, last: null, noticed: NOW, back: null } });
    vi.spyOn(fakeBrowser.storage.local, 'clear').mockImplementation(() => new Promise<void>(() => undefined));
    eraseAll();
    await eventually(async () => expect(await notesDatabase.about.count()).toBe(0));
    await lookAfterNotes(NOW);
    expect(await readLoss()).toBeNull();
  });
});
