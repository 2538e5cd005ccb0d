import { breathe } from '../../lib/marks/slices.ts';

/** Milliseconds of work after which the page gets its turn. */
const SLICE = 12;

/**
 * Runs a generator to its end and lets the page have its turn in between.
 *
 * @param stop says that the result is no longer wanted
 * @returns null where it was stopped
 */
export async function inSlices<T>(steps: Generator<undefined, T>, stop: () => boolean): Promise<T | null> {
  let end = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await breathe();
    if (stop()) return null;
    end = performance.now() + SLICE;
  }
}
