import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PageUi, SEAT, type World } from '../../../entrypoints/page-ui/seat.ts';
import type { Session } from '../../../entrypoints/reader/session.ts';
import type { Ui } from '../../../entrypoints/reader/ui.ts';

const world = globalThis as World;

let ui: Ui;
let asked: number;
let failed: number;
/** What was done with what is shown, in order. */
let done: string[];
/** Lets the background bring the script. */
let bring: () => void;
/** What the background does when it is asked for the script. */
let answer: () => Promise<unknown>;

const shown = {
  open: (ids: string[]) => done.push(`open ${ids}`),
  step: (by: number) => done.push(`step ${by}`),
  quiet: () => done.push('quiet'),
  clear: () => done.push('clear'),
} as unknown as PageUi;

function leaveParts(): void {
  world[SEAT] = { pageUi: () => shown, anchorFinder: (() => null) as never };
}

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  fakeBrowser.reset();
  delete world[SEAT];
  asked = failed = 0;
  done = [];
  answer = () =>
    new Promise((resolve) => {
      bring = () => {
        leaveParts();
        resolve({ ok: null });
      };
    });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
    asked++;
    return answer() as never;
  });
  const { Ui: Fresh } = await import('../../../entrypoints/reader/ui.ts');
  ui = new Fresh({} as Session, () => failed++);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete world[SEAT];
});

/** Lets all that is already decided happen. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}

describe('what is wished for before its script has come', () => {
  it('is done when it has, in the order of the wishes, and asked for once', async () => {
    ui.do((now) => now.step(1));
    ui.do((now) => now.open(['term:1'], { x: 0, y: 0 }));
    const got = ui.get();
    await settle();
    expect([asked, done, ui.now]).toEqual([1, [], null]);
    bring();
    await got;
    await settle();
    expect(done).toEqual(['step 1', 'open term:1']);
    ui.do((now) => now.step(-1));
    expect(done.at(-1), 'at once from now on').toBe('step -1');
    expect(asked).toBe(1);
  });

  it('is not done any more after the marks were switched off', async () => {
    ui.do((now) => now.step(1));
    await settle();
    ui.quiet();
    ui.do((now) => now.step(-1));
    bring();
    await settle();
    expect(done).toEqual(['step -1']);
  });

  it('is not done after the reader was ended', async () => {
    ui.do((now) => now.step(1));
    const got = ui.get();
    await settle();
    ui.end();
    bring();
    await expect(got).rejects.toThrow();
    await settle();
    expect([done, ui.now]).toEqual([[], null]);
  });
});

describe('a background that does not answer', () => {
  it('is asked again', async () => {
    const waits = answer;
    answer = () => Promise.reject(new Error('starting'));
    ui.do((now) => now.step(1));
    await settle();
    answer = waits;
    await vi.advanceTimersByTimeAsync(400);
    bring();
    await settle();
    expect([asked, done, failed]).toEqual([2, ['step 1'], 0]);
  });

  it('is given up in the end, and asked anew for the next wish', async () => {
    const waits = answer;
    answer = () => Promise.reject(new Error('gone'));
    ui.do((now) => now.step(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked, failed]).toEqual([3, 1]);
    answer = waits;
    ui.do((now) => now.step(-1));
    await settle();
    bring();
    await settle();
    expect(done).toEqual(['step -1']);
  });

  it('is no failure to a reader that was ended meanwhile', async () => {
    answer = () => Promise.reject(new Error('gone'));
    ui.do((now) => now.step(1));
    ui.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([done, failed]).toEqual([[], 0]);
  });

  it('has given nothing where it left no script', async () => {
    answer = () => Promise.resolve({ ok: null });
    ui.do((now) => now.step(1));
    await settle();
    expect([done, failed]).toEqual([[], 1]);
  });
});

describe('an idle page', () => {
  it('gets the script before anything is wished for, once', async () => {
    const waiting: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run));
    ui.warm();
    await settle();
    expect(asked).toBe(0);
    waiting[0]?.();
    await settle();
    bring();
    await settle();
    expect([asked, ui.now]).toEqual([1, shown]);
    ui.warm();
    expect(waiting).toHaveLength(1);
  });
});
