// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSection } from '../../../components/section.tsx';
import { ToastBar, useToasts } from '../../../components/toast.tsx';
import { SafePart } from '../../../entrypoints/library/safe/safe.tsx';
import { SafeWarnings } from '../../../entrypoints/library/safe/warnings.tsx';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, settle, the, type, unmount } from './mount.ts';
import { note, noted } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

let answers: Answers;
let asked: Asked;
const DELETED = '2025-06-04T00:00:00.000Z';

beforeEach(async () => {
  fakeBrowser.reset();
  speak('en');
  answers = {};
  asked = talk(answers);
  await notesDatabase.documents.put(noted());
  await notesDatabase.notes.bulkPut([note(1), note(4, { deleted: DELETED, body: '删掉的' })]);
  await notesDatabase.history.put({
    id: '00000000-0000-4000-8000-000000000050',
    note: note(1).id,
    at: '2025-06-05T00:00:00.000Z',
    why: 'edit',
    batch: null,
    was: note(1, { body: '原来的话' }),
  });
});

afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
  for (const table of notesDatabase.tables) await table.clear();
});

function Page() {
  const toasts = useToasts();
  return (
    <>
      <SafeWarnings toasts={toasts} />
      <SafePart toasts={toasts} />
      <ToastBar toasts={toasts} />
    </>
  );
}

async function open(): Promise<HTMLElement> {
  const page = await mount(<Page />);
  await eventually(() => the('[data-version]'));
  expect(all('[data-about=store]')).toEqual([]);
  openSection('safe');
  await eventually(() => the('[data-about=store]'));
  await settle();
  return page;
}

const sent = (wanted: string) => asked.filter(({ name }) => name === wanted).map(({ body }) => body);

const BACKUPS = [
  { day: '2025-06-20', made: 'x', notes: 7, size: 1_400_000 },
  { day: '2025-06-19', made: 'x', notes: 6, size: 900 },
];

describe('safekeeping', () => {
  it('says what is in the store', async () => {
    const page = await open();
    expect(the('[data-about=store]').textContent).toBe('Notes: 1; in the bin: 1. Last written: 4 June 2025.');
    expect(page.textContent).toContain('There is no backup yet.');
  });

  it('lists backups and restores one, with a way back', async () => {
    await fakeBrowser.storage.local.set({ backups: BACKUPS });
    answers['backup/restore'] = { added: 2, updated: 1, unchanged: 4, batch: noted().key };
    answers['notes/undo'] = { notes: [] };
    await open();
    expect(all('[data-backup] span > span').map((row) => row.textContent)).toEqual([
      '7 notes, 1.4 MB',
      '6 notes, 0.9 KB',
    ]);
    await click('[data-backup="2025-06-19"] [data-do=restore-backup]');
    expect(sent('backup/restore')).toEqual([{ day: '2025-06-19' }]);
    await eventually(() => the('.toast [data-do=undo]'));
    expect(the('.toast').textContent).toContain('2 added, 1 updated, 4 unchanged');
    await click('.toast [data-do=undo]');
    expect(sent('notes/undo')).toEqual([{ batch: noted().key }]);
  });

  it('says why a backup could not be restored', async () => {
    await fakeBrowser.storage.local.set({ backups: BACKUPS });
    answers['backup/restore'] = refuse('backupDamaged');
    await open();
    await click('[data-backup="2025-06-20"] [data-do=restore-backup]');
    await eventually(() => expect(the('.toast').textContent).toContain('damaged'));
  });

  it('makes a backup at once', async () => {
    answers['backup/make'] = null;
    await open();
    await click('[data-do=make-backup]');
    expect(sent('backup/make')).toEqual([{}]);
    await fakeBrowser.storage.local.set({ backups: BACKUPS });
    await eventually(() => expect(all('[data-backup]')).toHaveLength(2));
  });

  it('lists the bin with quote, words, document, article and last day, and puts back', async () => {
    answers['note/restore'] = { note: note(4) };
    await open();
    const row = the('[data-binned]').textContent ?? '';
    for (const words of ['第4段引文', '删掉的', '云岭省数据流通管理办法', '第4条', '4 July 2025'])
      expect(row).toContain(words);
    await click('[data-binned] [data-do=restore]');
    expect(sent('note/restore')).toEqual([{ id: note(4).id }]);
  });

  it('empties the bin only when asked twice', async () => {
    answers['bin/empty'] = { gone: 1 };
    await open();
    await click('[data-do=empty-bin]');
    expect(sent('bin/empty')).toEqual([]);
    expect(the('[role=alert]').textContent).toContain('deletes 1 notes');
    await click('[data-do=empty-bin-sure]');
    expect(sent('bin/empty')).toEqual([{ backups: false }]);
  });

  it('says that the backups still hold what is in the bin, and empties them of it only when asked', async () => {
    answers['bin/empty'] = { gone: 1 };
    await fakeBrowser.storage.local.set({
      backups: [{ day: '2025-06-05', made: '2025-06-05T01:00:00.000Z', notes: 2, size: 900 }],
    });
    await open();
    await click('[data-do=empty-bin]');
    await eventually(() =>
      expect(the('[role=alert]').textContent).toContain('still in the backups that Zhupi made'),
    );
    await click('[data-do=empty-bin-backups]');
    expect(sent('bin/empty')).toEqual([{ backups: true }]);
    expect(the('.toast').textContent).toContain('gone from the backups too');
  });

  it('shows what was overwritten and brings it back', async () => {
    const batch = crypto.randomUUID();
    answers['note/version'] = { note: note(1), batch };
    await open();
    expect(the('[data-version]').textContent).toContain('原来的话');
    await click('[data-version] [data-do=restore-version]');
    expect(sent('note/version')).toEqual([{ version: '00000000-0000-4000-8000-000000000050' }]);
    await click('[data-do=undo]');
    expect(sent('notes/undo')).toEqual([{ batch }]);
  });

  it('deletes everything only where the word was typed', async () => {
    answers['store/erase'] = null;
    await open();
    const button = the('[data-do=erase]') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await type('input[name=erase]', 'delete');
    expect(button.disabled).toBe(true);
    await type('input[name=erase]', ' Delete everything ');
    await click('[data-do=erase]');
    expect(sent('store/erase')).toEqual([{ confirmed: true }]);
  });
});

