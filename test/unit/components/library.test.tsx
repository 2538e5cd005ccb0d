// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DocumentsView } from '../../../entrypoints/library/documents.tsx';
import { Library } from '../../../entrypoints/library/library.tsx';
import { keeperOf, NO_WISH, placeOf, type Wish } from '../../../entrypoints/library/notes/choose.ts';
import type { Entry } from '../../../lib/notes/search.ts';
import { webAddresses } from '../../../lib/notes/web-addresses.ts';
import { addToLog } from '../../../lib/settings/reading-log.ts';
import { changeSettings, readSettings } from '../../../lib/settings/settings.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { keepPlaces } from '../../../lib/store/seen-places.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, pick, settle, the, type, unmount } from './mount.ts';
import { note, noted, status } from './samples.ts';
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
  vi.spyOn(browser.commands, 'getAll').mockResolvedValue([]);
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
  await eventually(() => the('[data-ready=true]'));
  await settle();
  return page;
}

const titles = () => all('.note-document').map((title) => title.textContent);
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
  it('lists all notes in use, the last written first, each with its document', async () => {
    await open();
    expect(bodies()).toEqual(['与上文比对', '批注2', '批注1']);
    expect(titles()).toEqual(['南渡市登记办法', '云岭省数据流通管理办法', '云岭省数据流通管理办法']);
    expect(the('search [role=status]').textContent).toBe('Notes: 3');
    expect(the('.note a[target=_blank]').getAttribute('href')).toBe('https://www.yunling.gov.cn/art/3.html');
  });

  it.each([
    ['数据流通', ['批注2', '批注1']],
    ['比对', ['与上文比对']],
    ['期限', ['批注2']],
    ['云府发 第1段', ['批注1']],
    ['nowhere', []],
  ])('finds %s', async (wanted, found) => {
    await open();
    await type('input[type=search]', wanted);
    await eventually(() => expect(bodies()).toEqual(found));
  });

  it.each([
    ['document', 'other', ['与上文比对']],
    ['tag', '期限', ['批注2']],
    ['task', 'overdue', ['与上文比对']],
    ['colour', 'amber', []],
    ['sort', 'document', ['与上文比对', '批注1', '批注2']],
    ['sort', 'due', ['与上文比对', '批注2', '批注1']],
  ])('filters and orders by %s %s', async (name, value, found) => {
    await notesDatabase.notes.update(note(3).id, { task: { due: '2020-01-01', done: null } });
    await open();
    await pick(`[name=${name}]`, value);
    await eventually(() => expect(bodies()).toEqual(found));
  });

  it('says where notes were found when their page was last read, and filters by that', async () => {
    await keepPlaces('other', '2025-06-30', new Map([[note(3).id, 'changed']]), true);
    await open();
    await eventually(() =>
      expect(all('[data-seen]').map((words) => words.dataset.seen)).toEqual(['changed', 'unseen', 'unseen']),
    );
    expect(the('[data-seen]').textContent).toBe('Text changed (seen on 30 June 2025)');
    await pick('[name=state]', 'changed');
    await eventually(() => expect(bodies()).toEqual(['与上文比对']));
    await pick('[name=state]', 'unseen');
    await eventually(() => expect(bodies()).toEqual(['批注2', '批注1']));
    await pick('[name=state]', 'lost');
    await eventually(() => expect(bodies()).toEqual([]));
  });

  it('says what is overdue and due soon, and shows it', async () => {
    const task = { due: '2020-01-01', done: null };
    await notesDatabase.notes.update(note(1).id, { task });
    await notesDatabase.notes.update(note(3).id, { task: { ...task, done: '2020-01-01T00:00:00Z' } });
    await open();
    await eventually(() => the('[data-do=due-overdue]'));
    expect(all('[data-do=due-soon]')).toEqual([]);
    expect(the('[data-do=due-overdue]').textContent).toBe('Overdue: 1');
    await click('[data-do=due-overdue]');
    await eventually(() => expect(bodies()).toEqual(['批注1']));
    await click('[data-do=due-overdue]');
    await eventually(() => expect(bodies()).toHaveLength(3));
  });

  it('offers documents with how many notes each has', async () => {
    await open();
    await eventually(() =>
      expect(all('[name=document] option').map((one) => one.textContent)).toEqual([
        expect.any(String),
        '南渡市登记办法 (1)',
        '云岭省数据流通管理办法 (2)',
      ]),
    );
  });

  it('shows a note’s earlier versions with it, and brings one back', async () => {
    answers['note/version'] = { note: note(3), batch: null };
    await notesDatabase.notes.update(note(3).id, { updated: '2025-06-20T00:00:00Z' });
    const id = '00000000-0000-4000-8000-000000000077';
    const was = note(3, { body: '从前的话' });
    await notesDatabase.history.put({ id, note: was.id, at: was.updated, why: 'edit', batch: null, was });
    await open();
    const versions = the<HTMLDetailsElement>('.versions');
    versions.open = true;
    await eventually(() => expect(versions.textContent).toContain('从前的话'));
    await click('.versions [data-do=restore-version]');
    expect(asked).toContainEqual({ name: 'note/version', body: { version: id } });
    await notesDatabase.history.clear();
  });

  it('shows the notes of one document, or one note, where the address names it', async () => {
    await mount(<Library document="other" />);
    await eventually(() => expect(bodies()).toEqual(['与上文比对']));
    await unmount();
    await mount(<Library only={note(2).id} />);
    await eventually(() => expect(bodies()).toEqual(['批注2']));
  });

  it('follows what is written elsewhere', async () => {
    await open();
    await notesDatabase.notes.put(note(5, { body: '新写的' }));
    await eventually(() => expect(bodies()).toContain('新写的'));
    await notesDatabase.notes.update(note(5).id, { deleted: '2025-06-10T00:00:00Z' });
    await eventually(() => expect(bodies()).not.toContain('新写的'));
  });

  it('deletes, tags and moves many notes, and takes that back', async () => {
    answers['notes/change'] = { notes: [], batch: '7d4f3c60-0000-4000-8000-000000000000' };
    answers['notes/undo'] = { notes: [] };
    await open();
    await click('[data-do=choose]');
    await click('[data-do=choose-all]');
    expect(the('.bulk').dataset.chosen).toBe('3');
    await type('[name=bulk-tag]', '期限，待查');
    await click('[data-do=bulk-tag]');
    await click('[data-do=undo]');
    expect(all('.bulk')).toEqual([]);
    await click('[data-do=choose]');
    await click('[data-do=bulk-delete]');
    expect(the('.toast').textContent).toContain('Notes deleted: 1.');
    await click('[data-do=choose]');
    await pick('[name=move]', 'other');
    const ids = [note(3), note(2), note(1)].map(({ id }) => id);
    expect(asked).toEqual([
      {
        name: 'notes/change',
        body: { ids: expect.arrayContaining(ids), change: { addTags: ['期限', '待查'] } },
      },
      { name: 'notes/undo', body: { batch: '7d4f3c60-0000-4000-8000-000000000000' } },
      { name: 'notes/change', body: { ids: [note(3).id], change: { deleted: true } } },
      { name: 'notes/change', body: { ids: [note(3).id], change: { document: 'other' } } },
    ]);
  });

  it('shows many notes page by page', async () => {
    const many = Array.from({ length: 120 }, (_, k) =>
      note(1, { id: `00000000-0000-4000-8000-1${String(k).padStart(11, '0')}`, body: `第${k}条批注` }),
    );
    await notesDatabase.notes.bulkPut(many);
    await open();
    await eventually(() => the('[data-do=page-next]'));
    await eventually(() => expect(all('[data-note]').length).toBe(50));
    await click('[data-do=page-next]');
    await click('[data-do=page-next]');
    await eventually(() => expect(all('[data-note]').length).toBe(23));
    expect(the<HTMLButtonElement>('[data-do=page-next]').disabled).toBe(true);
  });

  it('keeps what was begun in a note while a search hides it', async () => {
    await open();
    await click('[data-do=edit]');
    await type('textarea', '写到一半');
    await type('input[type=search]', '期限');
    await eventually(() => expect(all('textarea')).toEqual([]));
    await type('input[type=search]', '');
    await eventually(() => expect(the<HTMLTextAreaElement>('textarea').value).toBe('写到一半'));
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
    expect(titles().length).toBe(3);
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

describe('choosing among notes', () => {
  it.each([
    ['云岭省人民政府', '云岭省'],
    ['南渡市住房和城乡建设局', '南渡市'],
    ['澄江新区管理委员会', '澄江新区'],
    ['国家市场监督管理总局', null],
    ['区域合作办公室', null],
    ['财政部', null],
  ])('tells the place of %s', (issuer, place) => {
    expect(placeOf({ issuers: [issuer] })).toBe(place);
  });

  const entry = (part: Partial<Entry>): Entry => ({
    id: 'a',
    document: 'one',
    colour: 'jade',
    tags: [],
    created: '2025-06-01T00:00:00Z',
    updated: '2025-06-01T20:00:00Z',
    due: null,
    task: 'none',
    text: '',
    ...part,
  });
  const documents = new Map([['one', { key: 'one', issuers: ['云岭省财政厅'], lastRead: '2025-06-01' }]]);

  it.each<[Partial<Wish>, Partial<Entry>, boolean]>([
    [{}, {}, true],
    [{ issuer: '云岭省财政厅', place: '云岭省' }, {}, true],
    [{ issuer: '南渡市财政局' }, {}, false],
    [{ place: '南渡市' }, {}, false],
    // Four in the morning of the next day, in Shanghai.
    [{ from: '2025-06-02', to: '2025-06-02' }, {}, true],
    [{ to: '2025-06-01' }, {}, false],
    [{ task: 'any' }, {}, false],
    [{ task: 'any' }, { task: 'done' }, true],
    [{ task: 'open' }, { task: 'open', due: '2025-01-01' }, true],
    [{ task: 'overdue' }, { task: 'open', due: '2025-06-20' }, false],
    [{ task: 'overdue' }, { task: 'done', due: '2025-01-01' }, false],
    [{ task: 'soon' }, { task: 'open', due: '2025-06-26' }, true],
    [{ task: 'soon' }, { task: 'open', due: '2025-06-27' }, false],
    [{ task: 'soon' }, { task: 'open', due: '2025-06-19' }, false],
    [{ state: 'moved' }, {}, true],
    [{ state: 'unseen' }, {}, false],
    [{ state: 'unseen' }, { id: 'b' }, true],
  ])('%j keeps %j: %s', (wish, part, kept) => {
    const seen = new Map([['a', { state: 'moved' as const }]]);
    expect(keeperOf({ ...NO_WISH, ...wish }, documents, '2025-06-20', seen)(entry(part))).toBe(kept);
  });
});

describe('the shortcuts', () => {
  it('are listed as they are now, with the way to change them', async () => {
    vi.spyOn(browser.commands, 'getAll').mockResolvedValue([
      { name: 'write-note', description: 'Write a note', shortcut: 'Alt+Shift+A' },
      { name: 'highlight', description: 'Highlight', shortcut: '' },
    ]);
    const open = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    await mount(<Library />);
    await eventually(() => expect(the('[data-shortcut=write-note]').textContent).toContain('Alt+Shift+A'));
    expect(the('[data-shortcut=highlight]').textContent).toContain('none');
    await click('[data-do=change-shortcuts]');
    expect(open).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  });
});

describe('the documents', () => {
  it('are listed with their state and the number of their notes, and open them', async () => {
    answers['catalogue/document'] = { document: null, status };
    await notesDatabase.documents.put(noted({ catalogueId: 'yl-3' }));
    const page = await mount(<DocumentsView />);
    await eventually(() => expect(all('[data-document]').length).toBe(2));
    await eventually(() => expect(the('.badge', page).textContent).toBe('In force'));
    const [first, second] = all('[data-document]');
    expect(first?.textContent).toContain('南渡市登记办法');
    expect(second?.textContent).toContain('2');
    expect(the('h2 a', first).getAttribute('href')).toBe('#document=other');
  });

  it('of which no catalogue knows say what was read of their being in force', async () => {
    const record = { day: '2025-06-01', address: 'https://a.gov.cn/', title: null, hashes: [] };
    const unknown = { catalogueId: null, expires: null, record: { ...record, state: 'in-force' as const } };
    await notesDatabase.documents.bulkPut([
      { ...other, ...unknown },
      noted({ ...unknown, expires: '2020-12-31' }),
    ]);
    await mount(<DocumentsView />);
    await eventually(() =>
      expect(all('.badge').map((badge) => badge.parentElement?.textContent?.trim())).toEqual([
        'In force (as read on 1 June 2025)',
        'Expired',
      ]),
    );
  });

  it('take in a file that is dropped on them', async () => {
    answers['notes/import'] = { added: 2, updated: 0, unchanged: 0, batch: null };
    await mount(<DocumentsView />);
    expect((await drop(file('{}'))).defaultPrevented).toBe(true);
    expect(the('.toast').textContent).toContain('2 added');
  });

  it('keep a log of what was read only where the reader turns it on', async () => {
    const locks = { request: (_name: string, work: () => unknown) => work() };
    vi.stubGlobal('navigator', { ...navigator, locks });
    await mount(<DocumentsView />);
    await eventually(() => the('[name=reading-log]'));
    expect(the<HTMLInputElement>('[name=reading-log]').checked).toBe(false);
    await click('[name=reading-log]');
    await eventually(async () => expect((await readSettings()).readingLog).toBe(true));
    const entry = {
      day: '2025-06-20',
      key: 'k',
      title: '登记办法',
      docNumber: null,
      address: 'https://a.gov.cn/',
    };
    await addToLog([entry]);
    await addToLog([entry, { ...entry, key: 'other' }]);
    await eventually(() => expect(all('[data-logged]').length).toBe(2));
    await click('[data-do=clear-log]');
    await eventually(() => expect(all('[data-logged]').length).toBe(0));
    vi.unstubAllGlobals();
  });
});

describe('a document’s addresses', () => {
  it('link to web addresses only', () => {
    const addresses = ['javascript:alert(1)', 'data:text/html,x', 'http://a.gov.cn/', 'https://'];
    expect(webAddresses({ addresses })).toEqual(['http://a.gov.cn/']);
  });
});
