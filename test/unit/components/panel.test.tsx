// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Panel } from '../../../entrypoints/sidepanel/panel.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, settle, the, type, unmount } from './mount.ts';
import { deadline, look, note, noted, state } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

let answers: Answers;
let asked: Asked;

beforeEach(async () => {
  fakeBrowser.reset();
  speak('en');
  history.replaceState(null, '', '?tab=7');
  answers = {
    'tab/look': look,
    'reader/state': state,
    'reader/goto': true,
    'reader/goto-note': true,
    'note/write': { note: note(1) },
    'note/remove': null,
    'note/restore': { note: note(1) },
  };
  asked = talk(answers);
  await notesDatabase.documents.put(noted());
  await notesDatabase.notes.bulkPut([note(1), note(2), note(3), note(9, { document: 'another' })]);
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
  await notesDatabase.notes.clear();
  await notesDatabase.documents.clear();
});

/** Opens the panel and waits for what the store answers. */
async function open(): Promise<HTMLElement> {
  const panel = await mount(<Panel />);
  await eventually(() => expect(all('[data-note]').length).toBeGreaterThan(0));
  await settle();
  return panel;
}

const rows = (kind: string) => all(`[data-row=${kind}]`).map((row) => row.textContent);
const sent = (name: string) => asked.filter((message) => message.name === name).map(({ body }) => body);

