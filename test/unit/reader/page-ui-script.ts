import { vi } from 'vitest';
import script from '../../../entrypoints/page-ui/index.ts';
import { SEAT, type World } from '../../../entrypoints/page-ui/seat.ts';

const world = globalThis as World;

/** Stands in for the background that injects page-ui.js: an answer to `reader/page-ui`. */
export function bringPageUi(): null {
  void script.main();
  return null;
}

/** Forgets the script, as in another page. */
export function withoutPageUi(): void {
  delete world[SEAT];
}

/** jsdom is never at rest: what waits for that is done when the test says so. */
export function restless(): { rest: () => void } {
  let waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run));
  return {
    rest: () => {
      const now = waiting;
      waiting = [];
      for (const run of now) run();
    },
  };
}
