import { Problem } from '../../lib/messages/problem.ts';
import { type FrameText, measureFrames } from './inject.ts';
import { offerPanel } from './panel.ts';
import { startReader } from './start-reader.ts';
import { addressOf, changeTab, enterPage, type Wish } from './tab-state.ts';

/** A top frame that shows less text than this gives way to a frame that shows more. */
const SHELL = 300;

/**
 * Starts the reader at the reader's wish, on any page that the browser lets us into: on official sites,
 * and elsewhere after a click on the button, in the menu or on a shortcut (`activeTab`).
 *
 * @param wish what to do with the selection then
 * @throws Problem where the browser keeps us out
 */
export async function readByHand(tab: number, wish: Wish | null = null): Promise<void> {
  const frames = await measureFrames(tab).catch(() => []);
  const top = frames.find(({ frame }) => frame === 0);
  if (!top) throw new Problem('problemPageClosed');
  const address = addressOf(top.url);
  offerPanel(tab);
  await changeTab(tab, (state) => {
    enterPage(state, address).wish = wish;
  });
  if (!(await startReader(tab, address, fullest(top, frames)))) throw new Problem('problemPageClosed');
}

function fullest(top: FrameText, frames: readonly FrameText[]): number {
  if (top.length >= SHELL) return top.frame;
  return frames.reduce((most, one) => (one.length > most.length ? one : most), top).frame;
}
