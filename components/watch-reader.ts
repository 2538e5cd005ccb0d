import browser, { type Runtime } from 'webextension-polyfill';
import type { ReaderState, TabLook } from '../lib/messages/lists.ts';
import { askFromOurs, Problem, tellReader } from '../lib/messages/send.ts';
import { problemWords } from './words/said.ts';

/**
 * How a tab stands to Zhupi, for the panel.
 *
 * asking: not answered yet; reading: the page is being looked at or read; ready: `state` is there;
 * unread: nobody reads it, but it can be read by hand; gone: the reader of an older Zhupi, or none,
 * is in a page that should have one (reload it); shut: the tab was closed.
 */
export type Phase =
  | 'asking'
  | 'reading'
  | 'ready'
  | 'unread'
  | 'no-access'
  | 'closed'
  | 'gone'
  | 'shut'
  | 'failed';

export interface ReaderView {
  phase: Phase;
  look: TabLook | null;
  state: ReaderState | null;
  problem: string | null;
}

export const ASKING: ReaderView = { phase: 'asking', look: null, state: null, problem: null };

/** A page that should have a reader is asked again after these times, in milliseconds. */
const AGAIN = [250, 750, 2000, 4000];
/** Messages come in bursts; they are answered by one question. */
const SETTLE = 120;

/** One look at a tab: what the background knows, and what its reader has found. */
export async function lookAtTab(tab: number): Promise<ReaderView> {
  let look: TabLook;
  try {
    look = await askFromOurs('tab/look', { tab });
  } catch (error) {
    return { ...ASKING, phase: 'failed', problem: problemWords(error) };
  }
  const view = { ...ASKING, look };
  if (look.state === 'no-access' || look.state === 'closed') return { ...view, phase: look.state };
  if (look.frame === null) {
    // The gate took the page, so a reader is on its way; else only the reader of this panel can ask for one.
    return { ...view, phase: look.state === 'other' ? 'unread' : 'reading' };
  }
  try {
    return { ...view, phase: 'ready', state: await tellReader(tab, look.frame, 'reader/state', {}) };
  } catch (error) {
    const early = error instanceof Problem && error.key === 'problemNotRead';
    return { ...view, phase: early ? 'reading' : 'gone' };
  }
}

/** Read, but the catalogue's answer was not there yet. */
function unanswered({ state }: ReaderView): boolean {
  return state?.documents.some((part) => part.answer === null) ?? false;
}

export interface Watch {
  /** Asks again, soon. */
  refresh: () => void;
  stop: () => void;
}

/**
 * Follows one tab: asks at once, and again when it loads, when its reader speaks, or when asked to.
 *
 * @param show called with each new view, the latest last, never after `stop`
 */
export function watchReader(tab: number, show: (view: ReaderView) => void): Watch {
  let stopped = false;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (wait: number, tries: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => ask(tries), wait);
  };

  const ask = async (tries: number) => {
    const mine = ++turn;
    const view = await lookAtTab(tab);
    if (stopped || mine !== turn) return;
    const wait = AGAIN[tries];
    const pending = view.phase === 'reading' || view.phase === 'gone';
    if (wait !== undefined && (pending || unanswered(view))) later(wait, tries + 1);
    // A page between two loads has no reader for a moment: that is no reason to say it is gone.
    if (pending && wait !== undefined) show({ ...view, phase: 'reading' });
    else show(view.phase === 'reading' && view.look?.frame === null ? { ...view, phase: 'unread' } : view);
  };

  const onUpdated = (id: number, change: { status?: string }) => {
    if (id !== tab || !change.status) return;
    if (change.status === 'loading') show({ ...ASKING, phase: 'reading' });
    later(SETTLE, 0);
  };
  const onRemoved = (id: number) => {
    if (id !== tab) return;
    stopped = true;
    clearTimeout(timer);
    show({ ...ASKING, phase: 'shut' });
  };
  // What a page's gate and reader tell the background reaches every page of ours too. It is only a
  // sign that something changed; it is never answered here.
  const onMessage = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const fromPage = typeof message === 'object' && message !== null && 'list' in message;
    if (fromPage && message.list === 'page' && sender.tab?.id === tab) later(SETTLE, 0);
  };

  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.runtime.onMessage.addListener(onMessage);
  ask(0);

  return {
    refresh: () => later(SETTLE, 0),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      browser.runtime.onMessage.removeListener(onMessage);
    },
  };
}
