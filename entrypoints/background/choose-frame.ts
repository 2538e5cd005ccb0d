import type { PageState } from './tab-state.ts';

/** A top frame with less running text than this is only a shell, if a frame in it holds more. */
const SHELL = 300;

/**
 * Chooses the one frame that holds a page's body: the top frame where it has text, else the child with
 * the most.
 *
 * @param page what the gates of its frames saw
 * @param topHasSpoken whether the top frame's gate has had its say: silence then means that the top frame
 *   is no document
 * @param loaded whether the page has loaded with all its frames: no more are waited for
 * @returns the frame's id; null where there is none; `wait` where it can't be told yet
 */
export function chooseFrame(
  page: Pick<PageState, 'seen'>,
  topHasSpoken: boolean,
  loaded: boolean,
): number | null | 'wait' {
  const top = page.seen.find(({ frame }) => frame === 0);
  if (top && top.sight.textLength >= SHELL) return 0;
  const children = page.seen.filter(({ frame }) => frame !== 0);
  const [child] = children.sort((a, b) => b.sight.textLength - a.sight.textLength);
  if (top) {
    if (child && child.sight.textLength > top.sight.textLength) return child.frame;
    return loaded ? 0 : 'wait';
  }
  if (!child) return null;
  return topHasSpoken || loaded ? child.frame : 'wait';
}
