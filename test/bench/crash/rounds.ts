import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../lib/cli/drive/driver.ts';
import { type BrowserName, type Killable, startKillable } from './killable.ts';
import { type Ledger, missing, stored, writeOn } from './writing.ts';

/** What many crashes did. */
export interface Crashes {
  browser: BrowserName;
  rounds: number;
  /** Notes and edits that were acknowledged before a kill. */
  acknowledged: number;
  /** Requests that a kill left without an answer. */
  unanswered: number;
  /** Acknowledged notes that were not there after a restart. */
  lost: number;
  /** Starts after which the database could not be opened. */
  unopened: number;
  /** Where the background alone was to be stopped: whether this browser can be told to. */
  driven: boolean;
}

/** Writers at once in each round. */
const WRITERS = 3;

/** The same moments each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/**
 * Kills a browser in the middle of writing, again and again on one profile, and looks each time whether
 * everything acknowledged is there.
 *
 * @param longest milliseconds of writing before a kill, at most
 */
export async function killBrowser(
  browser: BrowserName,
  rounds: number,
  seed: number,
  longest = 1500,
): Promise<Crashes> {
  const random = dice(seed);
  const result = empty(browser, rounds);
  const ledger: Ledger = { notes: new Map(), sent: 0, acknowledged: 0 };
  await withProfile(browser, async (profile) => {
    for (let round = 0; round <= rounds; round++) {
      const running = await startKillable(browser, profile);
      // Before anything was written there is no database, and looking would make one.
      if (round > 0) await look(running, ledger, result);
      if (round === rounds) {
        await running.close();
        return;
      }
      const { acknowledged } = ledger;
      const writers = Array.from({ length: WRITERS }, () =>
        writeOn(running.page, ledger, random, () => false),
      );
      await until('an answer', async () => ledger.acknowledged > acknowledged, 60_000);
      await pause(random() * longest);
      await running.kill();
      await Promise.all(writers);
    }
  });
  return total(result, ledger);
}

/** Stops only the background, between a request and its answer, and looks whether what it acknowledged is there. */
export async function killBackground(browser: BrowserName, rounds: number, seed: number): Promise<Crashes> {
  const random = dice(seed);
  const result = empty(browser, rounds);
  const ledger: Ledger = { notes: new Map(), sent: 0, acknowledged: 0 };
  await withProfile(browser, async (profile) => {
    const running = await startKillable(browser, profile);
    for (let round = 0; round < rounds && result.driven; round++) {
      let over = false;
      const writers = Array.from({ length: WRITERS }, () =>
        writeOn(running.page, ledger, random, () => over),
      );
      // Each round begins with an answer: the background runs, and works after it was stopped.
      const before = ledger.acknowledged;
      await until('an answer', async () => ledger.acknowledged > before, 60_000);
      await pause(random() * 150);
      result.driven = await running.stopBackground();
      over = true;
      // A message whose receiver is gone may never be answered: nobody waits for it longer than this.
      await Promise.race([Promise.all(writers), pause(3000)]);
      await look(running, ledger, result);
    }
    await running.close();
  });
  return total(result, ledger);
}

/** Is everything there that was acknowledged? What is lost is counted once. */
async function look(running: Killable, ledger: Ledger, result: Crashes): Promise<void> {
  try {
    const lost = missing(ledger, await stored(running.page));
    result.lost += lost.length;
    for (const id of lost) ledger.notes.delete(id);
  } catch {
    result.unopened++;
  }
}

function empty(browser: BrowserName, rounds: number): Crashes {
  return { browser, rounds, acknowledged: 0, unanswered: 0, lost: 0, unopened: 0, driven: true };
}

function total(result: Crashes, { sent, acknowledged }: Ledger): Crashes {
  return { ...result, acknowledged, unanswered: sent - acknowledged };
}

async function withProfile(browser: BrowserName, work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), `zhupi-crash-${browser}-`));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
