// @vitest-environment jsdom
import { options } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SEAT, type World } from '../../../entrypoints/readability/seat.ts';
import { start } from '../../../entrypoints/reader/start.ts';
import type { FromPageReplies, ReaderState } from '../../../lib/messages/lists.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { readableBody } from '../../../lib/page/readable-body.ts';
import { DEFAULTS } from '../../../lib/settings/types.ts';
import { eventually } from '../components/mount.ts';
import { note, status } from '../components/samples.ts';
import { type Answers, type Asked, refuse, talk } from '../components/talk.ts';
import { speak } from '../i18n/speak.ts';
import { bringPageUi, restless, withoutPageUi } from './page-ui-script.ts';

const PAGE = `<div class="TRS_Editor"><p>第一条　本办法所称数据，是指以电子方式作出的记录。</p>
<p>第二条　经营者提供数据的，应当于2025年6月30日前登记。</p><p>第三条　本办法自2025年3月1日起施行。</p></div>`;
/** The same in no known template, and longer. */
const UNKNOWN = `<div><a href="/">首页</a></div>${PAGE.replace('TRS_Editor', 'of-no-template').replaceAll(
  '</p>',
  '</p><p>经营者应当如实登记，不得隐瞒，不得拖延。登记的内容应当真实，变更的应当及时更正。</p>'.repeat(4),
)}<div>版权所有</div>`;
const TAG = 'zhupi-mark';
/** A place of PAGE. */
const anchor = {
  ...{ quote: '经营者提供', prefix: '', suffix: '' },
  ...{ start: 31, end: 36, article: null, sentence: null },
};

// Effects run at once: the last test's must not outlive the document.
options.requestAnimationFrame = queueMicrotask;

let answers: Answers;
let asked: Asked;

/** What is marked, all of it: printing waits for nothing. */
const marked = () => {
  window.dispatchEvent(new Event('beforeprint'));
  return [...document.querySelectorAll(TAG)].map((element) => element.textContent);
};
const hosts = () => document.querySelectorAll('zhupi-ui').length;
/** What our own pages and the background say to the reader, as the browser delivers it. */
async function tell(name: string, body: unknown = {}, sender: unknown = { id: fakeBrowser.runtime.id }) {
  const message = { list: 'reader', name, body };
  const [reply] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => {});
  return reply as { ok?: unknown; problem?: { key: string } } | undefined;
}
const readerState = async () => (await tell('reader/state'))?.ok as ReaderState;