describe('the panel', () => {
  it('lists the document, its findings and its notes', async () => {
    const panel = await open();
    expect(the('.document-title').textContent).toBe('云岭省数据流通管理办法');
    expect(panel.textContent).toContain('97% of it stands here');
    expect(rows('deadline')).toEqual([
      expect.stringMatching(/Due10 days leftby Monday,? 30 June 20252025年6月底前/),
      'Time limitwithin 5 working days of “收到申请”自收到申请之日起5个工作日内',
    ]);
    expect(rows('term')).toHaveLength(7);
    expect(rows('heading')).toEqual(['第一章 总则', '第一条 ']);
    expect(rows('citation')).toEqual(['Based onRepealed2 places《云岭省数据条例》']);
    expect(rows('duty')).toEqual(['Lead 省数据局Support 省司法厅、省财政厅By 31 December 2025']);
    expect(all('nav a').map((link) => link.textContent)).toEqual([
      'Deadlines 2',
      'Terms 7',
      'Outline 2',
      'Citations 1',
      'Duties 1',
      'Notes 3',
    ]);
    const headings = all('h1, h2').map((heading) => heading.tagName);
    expect(headings).toEqual(['H1', ...Array(9).fill('H2')]);
  });

  it('shows notes in text order, and plainly which of them moved or were lost', async () => {
    await open();
    expect(all('[data-note]').map((card) => card.dataset.state)).toEqual(['moved', 'exact', 'lost']);
    expect(all('.note-state').map((words) => words.textContent)).toEqual(['Moved', 'Text not found']);
  });

  it('puts a lost note at what is selected on the page, and says where nothing is', async () => {
    await open();
    const place = '[data-state=lost] [data-do=place]';
    expect(all('[data-do=place]')).toHaveLength(1);
    answers['reader/place-note'] = refuse('readerSelectFirst');
    await click(place);
    await eventually(() => expect(document.body.textContent).toContain(t('readerSelectFirst')));
    expect(all('[data-state=lost]')).toHaveLength(1);
    answers['reader/place-note'] = null;
    const lost = the('[data-state=lost]').dataset.note;
    answers['reader/state'] = {
      ...state,
      notes: state.notes.map((one) =>
        one.id === lost ? { ...one, state: 'exact', span: { start: 700, end: 705 } } : one,
      ),
    };
    await click(place);
    await eventually(() => expect(all('[data-state=lost]')).toHaveLength(0));
    expect(document.body.textContent).toContain(t('placePut'));
    expect(sent('reader/place-note')).toEqual([
      { id: lost, at: 'selection' },
      { id: lost, at: 'selection' },
    ]);
  });

  it('goes to the place of any row, and to a note', async () => {
    await open();
    await click('[data-row=deadline] button');
    await click('[data-row=term] button');
    await click('[data-row=heading] button');
    await click('[data-row=citation] button');
    await click('[data-row=duty] button');
    expect(sent('reader/goto')).toEqual([
      { start: 200, end: 210 },
      { start: 100, end: 102 },
      { start: 80, end: 90 },
      { start: 400, end: 410 },
      { start: 580, end: 600 },
    ]);
    await click('[data-note] .row');
    expect(sent('reader/goto-note')).toEqual([{ id: note(3).id }]);
  });

  it.each<[string, unknown, string]>([
    ['the place is gone', false, 'no longer on it'],
    ['the reader is gone', refuse('problemNoAnswer'), 'reload the page'],
  ])('says so where %s', async (_, answer, words) => {
    await open();
    answers['reader/goto'] = answer;
    await click('[data-row=deadline] button');
    expect(the('.toast.problem').textContent).toContain(words);
  });

  it('opens a folded part from the link to it', async () => {
    await open();
    const details = () => the<HTMLDetailsElement>('#outline details').open;
    expect(details()).toBe(false);
    await click('nav a[href="#outline"]');
    expect(details()).toBe(true);
  });

  it('edits a note in place, away from the page', async () => {
    await open();
    await click('[data-do=edit]');
    await type('textarea', '改过');
    await click('[data-do=save]');
    expect(sent('note/write')).toEqual([
      { id: note(3).id, body: '改过', tags: [], colour: 'jade', task: null, links: [] },
    ]);
    expect(all('textarea')).toEqual([]);
    await eventually(() => expect(document.activeElement).toBe(the('[data-do=edit]')));
  });

  it('keeps the form and its text where a note could not be stored', async () => {
    answers['note/write'] = refuse('problemUnexpected');
    await open();
    await click('[data-do=edit]');
    await type('textarea', '改过');
    await click('[data-do=save]');
    expect(the<HTMLTextAreaElement>('textarea').value).toBe('改过');
    expect(the('[role=alert]').textContent).toContain('unexpected');
  });

  it('keeps what was begun in a note while it turns to another page, until it is saved or given up', async () => {
    await open();
    await click('[data-do=edit]');
    await type('textarea', '写到一半');
    await type('.tags input', '标');
    await unmount();
    await open();
    expect(the<HTMLTextAreaElement>('textarea').value).toBe('写到一半');
    await click('[data-do=save]');
    expect(sent('note/write')).toEqual([
      { id: note(3).id, body: '写到一半', tags: ['标'], colour: 'jade', task: null, links: [] },
    ]);
    await unmount();
    await open();
    expect(all('textarea')).toEqual([]);
  });

  it('recolours a note and keeps its words', async () => {
    await open();
    await click('[data-note] input[value=indigo]');
    expect(sent('note/write')).toEqual([{ id: note(3).id, body: '批注3', tags: [], colour: 'indigo' }]);
  });

  it('deletes a note, and takes that back', async () => {
    await open();
    await click('[data-do=delete]');
    expect(sent('note/remove')).toEqual([{ id: note(3).id }]);
    expect(document.activeElement).toBe(the('[data-do=undo]'));
    await click('[data-do=undo]');
    expect(sent('note/restore')).toEqual([{ id: note(3).id }]);
    expect(the('.toast').textContent).toContain('Undone.');
  });

  it('shows what was written elsewhere without being asked', async () => {
    await open();
    await notesDatabase.notes.update(note(1).id, { body: '在别处改了' });
    await eventually(() => expect(the('#notes').textContent).toContain('在别处改了'));
    await notesDatabase.notes.update(note(1).id, { deleted: '2025-06-21T00:00:00Z' });
    await eventually(() => expect(all('[data-note]').length).toBe(2));
  });

  it('asks the reader where a note stands that was written just now, and gives up in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await mount(<Panel />);
      await notesDatabase.notes.put(note(4));
      await eventually(async () => {
        await vi.advanceTimersByTimeAsync(0);
        expect(all('[data-note]').length).toBe(4);
      });
      const before = sent('reader/state').length;
      for (let i = 0; i < 40; i++) {
        await vi.advanceTimersByTimeAsync(500);
        await settle();
      }
      const times = sent('reader/state').length - before;
      expect(times).toBeGreaterThan(0);
      expect(times).toBeLessThan(10);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows the documents of the page, and goes to where they begin and end', async () => {
    const [main] = state.documents;
    if (!main) throw new Error('no sample');
    const other = {
      span: { start: 5000, end: 9000 },
      metadata: { ...main.metadata, title: '南渡市登记办法' },
      answer: null,
    };
    answers['reader/state'] = { ...state, documents: [main, other] };
    await open();
    expect(rows('document')).toEqual([
      expect.stringContaining('云岭省数据流通管理办法 云府发〔2025〕3号In force(97% of it stands here)'),
      expect.stringContaining('南渡市登记办法'),
    ]);
    await click('[data-row=document]:nth-child(2) [data-do=go-start]');
    await click('[data-row=document]:nth-child(2) [data-do=go-end]');
    await click('[data-row=document] [data-do=go-end]');
    expect(sent('reader/goto')).toEqual([
      { start: 5000, end: 5030 },
      { start: 8970, end: 9000 },
      { start: 3970, end: 4000 },
    ]);
  });

  it('lists what differs from the text as published, unless the page only tells of documents', async () => {
    const [match] = state.matches;
    if (!match) throw new Error('no sample');
    const differences = [
      { id: match.id, altered: [{ start: 50, end: 60, text: '改了的。', added: false }], gaps: [] },
    ];
    const compared = { ...state, matches: [{ ...match, compared: true, missing: 0 }], differences };
    answers['reader/state'] = compared;
    await open();
    expect(the('#differences').textContent).toContain('Sentences that differ: 1, missing: 0, added: 0.');
    await click('#differences [data-row=altered] button');
    expect(sent('reader/goto')).toEqual([{ start: 50, end: 60 }]);
    await unmount();
    answers['reader/state'] = { ...compared, sight: { ...state.sight, verdict: 'about' } };
    await open();
    expect(all('#differences')).toEqual([]);
  });

  it('says at the head that nothing differs, and needs no list for it', async () => {
    const [match] = state.matches;
    const same = { ...match, compared: true, altered: [], missing: 0 };
    answers['reader/state'] = { ...state, matches: [same], differences: [] };
    await open();
    expect(the('header').textContent).toContain('nothing differs');
    expect(all('#differences')).toEqual([]);
  });

  it('lets the reader say which of several known documents it is', async () => {
    const [main] = state.documents;
    if (!main?.answer) throw new Error('no sample');
    const choices = ['yl-3', 'yl-4'].map((id) => ({
      ...{ id, title: main.metadata.title, docNumber: null, issuers: [], issued: null },
      status: main.answer?.status,
    }));
    const answer = { ...main.answer, catalogueId: null, choices, picked: false };
    answers['reader/state'] = { ...state, documents: [{ ...main, answer }] };
    answers['catalogue/pick'] = null;
    await open();
    await click('[data-row=choice]:nth-child(2) button');
    expect(sent('catalogue/pick')).toEqual([{ tab: 7, document: 0, id: 'yl-4' }]);
    answers['catalogue/pick'] = refuse('panelGone');
    await click('[data-row=choice] button');
    expect(the('.toast.problem').textContent).toContain('reload the page');
  });

  it('stays quick with 5,000 deadlines', async () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      deadline({ start: index * 5, end: index * 5 + 3 }),
    );
    answers['reader/state'] = { ...state, deadlines: many };
    await open();
    expect(rows('deadline')).toHaveLength(200);
    expect(the('#deadlines').textContent).toContain('Show all 5000');
  });

  it('says that a page of pictures holds no text', async () => {
    answers['reader/state'] = { ...state, documents: [], terms: [], deadlines: [], outline: [] };
    const panel = await mount(<Panel />);
    expect(panel.textContent).toContain('holds no text to read');
  });

  it('says that nothing was found where nothing was', async () => {
    answers['reader/state'] = {
      ...state,
      terms: [],
      deadlines: [],
      outline: [],
      citations: [],
      duties: [],
      matches: [],
    };
    await notesDatabase.notes.clear();
    const panel = await mount(<Panel />);
    await eventually(() => expect(panel.textContent).toContain('No notes yet.'));
    expect(panel.textContent).toContain('No deadlines found.');
    expect(panel.textContent).toContain('This text defines no terms.');
    expect(panel.textContent).toContain('knows of no other document');
    expect(all('section').map(({ id }) => id)).toEqual(['deadlines', 'terms', 'relations', 'notes']);
    expect(all('nav a')).toEqual([]);
  });
});

