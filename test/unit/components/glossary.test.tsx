// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { GlossaryList } from '../../../components/glossary-list.tsx';
import { GlossaryCard } from '../../../components/page/glossary-card.tsx';
import { EVERYTHING, listed, select } from '../../../entrypoints/library/glossary/entries.ts';
import { GlossaryView } from '../../../entrypoints/library/glossary/view.tsx';
import { ownTermsToJson } from '../../../lib/export/own-terms.ts';
import { bundledEntries } from '../../../lib/glossary/glossary.ts';
import type { OwnChange } from '../../../lib/glossary/own.ts';
import type { EntryAnswer } from '../../../lib/messages/lists.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { changeOwnTerms } from '../../../lib/store/own-terms.ts';
import { makeCompiled, makeEntry, ownEntry } from '../glossary/sample.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, settle, the, type, unmount } from './mount.ts';
import { status } from './samples.ts';
import { type Answers, talk } from './talk.ts';

const doc = (id: string, at: string) => ({ doc: id, at });
const compiled = makeCompiled(
  [
    makeEntry('一网通办', {
      kind: 'platform',
      en: 'One-stop portal',
      enOfficial: true,
      since: '2018-03',
      where: '云岭省',
      related: ['放管服'],
      sources: [doc('yl-3', '第三条'), { law: '中华人民共和国行政许可法', article: '第三条' }],
    }),
    makeEntry('放管服', { kind: 'slogan', aliases: ['简政放权'] }),
    makeEntry('RCEP', { kind: 'programme', sources: [doc('nd-1', '第一条')] }),
  ],
  {
    mentions: {
      terms: {
        一网通办: {
          documents: 7,
          at: [3, 4, 5, 6, 7, 8].map((n) => [`yl-${n}`, `第${n}条`]),
        },
      },
    },
    elsewhere: {
      words: [
        {
          term: '一网通办',
          meanings: [
            { ...doc('yl-3', '第三条'), zh: '只指网上的窗口', en: 'Only the counter on the web' },
            { ...doc('nd-1', '第一条'), zh: '也指线下的窗口', en: 'The counters in town too' },
          ],
        },
      ],
    },
  },
);
const entries = bundledEntries(compiled);
const answerFor = (id: string): EntryAnswer | null => {
  const entry = entries.find((one) => one.id === id);
  return entry
    ? {
        entry,
        documents: ['yl-3', 'yl-4', 'yl-5', 'yl-6', 'yl-7', 'yl-8', 'nd-1'].map((one) => ({
          id: one,
          title: `文件${one}`,
          docNumber: null,
          status,
        })),
        related: entry.related.map((term) => ({ id: term, term })),
      }
    : null;
};

let answers: Answers;
const changes: OwnChange[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  speak('en');
  changes.length = 0;
  answers = {
    'glossary/entry': ({ id }: { id: string }) => answerFor(id),
    'glossary/change': (change: OwnChange) => {
      changes.push(change);
      return changeOwnTerms(change);
    },
    'catalogue/document': ({ id }: { id: string }) => ({ document: { id, title: `文件${id}` }, status }),
  };
  talk(answers);
  vi.stubGlobal('fetch', async () => ({ json: async () => compiled }));
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await notesDatabase.terms.clear();
});

const text = (selector: string) => the(selector).textContent ?? '';

describe('the card', () => {
  const card = (moved = false, answer = answerFor('一网通办')) => (
    <GlossaryCard term="一网通办" answer={answer} moved={moved} focus={moved} onOpen={opened} onBack={back} />
  );
  const opened = vi.fn();
  const back = vi.fn();

  it('says all that is known, in the reader’s language first', async () => {
    await mount(card());
    const words = text('.about');
    expect(words).toContain('since March 2018');
    expect(words).toContain('official name');
    expect(words).toContain('《中华人民共和国行政许可法》第三条');
    expect(words.indexOf('One door')).toBeLessThan(words.indexOf('把分散'));
    expect(words).toContain('Only the counter on the web');
    expect(words).not.toContain('只指网上的窗口');
    expect(words).toContain('Known documents that speak of it (6)');
    expect(all('.about > .others.small > li')).toHaveLength(5);
    speak('zh');
    await unmount();
    await mount(card());
    const chinese = text('.about');
    expect(chinese.indexOf('把分散')).toBeLessThan(chinese.indexOf('One door'));
    expect(chinese).toContain('只指网上的窗口');
  });

  it('leads to related terms, and back with the focus on the title', async () => {
    await mount(card());
    expect(all('[data-do="back"]')).toHaveLength(0);
    await click('[data-do="related"]');
    expect(opened).toHaveBeenCalledWith('放管服');
    await unmount();
    await mount(card(true));
    expect(document.activeElement).toBe(the('h2'));
    await click('[data-do="back"]');
    expect(back).toHaveBeenCalledOnce();
  });

  it('says that it is looking while nothing is known', async () => {
    await mount(card(false, null));
    expect(text('.about')).toContain('Looking it up');
  });
});

it('the panel’s list shows each term with its English, and goes to its place', async () => {
  const go = vi.fn();
  const term = {
    id: 'RCEP',
    term: 'RCEP',
    kind: 'programme' as const,
    en: 'A pact',
    count: 3,
    start: 7,
    end: 11,
  };
  await mount(<GlossaryList terms={[term]} onGo={go} />);
  expect(text('[data-row="glossary"]')).toBe('RCEPprogramme×3A pact');
  await click('[data-row="glossary"] button');
  expect(go).toHaveBeenCalledWith({ start: 7, end: 11 });
});

