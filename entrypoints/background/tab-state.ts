import browser from 'webextension-polyfill';
import type { Status } from '../../lib/catalogue/types.ts';
import type { NotedDocument } from '../../lib/notes/types.ts';
import type { Sight } from '../../lib/page/types.ts';
import type { PageFacts } from '../../lib/reading/types.ts';

/** What the gate of one frame saw. */
export interface SeenFrame {
  frame: number;
  /** The browser's id of the document; null where it does not tell. */
  document: string | null;
  sight: Sight;
}

/** Where the tab's reader is. */
export interface ReaderPlace {
  frame: number;
  document: string | null;
  /** It has said hello: the script did start. */
  heard: boolean;
}

/** A document on a page, as it was read. */
export interface ReadDocument {
  facts: NotedDocument;
  status: Status;
  /** Under which key a pick of the reader's is remembered: what the page itself says of the document. */
  pickKey: string;
}

/** What the reader told of a page. */
export interface ReadPage {
  documents: ReadDocument[];
  main: number;
  deadlines: number;
  terms: number;
}

/** What is to be done with the selection once the page was read. */
export type Wish = 'reader/write' | 'reader/highlight' | 'reader/cite';

/** What is known of one page of a tab. */
export interface PageState {
  /** Address of the top frame, without its fragment. */
  address: string;
  /** Frames that hold, or are about, a document. */
  seen: SeenFrame[];
  reader: ReaderPlace | null;
  /** Facts of the top frame, where the reader is in a child of it. */
  topFacts: PageFacts | null;
  read: ReadPage | null;
  wish: Wish | null;
}

/** The pages of a tab that were read lately, the present one last: earlier ones come back by the back button. */
export interface TabState {
  pages: PageState[];
}

/** Pages remembered for a tab: more than a browser keeps in its back-forward cache. */
const MOST_PAGES = 10;

const PREFIX = 'tab:';

/** An address without its fragment: what is shown does not change with it. */
export function addressOf(url: string): string {
  return url.replace(/#.*$/s, '');
}

/**
 * What is known of a tab. It is kept in `storage.session`, in memory and only for this session, since
 * the background may be stopped at any moment and forgets everything else.
 */
export async function readTab(tab: number): Promise<TabState> {
  const key = PREFIX + tab;
  const stored = await browser.storage.session.get(key);
  return (stored[key] as TabState | undefined) ?? { pages: [] };
}

/** What is known of one page of a tab, or null. */
export async function readPage(tab: number, address: string): Promise<PageState | null> {
  const state = await readTab(tab);
  return state.pages.find((page) => page.address === address) ?? null;
}

const queues = new Map<number, Promise<unknown>>();

/**
 * Changes what is known of a tab, one change at a time: several frames speak at once.
 *
 * @param change changes the state in place and gives any answer; it must not wait for anything
 */
export function changeTab<T>(tab: number, change: (state: TabState) => T): Promise<T> {
  const before = queues.get(tab) ?? Promise.resolve();
  const after = before.then(async () => {
    const state = await readTab(tab);
    const result = change(state);
    state.pages = state.pages.slice(-MOST_PAGES);
    const keep = () => browser.storage.session.set({ [PREFIX + tab]: state });
    await keep().catch(() => {
      // The session's room is full (10 MB): the page before the reader counts more than those behind it.
      state.pages = state.pages.slice(-1);
      return keep();
    });
    return result;
  });
  const settled = after.catch(() => undefined);
  queues.set(tab, settled);
  settled.then(() => queues.get(tab) === settled && queues.delete(tab));
  return after;
}

/** Forgets a tab that was closed. */
export async function forgetTab(tab: number): Promise<void> {
  await queues.get(tab);
  await browser.storage.session.remove(PREFIX + tab);
}

/** What is known of every tab. */
export async function allTabs(): Promise<{ tab: number; state: TabState }[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, state]) =>
    key.startsWith(PREFIX) ? [{ tab: Number(key.slice(PREFIX.length)), state: state as TabState }] : [],
  );
}

/** The page of a tab with this address, made where it is new, and made the present one. */
export function enterPage(state: TabState, address: string): PageState {
  const found = state.pages.find((page) => page.address === address);
  const page = found ?? { address, seen: [], reader: null, topFacts: null, read: null, wish: null };
  state.pages = [...state.pages.filter((other) => other !== page), page];
  return page;
}

/** Whether two ids may be of one document: where the browser tells none, they may. */
export function sameDocument(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
