// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Editor } from '../../../entrypoints/note/editor.tsx';
import type { EditorDraft } from '../../../lib/messages/lists.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, mount, press, the, type, unmount } from './mount.ts';
import { note } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

const draft: EditorDraft = {
  id: null,
  quote: '经营者应当在五个工作日内登记',
  article: '第二条',
  title: '云岭省数据流通管理办法',
  body: '',
  tags: [],
  colour: 'amber',
  task: null,
  links: [],
  page: { tab: 7, frame: 0 },
  knownTags: ['登记', '期限'],
  isPrivate: false,
};

let answers: Answers;
let asked: Asked;

beforeEach(() => {
  speak('en');
  answers = { 'editor/claim': draft, 'editor/save': { note: note(1) }, 'editor/close': null };
  asked = talk(answers);
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

const saved = () => asked.filter(({ name }) => name === 'editor/save').map(({ body }) => body);
const closed = () => asked.filter(({ name }) => name === 'editor/close').length;

describe('the note editor', () => {
  it('shows the quote, and has the text field ready', async () => {
    const page = await mount(<Editor token="abc" />);
    expect(asked).toEqual([{ name: 'editor/claim', body: { token: 'abc' } }]);
    expect(page.textContent).toContain(draft.quote);
    expect(page.textContent).toContain('第二条');
    expect(document.activeElement).toBe(the('textarea'));
    expect(the<HTMLInputElement>('input[value=amber]').checked).toBe(true);
    expect(all('datalist option').map((option) => option.getAttribute('value'))).toEqual(['登记', '期限']);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('saves by %j and Enter', async (key) => {
    await mount(<Editor token="abc" />);
    await type('textarea', '**要点**');
    await press('textarea', 'Enter', key);
    expect(saved()).toEqual([
      { token: 'abc', body: '**要点**', tags: [], colour: 'amber', task: null, links: [] },
    ]);
    expect(the('[role=status]').textContent).toBe('Saved.');
  });

  it('leaves Enter alone while the input method composes, and in the text', async () => {
    await mount(<Editor token="abc" />);
    await type('textarea', '要点');
    await press('textarea', 'Enter', { ctrlKey: true, isComposing: true });
    await press('textarea', 'Enter');
    expect(saved()).toEqual([]);
  });

  it('saves the colour that was chosen, and tags ended by commas, Enter, or not at all', async () => {
    await mount(<Editor token="abc" />);
    await type('.tags input', '登记，“双随机、一公开”,期');
    expect(all('.tags .chip').map((chip) => chip.firstChild?.textContent)).toEqual([
      '登记',
      '“双随机、一公开”',
    ]);
    await press('.tags input', 'Enter');
    await type('.tags input', '#未完');
    await click('input[value=indigo]');
    await click('[data-do=save]');
    expect(saved()).toEqual([
      {
        token: 'abc',
        body: '',
        tags: ['登记', '“双随机、一公开”', '期', '未完'],
        colour: 'indigo',
        task: null,
        links: [],
      },
    ]);
  });

  it('takes a tag away by its button or by Backspace', async () => {
    answers['editor/claim'] = { ...draft, tags: ['一', '二', '三'] };
    await mount(<Editor token="abc" />);
    await click('.tags .chip button');
    await press('.tags input', 'Backspace');
    await click('[data-do=save]');
    expect(saved()).toEqual([
      { token: 'abc', body: '', tags: ['二'], colour: 'amber', task: null, links: [] },
    ]);
  });

  it('keeps everything where saving fails, says why, and copies the text', async () => {
    answers['editor/save'] = refuse('importTooBig', '25');
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await mount(<Editor token="abc" />);
    await type('textarea', '写了很久');
    await click('[data-do=save]');
    expect(the('[role=alert]').textContent).toContain('larger than 25 MB');
    expect(the<HTMLTextAreaElement>('textarea').value).toBe('写了很久');
    await click('[data-do=copy]');
    expect(writeText).toHaveBeenCalledWith('写了很久');
    expect(the('[data-do=copy]').textContent).toBe('Copied');
    answers['editor/save'] = { note: note(1) };
    await click('[data-do=save]');
    expect(the('[role=status]').textContent).toBe('Saved.');
    vi.unstubAllGlobals();
  });

  it('leaves by Esc at once where nothing was written', async () => {
    await mount(<Editor token="abc" />);
    await press('textarea', 'Escape');
    expect(closed()).toBe(1);
  });

  it('throws away what was written only at the second Esc', async () => {
    await mount(<Editor token="abc" />);
    await type('textarea', '写了');
    await press('textarea', 'Escape');
    expect(closed()).toBe(0);
    expect(the('[role=alert]').textContent).toContain('Press Esc again');
    await type('textarea', '写了更多');
    await press('textarea', 'Escape');
    expect(closed()).toBe(0);
    await press('textarea', 'Escape');
    expect(closed()).toBe(1);
  });

  it('asks about a changed colour too, and again after any further change', async () => {
    await mount(<Editor token="abc" />);
    await click('input[value=indigo]');
    await press('textarea', 'Escape');
    expect(closed()).toBe(0);
    expect(the('[data-do=cancel]').textContent).toBe('Discard');
    await click('input[value=jade]');
    await press('textarea', 'Escape');
    expect(closed()).toBe(0);
    await click('input[value=amber]');
    await press('textarea', 'Escape');
    expect(closed()).toBe(1);
  });

  it('says before anything is saved from a private window that it will stay', async () => {
    answers['editor/claim'] = { ...draft, isPrivate: true };
    const page = await mount(<Editor token="abc" />);
    expect(page.textContent).toContain('This is a private window.');
  });

  it('says so where its token is unknown or used, and can be closed', async () => {
    answers['editor/claim'] = refuse('problemUnexpected');
    answers['editor/close'] = refuse('problemUnexpected');
    await mount(<Editor token="" />);
    expect(the('[role=alert]').textContent).not.toBe('');
    expect(all('textarea')).toEqual([]);
    await click('[data-do=close]');
    expect(closed()).toBe(1);
  });
});