beforeEach(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  fakeBrowser.reset();
  speak('en');
  restless();
  document.body.innerHTML = PAGE;
  answers = {
    'reader/hello': {
      marksOn: true,
      settings: structuredClone(DEFAULTS),
      topFacts: null,
      sight: null,
      panelByClick: false,
      panelShortcut: '',
    },
    'reader/read': ({ documents, citations }: { documents: unknown[]; citations: unknown[] }) => ({
      documents: documents.map(() => ({ key: 'page:x', catalogueId: null, status, relations: [] })),
      matches: [],
      citations: citations.map(() => null),
      notes: [],
    }),
    'reader/notes': { notes: [] },
    'glossary/words': null,
    'reader/page-ui': bringPageUi,
  };
  asked = talk(answers);
});
afterEach(async () => {
  await tell('reader/marks', { on: false });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the reader of a page', () => {
  it('reads, paints, and tells the background who it is but never what it says', async () => {
    await start();
    expect(marked()).toContain('数据');
    expect(marked().join()).toContain('2025年6月30日前');
    expect(asked.map(({ name }) => name)).toEqual(['reader/hello', 'reader/read', 'glossary/words']);
    const sent = JSON.stringify(asked.map(({ body }) => body));
    expect(sent).toContain('hashes');
    expect(sent).not.toContain('以电子方式作出的记录');
  });

  it('answers with what it found', async () => {
    await start();
    const state = await readerState();
    expect(state.terms.map(({ term }) => term)).toEqual(['数据']);
    expect(state.deadlines.map(({ to }) => to)).toContain('2025-06-30');
    expect(state.documents[0]?.answer?.key).toBe('page:x');
    expect(state.marksOn).toBe(true);
  });

  it('leaves the page as it was when marks are switched off, and still answers', async () => {
    const before = document.documentElement.outerHTML;
    await start();
    await tell('reader/step', { by: 1 });
    expect(document.documentElement.outerHTML).not.toBe(before);
    await tell('reader/marks', { on: false });
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    expect((await readerState()).terms).toHaveLength(1);
    await tell('reader/marks', { on: true });
    expect(marked()).toContain('数据');
  });

  it('takes other settings to heart at once', async () => {
    await start();
    const hello = structuredClone(answers['reader/hello']) as FromPageReplies['reader/hello'];
    const wanted = async (change: Partial<FromPageReplies['reader/hello']>) => {
      answers['reader/hello'] = structuredClone({ ...hello, ...change });
      await tell('reader/settings-changed');
      return marked().join();
    };
    const { settings } = hello;
    const some = await wanted({ settings: { ...settings, marks: { ...settings.marks, terms: false } } });
    expect(some).toContain('2025年6月30日前');
    expect(some).not.toContain('数据');
    expect(await wanted({ marksOn: false })).toBe('');
    expect(document.body.innerHTML).toBe(PAGE);
    expect(await wanted({})).toContain('数据');
  });

  it('paints nothing where marks are off on this site', async () => {
    const before = document.documentElement.outerHTML;
    (answers['reader/hello'] as { marksOn: boolean }).marksOn = false;
    const listen = vi.spyOn(window, 'addEventListener');
    await start();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(listen).not.toHaveBeenCalled();
    expect((await readerState()).terms).toHaveLength(1);
  });

  it('takes over from another instance: never two marks for a finding', async () => {
    await start();
    const once = marked();
    document.documentElement.append(document.createElement('zhupi-ui'));
    await start();
    expect(marked()).toEqual(once);
    expect(document.querySelectorAll(`${TAG} ${TAG}`)).toHaveLength(0);
    expect(hosts()).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('marks the notes of its documents, and new ones when it is told of them', async () => {
    await start();
    expect(marked()).not.toContain('经营者提供');
    answers['reader/notes'] = { notes: [note(1, { document: 'page:x', anchor })] };
    await tell('reader/notes-changed');
    expect(marked()).toContain('经营者提供');
    const { notes } = await readerState();
    expect(notes.map(({ state }) => state)).not.toContain('lost');
    expect(await tell('reader/goto-note', { id: note(1).id })).toEqual({ ok: true });
    expect(await tell('reader/goto-note', { id: note(2).id })).toEqual({ ok: false });
  });

  it('says why when the background fails, and the marks are there all the same', async () => {
    answers['reader/read'] = refuse('problemUnexpected');
    await start();
    expect(marked()).toContain('数据');
    expect(hosts()).toBe(1);
    expect((await readerState()).documents[0]?.answer).toBeNull();
  });

  it('does nothing where nobody answers its greeting', async () => {
    vi.useFakeTimers();
    const before = document.documentElement.outerHTML;
    delete answers['reader/hello'];
    const started = start();
    await vi.advanceTimersByTimeAsync(10_000);
    await started;
    expect(document.documentElement.outerHTML).toBe(before);
    vi.useRealTimers();
  });

  it('asks for Readability where the page is of no known template, once', async () => {
    document.body.innerHTML = UNKNOWN;
    answers['reader/readability'] = () => {
      (globalThis as World)[SEAT] = readableBody;
      return null;
    };
    await start();
    expect(marked()).toContain('数据');
    await start();
    expect(marked()).toContain('数据');
    expect(asked.filter(({ name }) => name === 'reader/readability')).toHaveLength(1);
    delete (globalThis as World)[SEAT];
    delete answers['reader/readability'];
    await start();
    expect((await readerState()).documents).toEqual([]);
  });

  it('does what is wished for by a key once the page was read', async () => {
    document.body.innerHTML = UNKNOWN;
    let bring = () => {};
    answers['reader/readability'] = () =>
      new Promise((resolve) => {
        bring = () => {
          (globalThis as World)[SEAT] = readableBody;
          resolve(null);
        };
      });
    answers['note/highlight'] = { note: note(1, { document: 'page:x', anchor }) };
    const started = start();
    await eventually(() => expect(asked.at(-1)?.name).toBe('reader/readability'));
    window.getSelection()?.selectAllChildren(document.querySelectorAll('p')[1] as Element);
    const done = tell('reader/highlight');
    bring();
    await done;
    await started;
    await eventually(() => expect(asked.map(({ name }) => name)).toContain('note/highlight'));
    delete (globalThis as World)[SEAT];
  });

  it('reads a page without a text as empty', async () => {
    document.body.innerHTML = '<p></p>';
    await start();
    const state = await readerState();
    expect(state.documents).toEqual([]);
    expect(await tell('reader/goto', { start: 0, end: 5 })).toEqual({ ok: false });
    await tell('reader/step', { by: 1 });
    await tell('reader/write');
    expect(hosts()).toBe(1);
  });

  it('finds the notes of a text that the page puts in anew while the background is asked', async () => {
    let answer = () => {};
    const read = answers['reader/read'] as (body: unknown) => object;
    answers['reader/read'] = (body: unknown) =>
      new Promise((resolve) => {
        answer = () => resolve({ ...read(body), notes: [note(1, { document: 'page:x', anchor })] });
      });
    const started = start();
    await eventually(() => expect(marked()).toContain('数据'));
    document.body.innerHTML = PAGE;
    await eventually(() => expect(marked()).toContain('数据'));
    const state = readerState();
    answer();
    await started;
    expect(marked()).toContain('经营者提供');
    expect((await state).documents[0]?.answer, 'who asks meanwhile waits for it').not.toBeNull();
  });

  it('takes no list of notes for the present one that is older than what was written meanwhile', async () => {
    await start();
    let answer = () => {};
    answers['reader/notes'] = () =>
      new Promise((resolve) => {
        answer = () => resolve({ notes: [] });
      });
    const made: unknown[] = [];
    answers['note/highlight'] = (body: { anchor: Note['anchor'] }) => {
      made.push(note(1, { document: 'page:x', anchor: body.anchor }));
      return { note: made[0] };
    };
    const told = tell('reader/notes-changed');
    await eventually(() => expect(asked.at(-1)?.name).toBe('reader/notes'));
    window.getSelection()?.selectAllChildren(document.querySelectorAll('p')[1] as Element);
    await tell('reader/highlight');
    await eventually(async () => expect((await readerState()).notes).toHaveLength(1));
    answers['reader/notes'] = () => ({ notes: made });
    answer();
    await told;
    expect((await readerState()).notes).toHaveLength(1);
  });

  it('takes its marks off also while the background does not answer', async () => {
    answers['reader/read'] = () => new Promise(() => {});
    void start();
    await eventually(() => expect(marked()).toContain('数据'));
    void tell('reader/marks', { on: false });
    await eventually(() => expect(document.body.innerHTML).toBe(PAGE));
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  it('asks for its notes again when the page comes back, not when the page says so itself', async () => {
    const listen = vi.spyOn(window, 'addEventListener');
    await start();
    const back = listen.mock.calls.find(([type]) => type === 'pageshow')?.[1] as (event: unknown) => void;
    const questions = () => asked.filter(({ name }) => name === 'reader/notes').length;
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    back({ isTrusted: true, persisted: false });
    await readerState();
    expect(questions()).toBe(0);
    back({ isTrusted: true, persisted: true });
    await eventually(() => expect(questions()).toBe(1));
  });

  it('reads a text again that the page has changed', async () => {
    await start();
    document.querySelector('p')?.append('另应当于2026年3月底前公开。');
    await eventually(async () => {
      expect((await readerState()).deadlines.map(({ to }) => to)).toContain('2026-03-31');
    });
    expect(marked().join()).toContain('2026年3月底前');
    expect(document.querySelectorAll(`${TAG} ${TAG}`)).toHaveLength(0);
  });
});

describe('what is shown on the page', () => {
  /** A reader's own click: one that a test makes up is not trusted. */
  const click = (listeners: Map<string, (event: unknown) => void>, target: Element | null) =>
    listeners.get('click')?.({ isTrusted: true, button: 0, target, clientX: 1, clientY: 1 });
  const listen = () => {
    const listeners = new Map<string, (event: unknown) => void>();
    vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: unknown) => {
      listeners.set(type, listener as () => void);
    });
    return listeners;
  };

  /** A mark is clicked while the script is still on its way. @returns what lets it arrive */
  const clickBeforePageUi = async () => {
    withoutPageUi();
    let bring = () => {};
    answers['reader/page-ui'] = () =>
      new Promise((resolve) => {
        bring = () => resolve(bringPageUi());
      });
    const listeners = listen();
    await start();
    window.dispatchEvent(new Event('beforeprint'));
    click(listeners, document.querySelector(TAG));
    return () => bring();
  };

  it('comes when the page is at rest, and not before', async () => {
    withoutPageUi();
    const { rest } = restless();
    await start();
    expect(asked.map(({ name }) => name)).not.toContain('reader/page-ui');
    rest();
    await eventually(() => expect(asked.map(({ name }) => name)).toContain('reader/page-ui'));
  });

  it('answers a first click that came before its script', async () => {
    const bring = await clickBeforePageUi();
    expect(hosts()).toBe(0);
    bring();
    await eventually(() => expect(hosts()).toBe(1));
  });

  it('is no bar any more by what was selected of a text that is gone', async () => {
    const listeners = listen();
    await start();
    window.getSelection()?.selectAllChildren(document.querySelector('p') as Element);
    listeners.get('mouseup')?.({ isTrusted: true });
    await eventually(() => expect(hosts()).toBe(1));
    document.querySelectorAll('p')[2]?.append('另应当于2026年3月底前公开。');
    await eventually(() => expect(hosts()).toBe(0));
  });

  it('shows nothing of a click when marks were switched off meanwhile', async () => {
    const bring = await clickBeforePageUi();
    await tell('reader/marks', { on: false });
    bring();
    await tell('reader/state');
    expect(hosts()).toBe(0);
  });
});

describe('what the reader listens to', () => {
  it.each([
    ['another extension', { id: 'somebody-else' }],
    ['nobody in particular', {}],
  ])('is not %s', async (_, sender) => {
    await start();
    expect(await tell('reader/state', {}, sender)).toBeUndefined();
  });

  it.each([
    ['reader/goto', { start: -1, end: 'x' }],
    ['reader/step', { by: 7 }],
    ['reader/marks', null],
    ['reader/settings-changed', null],
  ])('is no broken message: %s %j', async (name, body) => {
    await start();
    expect((await tell(name, body))?.problem?.key).toBe('problemUnexpected');
  });

  it.each(['reader/unheard-of', 'toString', '__proto__'])('is no unknown message: %s', async (name) => {
    await start();
    expect(await tell(name)).toBeUndefined();
  });

  it('is no click or key that the page has made up', async () => {
    await start();
    expect(marked()).not.toEqual([]);
    document.querySelector(TAG)?.dispatchEvent(new MouseEvent('click', { bubbles: true, button: 0 }));
    expect(hosts()).toBe(0);
    expect(await tell('reader/step', { by: 1 })).toEqual({ ok: null });
    expect(document.adoptedStyleSheets, 'marks and ring').toHaveLength(2);
    const ringed = document.documentElement.outerHTML;
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.documentElement.outerHTML).toBe(ringed);
    expect(document.adoptedStyleSheets).toHaveLength(2);
  });
});
