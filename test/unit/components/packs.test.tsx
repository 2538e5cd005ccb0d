// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Library } from '../../../entrypoints/library/library.tsx';
import { isPack, loadPack } from '../../../entrypoints/library/pack-file.ts';
import { LARGEST_PACK, type StoredPack } from '../../../lib/catalogue/pack-facts.ts';
import { cacheDatabase } from '../../../lib/store/cache-database.ts';
import { changePack } from '../../../lib/store/packs.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, the, unmount } from './mount.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

const ID = '00112233aabbccdd';
const stored: StoredPack = {
  id: ID,
  header: {
    name: '云岭包',
    by: '减负小组',
    day: '2025-07-01',
    from: 'relief（3）',
    documents: 3,
    named: 2,
  },
  asOf: '2025-06-30',
  bytes: 1_234_567,
  version: 1,
  on: true,
  added: '2025-07-02T00:00:00.000Z',
  removed: null,
};

let answers: Answers;
let asked: Asked;
beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
  answers = {};
  asked = talk(answers);
  vi.spyOn(browser.commands, 'getAll').mockResolvedValue([]);
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
  await cacheDatabase.packs.clear();
});

const file = (text: string, name = 'x.zhupipack') => new File([text], name);
const drop = (dropped: File) =>
  act(() => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], files: [dropped] } });
    document.dispatchEvent(event);
  });

it('lists packs with who made them, when and from what', async () => {
  await cacheDatabase.packs.bulkPut([
    stored,
    { ...stored, id: 'f'.repeat(16), removed: '2025-07-03T00:00:00.000Z' },
  ]);
  await mount(<Library />);
  await eventually(() => the('[data-pack]'));
  expect(all('[data-pack]')).toHaveLength(1);
  const said = the('[data-pack]').textContent ?? '';
  for (const part of [
    '云岭包',
    'made by 减负小组 on 1 July 2025',
    'from relief（3）',
    'documents: 3',
    '1.2 MB',
    'version 1',
  ])
    expect(said).toContain(part);
});

it('says how to begin where there is none', async () => {
  await mount(<Library />);
  await eventually(() => expect(the('#packs').textContent).toContain('No packs yet.'));
});

it('switches a pack off, and shows what the store says', async () => {
  await cacheDatabase.packs.put(stored);
  answers['pack/switch'] = null;
  await mount(<Library />);
  await eventually(() => the('[data-pack] input'));
  await click('[data-pack] input');
  expect(asked).toEqual([{ name: 'pack/switch', body: { id: ID, on: false } }]);
  expect(the('.toast').textContent).toContain('once they are loaded again');
  await changePack(ID, { on: false });
  await eventually(() => expect(the<HTMLInputElement>('[data-pack] input').checked).toBe(false));
});

it('removes a pack, and takes that back', async () => {
  await cacheDatabase.packs.put(stored);
  Object.assign(answers, { 'pack/remove': null, 'pack/restore': null });
  await mount(<Library />);
  await eventually(() => the('[data-pack]'));
  await click('[data-do=remove-pack]');
  expect(the('.toast').textContent).toContain('All your notes are kept');
  await click('[data-do=undo]');
  expect(asked.map(({ name }) => name)).toEqual(['pack/remove', 'pack/restore']);
});

it('loads a pack that is dropped, told from notes by its name or its first letters', async () => {
  answers['pack/load'] = { pack: stored };
  await mount(<Library />);
  await drop(file('ZHUPIPAK…', 'renamed.bin'));
  await eventually(() => expect(the('.toast').textContent).toContain('Loaded “云岭包”'));
  expect(asked).toEqual([{ name: 'pack/load', body: { base64: 'WkhVUElQQUvigKY=' } }]);
  expect(the('#packs details').hasAttribute('open')).toBe(true);
  expect(await isPack(file('{"format": 1}', 'notes.json'))).toBe(false);
  expect(await isPack(file('rubbish'))).toBe(true);
});

it('says plainly what is wrong with a pack', async () => {
  answers['pack/load'] = refuse('packBroken');
  await mount(<Library />);
  await drop(file('ZHUPI'));
  await eventually(() => expect(the('.toast.problem').textContent).toContain('damaged or incomplete'));
});

it('refuses a file unread that is too large or can’t be read', async () => {
  const large = file('');
  Object.defineProperty(large, 'size', { value: LARGEST_PACK + 1 });
  await expect(loadPack(large)).rejects.toMatchObject({ key: 'packHuge' });
  vi.spyOn(FileReader.prototype, 'readAsDataURL').mockImplementation(function (this: FileReader) {
    this.onerror?.(new ProgressEvent('error') as ProgressEvent<FileReader>);
  });
  await expect(loadPack(file('x'))).rejects.toMatchObject({ key: 'importUnreadable' });
  expect(asked).toEqual([]);
});