describe('the panel with nothing to list', () => {
  it.each<[string, object, string, string[]]>([
    ['no document', { state: 'other', frame: null }, 'does not look like a policy document', ['read']],
    ['no access', { state: 'no-access', frame: null }, 'not allowed to read', ['allow']],
    ['a page closed to us', { state: 'closed', frame: null }, 'does not let Zhupi read', []],
    ['a page being read', { state: 'seen', frame: null }, 'Reading this page', []],
  ])('says why: %s', async (_, change, words, offered) => {
    answers['tab/look'] = { ...look, ...change };
    await mount(<Panel />);
    expect(the('[role=status]').textContent).toContain(words);
    expect(all('[data-do]').map((button) => button.dataset.do)).toEqual(offered);
  });

  it('has the page read by hand', async () => {
    answers['tab/look'] = { ...look, state: 'other', frame: null };
    answers['tab/read'] = null;
    await mount(<Panel />);
    await click('[data-do=read]');
    expect(sent('tab/read')).toEqual([{ tab: 7 }]);
  });

  it('has the page reloaded where its reader is gone', async () => {
    vi.useFakeTimers();
    const reload = vi.fn(() => Promise.resolve());
    Object.assign(browser.tabs, { reload });
    answers['reader/state'] = refuse('problemNoAnswer');
    await mount(<Panel />);
    await vi.advanceTimersByTimeAsync(20_000);
    await settle();
    expect(the('[role=status]').textContent).toContain('Please reload the page.');
    await click('[data-do=reload]');
    expect(reload).toHaveBeenCalledWith(7);
    vi.useRealTimers();
  });

  it('follows the active tab of its window where its address names none', async () => {
    history.replaceState(null, '', '?');
    const query = vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 3 }] as never);
    await mount(<Panel />);
    expect(query).toHaveBeenCalledWith({ active: true, currentWindow: true });
    expect(sent('tab/look')).toEqual([{ tab: 3 }]);
  });
});