describe('the head of the library', () => {
  it('is silent where nothing is wrong', async () => {
    await open();
    expect(all('[data-about=loss], [data-about=backup-due]')).toEqual([]);
  });

  it('says plainly that the store was thrown away, and offers the latest backup', async () => {
    await fakeBrowser.storage.local.set({
      backups: BACKUPS,
      'store-lost': { notes: 8, last: '2025-06-20T03:00:00.000Z', noticed: DELETED },
    });
    answers['backup/restore'] = { added: 7, updated: 0, unchanged: 0, batch: null };
    answers['backup/lost-seen'] = null;
    await open();
    const words = the('[data-about=loss]').textContent ?? '';
    for (const part of ['8 notes', '20 June 2025', '7 notes']) expect(words).toContain(part);
    await click('[data-do=restore-lost]');
    expect(sent('backup/restore')).toEqual([{ day: '2025-06-20' }]);
    await click('[data-do=loss-seen]');
    expect(sent('backup/lost-seen')).toEqual([{}]);
    await fakeBrowser.storage.local.remove('store-lost');
    await eventually(() => expect(all('[data-about=loss]')).toEqual([]));
  });

  it('says that what was thrown away was brought back', async () => {
    await fakeBrowser.storage.local.set({
      backups: BACKUPS,
      'store-lost': { notes: 8, last: '2025-06-20T03:00:00.000Z', noticed: DELETED, back: 9 },
    });
    await open();
    const words = the('[data-about=loss]').textContent ?? '';
    for (const part of ['8 notes', '20 June 2025', '9 notes were brought back'])
      expect(words).toContain(part);
    expect(all('[data-do=restore-lost]')).toEqual([]);
    the('[data-do=loss-seen]');
  });

  it('offers a backup file once a month', async () => {
    await fakeBrowser.storage.local.set({ 'file-saved': { saved: '2025-01-01T00:00:00.000Z', first: true } });
    await open();
    await eventually(() => the('[data-do=save-backup-now]'));
  });
});
