import browser, { type Tabs } from 'webextension-polyfill';
import { readByHand } from './by-hand.ts';
import { openPanel } from './panel.ts';
import { toggleMarks } from './site-marks.ts';
import { addressOf, readTab, type Wish } from './tab-state.ts';
import { hint } from './tell.ts';

/** Does what a shortcut stands for. What opens a panel comes first, while the key still counts. */
export async function onCommand(command: string, tab: Tabs.Tab | undefined): Promise<void> {
  if (command === 'open-panel') return openPanel(tab?.id);
  const id = tab?.id ?? (await activeTab());
  if (id === undefined) return;
  if (command === 'next-mark') return step(id, 1);
  if (command === 'previous-mark') return step(id, -1);
  if (command === 'write-note') return withSelection(id, 'reader/write');
  if (command === 'highlight') return withSelection(id, 'reader/highlight');
  if (command === 'cite') return withSelection(id, 'reader/cite');
  if (command === 'toggle-marks') return toggleMarks(id);
}

/** Has a tab's reader do something with the selection; where the page is not read yet, it is read first. */
export async function withSelection(tab: number, wish: Wish): Promise<void> {
  const frame = await readerFrame(tab);
  if (frame === null) await readByHand(tab, wish);
  else hint(tab, frame, wish, {});
}

async function step(tab: number, by: 1 | -1): Promise<void> {
  const frame = await readerFrame(tab);
  if (frame !== null) hint(tab, frame, 'reader/step', { by });
}

/** The frame of the reader of the page that stands in a tab now. */
async function readerFrame(tab: number): Promise<number | null> {
  const { url } = await browser.tabs.get(tab);
  const { pages } = await readTab(tab);
  const page = url === undefined ? pages.at(-1) : pages.find(({ address }) => address === addressOf(url));
  return page?.reader?.frame ?? null;
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