describe('selecting', () => {
  const all_ = listed(entries);
  const CASES: [name: string, wanted: Partial<typeof EVERYTHING>, terms: string[]][] = [
    ['a name', { words: '一网' }, ['一网通办']],
    ['a name in quotation marks', { words: '“放管服”' }, ['放管服']],
    ['an alias', { words: '简政' }, ['放管服']],
    ['the first letters of pinyin', { words: 'FGF' }, ['放管服']],
    ['English', { words: 'one-stop' }, ['一网通办']],
    ['a letter', { letter: 'r' }, ['RCEP']],
    ['a kind', { kind: 'slogan' }, ['放管服']],
    ['a document that is a source', { document: 'nd-1' }, ['RCEP']],
    ['a document that mentions it', { document: 'yl-8' }, ['一网通办']],
    ['nothing that is there', { words: '渡口' }, []],
    ['own entries', { ownOnly: true }, []],
  ];
  it.each(CASES)('by %s', (_, wanted, terms) => {
    expect(select(all_, { ...EVERYTHING, ...wanted }).map(({ entry }) => entry.term)).toEqual(terms);
  });
});

describe('the library’s glossary', () => {
  const terms = () => all('.entries .entry strong').map(({ textContent }) => textContent);
  async function open(): Promise<void> {
    await mount(<GlossaryView />);
    await eventually(() => expect(terms().length).toBeGreaterThan(0));
    await settle();
  }
  const choose = async (file: File) => {
    const input = the<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(() => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await eventually(() => the('.toast'));
  };

  it('lists all by letter, and searches', async () => {
    await open();
    expect(terms()).toEqual(['放管服', 'RCEP', '一网通办']);
    await type('input[type="search"]', 'ywtb');
    expect(terms()).toEqual(['一网通办']);
    await type('input[type="search"]', '没有');
    expect(text('.empty')).toBe('No term fits.');
  });

  it('adds an entry of the reader’s own; saying what is missing; and takes it back', async () => {
    await open();
    await click('[data-do="add-entry"]');
    await type('.entry-form input[type="text"]', '渡口');
    await click('[data-do="save-entry"]');
    expect(text('.entry-form [role="alert"]')).toBe('Write what it means, in Chinese or in English.');
    await type('.entry-form textarea', '过河的地方。');
    await click('[data-do="save-entry"]');
    await eventually(() => expect(terms()).toContain('渡口'));
    expect(all('.entry-form')).toHaveLength(0);
    await click('[data-do="undo"]');
    await eventually(() => expect(terms()).not.toContain('渡口'));
  });

  it('corrects, restores and hides a bundled entry', async () => {
    await open();
    const row = '[data-entry="RCEP"]';
    await click(`${row} [data-do="correct"]`);
    expect(the<HTMLInputElement>(`${row} input[type="text"]`).readOnly).toBe(true);
    await type(`${row} textarea`, '我的说法。');
    await click(`${row} [data-do="save-entry"]`);
    await eventually(() => expect(all('.chip').map((chip) => chip.textContent)).toContain('your own entry'));
    expect(changes[0]?.put[0]).toMatchObject({ term: 'RCEP', key: 'rcep', zh: '我的说法。' });
    await click('.entry [data-do="remove"]');
    await eventually(() => the(row));
    await click(`${row} [data-do="hide"]`);
    await eventually(() => expect(terms()).not.toContain('RCEP'));
    await click('[data-do="show"]');
    await eventually(() => expect(terms()).toContain('RCEP'));
  });

  it('imports a file, and gives back what that overwrote', async () => {
    const mine = ownEntry(1, { term: '渡口', zh: '旧的说法。' });
    await changeOwnTerms({ put: [mine], remove: [] });
    await open();
    const other = ownEntry(2, { term: '渡口', zh: '新的说法。' });
    await choose(new File([ownTermsToJson([other], '2025-06-30T08:00:00.000Z')], 'entries.json'));
    await eventually(() => expect(text('.toast')).toContain('Imported 1 entries.'));
    expect(await notesDatabase.terms.toArray()).toEqual([other]);
    await click('[data-do="undo"]');
    await eventually(async () => expect(await notesDatabase.terms.toArray()).toEqual([mine]));
  });

  it('takes in a file that is dropped, and does not give the page up for it', async () => {
    await open();
    const other = ownEntry(2, { term: '渡口', zh: '新的说法。' });
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const files = [new File([ownTermsToJson([other], '2025-06-30T08:00:00.000Z')], 'entries.json')];
    Object.assign(event, { dataTransfer: { types: ['Files'], files } });
    await act(() => {
      document.dispatchEvent(event);
    });
    expect(event.defaultPrevented).toBe(true);
    await eventually(() => expect(text('.toast')).toContain('Imported 1 entries.'));
  });

  it('says what is wrong with a file, and changes nothing', async () => {
    await open();
    await choose(new File(['{}'], 'entries.json'));
    expect(text('.toast')).toContain('not a file of entries');
    expect(changes).toEqual([]);
  });

  it('says so where the glossary cannot be read', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError()));
    await mount(<GlossaryView />);
    await eventually(() => expect(text('[role="alert"]')).toContain('could not be read'));
  });
});
