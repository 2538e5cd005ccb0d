import { breathe } from '../../../lib/marks/slices.ts';
import { anchorFinder } from '../../../lib/notes/anchoring.ts';
import type { Anchor } from '../../../lib/notes/types.ts';

export interface PlacingTimes {
  /** Milliseconds of main thread, the page's own turns left out. */
  total: number;
  longest: number;
}

/** Milliseconds of work after which the page gets its turn, as in the reader. */
const SLICE = 12;

/** Places notes on a text as the reader does, in slices. */
async function place(text: string, anchors: Anchor[]): Promise<PlacingTimes> {
  const { seek } = anchorFinder(text);
  function* all(): Generator<undefined> {
    for (const anchor of anchors) {
      yield;
      yield* seek(anchor);
    }
  }
  const steps = all();
  let total = 0;
  let longest = 0;
  for (let done = false; !done; ) {
    const start = performance.now();
    while (!done && performance.now() - start < SLICE) done = steps.next().done === true;
    const took = performance.now() - start;
    total += took;
    longest = Math.max(longest, took);
    await breathe();
  }
  return { total, longest };
}

Object.assign(globalThis, { zhupiPlace: place });
