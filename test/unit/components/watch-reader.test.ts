import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ReaderView, type Watch, watchReader } from '../../../components/watch-reader.ts';
import { speak } from '../i18n/speak.ts';
import { look, state } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

const TAB = 7;
let answers: Answers;
let asked: Asked;
let views: ReaderView[];
let watch: Watch | null;

const last = () => views.at(-1)?.phase;
const phases = () => views.map(({ phase }) => phase);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const begin = async () => {
  watch = watchReader(TAB, (view) => views.push(view));
  await pass(0);
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  speak('en');
  views = [];
  watch = null;
  answers = { 'tab/look': look, 'reader/state': state };
  asked = talk(answers);
});
afterEach(() => {
  watch?.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('watching a tab', () => {
  it('asks the background for the tab, then the frame of its reader for what it found', async () => {
    answers['tab/look'] = { ...look, frame: 4 };
    await begin();
    expect(views.at(-1)).toMatchObject({ phase: 'ready', state: { url: state.url } });
    expect(browser.tabs.sendMessage).toHaveBeenCalledWith(TAB, expect.anything(), { frameId: 4 });
  });

  it.each(['no-access', 'closed'] as const)('shows a page that is %s as such', async (kind) => {
    answers['tab/look'] = { ...look, state: kind, frame: null };
    await begin();
    expect(last()).toBe(kind);
  });

  it('shows a page that is no document as not read', async () => {
    answers['tab/look'] = { ...look, state: 'other', frame: null };
    await begin();
    await pass(60_000);
    expect(phases()).toEqual(['unread']);
  });

  it('waits for a reader that is on its way', async () => {
    answers['tab/look'] = { ...look, state: 'seen', frame: null };
    await begin();
    expect(last()).toBe('reading');
    answers['tab/look'] = look;
    await pass(1000);
    expect(last()).toBe('ready');
  });

  it('waits for one that never comes only a while, and offers to read by hand then', async () => {
    answers['tab/look'] = { ...look, state: 'seen', frame: null };
    await begin();
    await pass(60_000);
    expect(last()).toBe('unread');
    expect(asked.length).toBeLessThan(8);
  });

  it('says that a reader which does not answer is gone, but not between two loads of a page', async () => {
    answers['reader/state'] = refuse('problemNoAnswer');
    await begin();
    expect(last()).toBe('reading');
    await pass(60_000);
    expect(last()).toBe('gone');
  });

  it('goes on waiting for a reader that says it has not read yet', async () => {
    answers['reader/state'] = refuse('problemNotRead');
    await begin();
    await pass(60_000);
    expect(last()).toBe('reading');
  });

  it('asks again while the catalogue has not answered, and shows what there is meanwhile', async () => {
    const [part] = state.documents;
    answers['reader/state'] = { ...state, documents: [{ ...part, answer: null }] };
    await begin();
    expect(last()).toBe('ready');
    answers['reader/state'] = state;
    await pass(1000);
    expect(views.at(-1)?.state?.documents[0]?.answer).not.toBeNull();
  });

  it('says why the background gave no answer', async () => {
    delete answers['tab/look'];
    await begin();
    expect(views.at(-1)).toMatchObject({
      phase: 'failed',
      problem: expect.stringContaining('did not answer'),
    });
  });

  it('follows the tab to its next page', async () => {
    await begin();
    answers['tab/look'] = { ...look, state: 'other', frame: null };
    await fakeBrowser.tabs.onUpdated.trigger(TAB, { status: 'loading' }, {} as never);
    expect(last()).toBe('reading');
    await fakeBrowser.tabs.onUpdated.trigger(TAB, { status: 'complete' }, {} as never);
    await pass(500);
    expect(last()).toBe('unread');
  });

  it('lets other tabs be', async () => {
    await begin();
    const before = asked.length;
    await fakeBrowser.tabs.onUpdated.trigger(TAB + 1, { status: 'loading' }, {} as never);
    await fakeBrowser.tabs.onRemoved.trigger(TAB + 1, {} as never);
    await pass(500);
    expect(asked.length).toBe(before);
    expect(last()).toBe('ready');
  });

  it('says that the tab was closed, and asks no more', async () => {
    await begin();
    await fakeBrowser.tabs.onRemoved.trigger(TAB, {} as never);
    expect(last()).toBe('shut');
    const before = asked.length;
    watch?.refresh();
    await pass(500);
    expect(last()).toBe('shut');
    expect(asked.length).toBe(before);
  });

  it('asks again when its reader speaks to the background: once for a burst, and never answers', async () => {
    await begin();
    const before = asked.length;
    const hear = (message: unknown, tab = TAB) =>
      fakeBrowser.runtime.onMessage.trigger(message, { tab: { id: tab } } as never, () => {});
    const results = await Promise.all([
      hear({ list: 'page', name: 'reader/read' }),
      hear({ list: 'page', name: 'note/highlight' }),
      hear({ list: 'ours', name: 'note/write' }),
      hear('rubbish'),
      hear({ list: 'page', name: 'reader/read' }, 8),
    ]);
    await pass(500);
    expect(asked.length - before).toBe(2);
    expect(results.flat().filter((result) => result !== undefined)).toEqual([]);
  });

  it('shows only the latest of two answers that overtake each other', async () => {
    let slow: ((look: unknown) => void) | undefined;
    vi.mocked(browser.runtime.sendMessage)
      .mockImplementationOnce(() => new Promise((resolve) => (slow = resolve)) as never)
      .mockImplementationOnce(() => Promise.resolve({ ok: { ...look, state: 'closed' } }) as never);
    await begin();
    watch?.refresh();
    await pass(500);
    slow?.({ ok: look });
    await pass(500);
    expect(phases()).toEqual(['closed']);
  });

  it('says nothing after it was stopped', async () => {
    await begin();
    const before = views.length;
    watch?.refresh();
    watch?.stop();
    await fakeBrowser.tabs.onUpdated.trigger(TAB, { status: 'loading' }, {} as never);
    await pass(5000);
    expect(views.length).toBe(before);
  });
});
