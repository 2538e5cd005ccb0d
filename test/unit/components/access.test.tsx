// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { start } from '../../../components/start.tsx';
import { Library } from '../../../entrypoints/library/library.tsx';
import { Editor } from '../../../entrypoints/note/editor.tsx';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import { Panel } from '../../../entrypoints/sidepanel/panel.tsx';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { type Language, speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, unmount } from './mount.ts';
import { look, note, noted, state } from './samples.ts';
import { refuse, talk } from './talk.ts';

const draft = {
  id: null,
  quote: '引文',
  article: '第一条',
  title: null,
  body: '',
  tags: ['期限'],
  colour: 'jade',
  task: null,
  links: [],
  knownTags: ['登记'],
};

beforeEach(async () => {
  history.replaceState(null, '', '?tab=7');
  talk({
    'tab/look': look,
    'reader/state': state,
    'editor/claim': draft,
    'editor/save': refuse('problemUnexpected'),
  });
  vi.spyOn(browser.commands, 'getAll').mockResolvedValue([]);
  await notesDatabase.documents.put(noted());
  await notesDatabase.notes.bulkPut([note(1, { tags: ['登记'] }), note(2)]);
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

/** Rules broken by what stands on the page. Colours need a real browser; the tokens have a test of their own. */
async function broken(): Promise<string[]> {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

it('the check itself notices a field without a name', async () => {
  await mount(<input type="text" />);
  expect(String(await broken())).toContain('label');
});

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  beforeEach(() => speak(language));

  it.each([
    ['popupName', () => <Popup />, '[data-do=panel]'],
    ['panelName', () => <Panel />, '[data-note]'],
    ['libraryName', () => <Library />, '[data-note]'],
    ['editorName', () => <Editor token="x" />, 'textarea'],
  ] as const)('%s breaks no rule of accessibility', async (name, page, ready) => {
    start(name, null);
    await mount(page());
    await eventually(() => expect(all(ready).length).toBeGreaterThan(0));
    for (const details of document.querySelectorAll('details')) details.open = true;
    expect(await broken()).toEqual([]);
    const [open] = all('[data-do=edit], [data-do=save]');
    if (open) await click(`[data-do=${open.dataset.do}]`);
    expect(await broken()).toEqual([]);
  });

  it('tells the browser its language and its name', () => {
    start('panelName', null);
    expect(document.documentElement.lang).toBe(language === 'zh' ? 'zh-CN' : 'en');
    expect(document.title).toBe(language === 'zh' ? '侧栏 · 朱批' : 'Side panel · Zhupi');
  });
});
