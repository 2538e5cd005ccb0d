// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { importFile } from '../../../entrypoints/library/import-file.ts';
import { Library } from '../../../entrypoints/library/library.tsx';
import { search, shelve, webAddresses } from '../../../entrypoints/library/shelf.ts';
import { LARGEST_FILE } from '../../../lib/export/json.ts';
import { changeSettings, readSettings } from '../../../lib/settings/settings.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, settle, the, type, unmount } from './mount.ts';
import { note, noted } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

const other = noted({
  key: 'other',
  title: '南渡市登记办法',
  noticeTitle: null,
  docNumber: null,
  lastRead: '2025-06-30',
});

let answers: Answers;
let asked: Asked;

beforeEach(async () => {
  fakeBrowser.reset();
  speak('en');
  answers = {};
  asked = talk(answers);
  await notesDatabase.documents.bulkPut([noted(), other]);
  await notesDatabase.notes.bulkPut([
    note(2, { tags: ['期限'] }),
    note(1),
    note(3, { document: 'other', body: '与上文比对' }),
    note(4, { deleted: '2025-06-04T00:00:00Z' }),
  ]);
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
  await notesDatabase.notes.clear();
  await notesDatabase.documents.clear();
});

async function open(): Promise<HTMLElement> {
  const page = await mount(<Library />);
  await eventually(() => expect(all('[data-note]').length).toBeGreaterThan(0));
  await settle();
  return page;
}

const titles = () => all('.shelf h2').map((title) => title.textContent);
const bodies = () => all('.note-body').map((body) => body.textContent);
const file = (text: string) => new File([text], 'notes.json');
const drop = async (dropped: File) => {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [dropped] } });
  await act(() => {
    document.dispatchEvent(event);
  });
  await eventually(() => the('.toast'));
  return event;
};

describe('the library', () => {
  it('lists documents that have notes, the last read first, and their notes in text order', async () => {
    await open();
    expect(titles()).toEqual(['南渡市登记办法', '云岭省数据流通管理办法']);
    expect(bodies()).toEqual(['与上文比对', '批注1', '批注2']);
    expect(the('[role=status]').textContent).toBe('Documents: 2, notes: 3');
    expect(the('.shelf a').getAttribute('href')).toBe('https://www.yunling.gov.cn/art/3.html');
  });

  it.each([
    ['数据流通', ['批注1', '批注2']],
    ['比对', ['与上文比对']],
    ['期限', ['批注2']],
    ['云府发 第1段', ['批注1']],
    ['nowhere', []],
  ])('finds %s', async (wanted, found) => {
    await open();
    await type('input[type=search]', wanted);
    expect(bodies()).toEqual(found);
  });

  it('keeps what was begun in a note while a search hides it', async () => {
    await open();
    await click('[data-do=edit]');
    await type('textarea', '写到一半');
    await type('input[type=search]', '期限');
    expect(all('textarea')).toEqual([]);
    await type('input[type=search]', '');
    expect(the<HTMLTextAreaElement>('textarea').value).toBe('写到一半');
  });

  it('deletes a note, and takes that back', async () => {
    answers['note/remove'] = null;
    answers['note/restore'] = { note: note(3) };
    await open();
    await click('[data-do=delete]');
    await click('[data-do=undo]');
    expect(asked.map(({ name }) => name)).toEqual(['note/remove', 'note/restore']);
  });

  it('imports a file that is dropped, and says what it did', async () => {
    answers['notes/import'] = { added: 2, updated: 1, unchanged: 0 };
    await open();
    const event = await drop(file('{"some": "json"}'));
    expect(event.defaultPrevented).toBe(true);
    expect(asked).toEqual([{ name: 'notes/import', body: { json: '{"some": "json"}' } }]);
    expect(the('.toast').textContent).toContain('2 added, 1 updated, 0 unchanged');
  });

  it('says plainly what is wrong with a file', async () => {
    answers['notes/import'] = refuse('importForeign');
    await open();
    await drop(file('rubbish'));
    expect(the('.toast.problem').textContent).toContain('not exported by Zhupi');
    expect(titles().length).toBe(2);
  });

  it('says how to begin where there is nothing', async () => {
    await notesDatabase.notes.clear();
    const page = await mount(<Library />);
    await eventually(() => expect(page.textContent).toContain('No notes yet.'));
    expect(the<HTMLButtonElement>('[data-do=export-json]').disabled).toBe(true);
  });

  it('holds the settings', async () => {
    // jsdom has no locks; one page alone needs none.
    const locks = { request: (_name: string, work: () => unknown) => work() };
    vi.stubGlobal('navigator', { ...navigator, locks });
    await changeSettings((before) => ({ ...before, quietSites: ['www.nandu.gov.cn'] }));
    await open();
    await eventually(() => the('#settings'));
    await click('#settings input[type=checkbox]');
    await eventually(async () => expect((await readSettings()).marks.deadlines).toBe(false));
    await click('#settings input[value=jade]');
    await eventually(async () => expect((await readSettings()).colour).toBe('jade'));
    await click('#settings li button');
    await eventually(async () => expect((await readSettings()).quietSites).toEqual([]));
    vi.unstubAllGlobals();
  });
});

describe('a file to import', () => {
  it('is refused unread where it is too large', async () => {
    const large = file('');
    Object.defineProperty(large, 'size', { value: LARGEST_FILE + 1 });
    await expect(importFile(large)).rejects.toMatchObject({ key: 'importTooBig' });
    expect(asked).toEqual([]);
  });

  it('that cannot be read is said to be so', async () => {
    const broken = file('');
    broken.text = () => Promise.reject(new Error('gone'));
    await expect(importFile(broken)).rejects.toMatchObject({ key: 'importUnreadable' });
  });
});

describe('shelves', () => {
  it('leave out documents without notes', () => {
    expect(shelve([noted(), other], [note(1)]).map(({ document }) => document.key)).toEqual([noted().key]);
  });

  it('stay whole where a search names their document', () => {
    const shelves = shelve([noted(), other], [note(1), note(2)]);
    expect(search(shelves, ' 云岭省 ')[0]?.notes.length).toBe(2);
    expect(search(shelves, '')).toEqual(shelves);
  });

  it('link to web addresses only', () => {
    const addresses = ['javascript:alert(1)', 'data:text/html,x', 'http://a.gov.cn/', 'https://'];
    expect(webAddresses({ addresses })).toEqual(['http://a.gov.cn/']);
  });
});
