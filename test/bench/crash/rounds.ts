import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../lib/cli/drive/driver.ts';
import { cutLog } from './cut-log.ts';
import { keepEvidence } from './evidence.ts';
import { type BrowserName, type Killable, startKillable, within } from './killable.ts';
import { type Ledger, lossTold, missing, stored, writeOn } from './writing.ts';

/** What many crashes did. */
export interface Crashes {
  rounds: number;
  /** Notes and edits that were acknowledged before a crash. */
  acknowledged: number;
  /** Requests that a crash left without an answer. */
  unanswered: number;
  /** Acknowledged notes that were not there after it. */
  lost: number;
  /** Times that the database could not be opened after it. */
  unopened: number;
  /** Times that the browser itself had thrown the database away, and the notes were brought back. */
  thrownAway: number;
  seconds: number;
}

export interface CrashOptions {
  /** How often only the background is stopped, and how often the whole browser is killed after that. */
  stops: number;
  kills: number;
  /** The same moments each time. */
  seed: number;
  /** After each so manieth kill, Chromium's database is left as an unlucky kill leaves it; 0 for never. */
  cutEvery?: number;
}

/** Milliseconds of writing before a kill, and before the background is stopped, at most. */
const LONGEST = { kill: 500, stop: 100 };
/** Writers at once in each round. */
const WRITERS = 3;
/** Milliseconds for what takes a second, on a machine that has much else to do. */
const PATIENCE = 60_000;

/** mulberry32 */
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
 * Crashes on one profile, each in the middle of writing; looks each time whether everything acknowledged is there.
 *
 * @throws where a browser does not start, answer or stop at all
 */
export async function crash(
  browser: BrowserName,
  { stops, kills, seed, cutEvery = 0 }: CrashOptions,
): Promise<{ stopped: Crashes; killed: Crashes }> {
  const profile = await mkdtemp(join(tmpdir(), `zhupi-crash-${browser}-`));
  const ledger: Ledger = { notes: new Map(), sent: 0, acknowledged: 0 };
  const run: Run = { browser, seed, profile, ledger, random: dice(seed), result: none() };
  let running = await startKillable(browser, profile);
  try {
    const stopped = await counted(run, stops, (round) => stopOnce(run, running, round));
    const killed = await counted(run, kills, async (round) => {
      await killOnce(run, running);
      if (cutEvery > 0 && round % cutEvery === 0) cutLog(profile);
      running = await startKillable(browser, profile);
      await look(run, running, round);
    });
    return { stopped, killed };
  } finally {
    await within(30_000, running.kill(true));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Stops only the background, between a request and its answer. */
async function stopOnce(run: Run, running: Killable, round: number): Promise<void> {
  let over = false;
  const writers = write(run, running, () => over);
  // Each round begins with an answer: the background runs, and works after it was stopped.
  await answered(run);
  await pause(run.random() * LONGEST.stop);
  if (!(await running.stopBackground())) throw new Error(`the background in ${run.browser} did not stop`);
  over = true;
  // A message whose receiver is gone may never be answered: nobody waits for it longer than this.
  await within(3000, Promise.all(writers));
  await look(run, running, round);
}

/**
 * Kills the browser. Every other time, about, only its main process, and the next one is started while the others
 * are still ending.
 */
async function killOnce(run: Run, running: Killable): Promise<void> {
  const writers = write(run, running, () => false);
  await answered(run);
  await pause(run.random() * LONGEST.kill);
  await running.kill(run.random() < 0.5);
  await Promise.all(writers);
}

interface Run {
  browser: BrowserName;
  seed: number;
  profile: string;
  ledger: Ledger;
  random: () => number;
  result: Crashes;
}

function none(): Crashes {
  return { rounds: 0, acknowledged: 0, unanswered: 0, lost: 0, unopened: 0, thrownAway: 0, seconds: 0 };
}

/** What some rounds did. */
async function counted(run: Run, rounds: number, once: (round: number) => Promise<void>): Promise<Crashes> {
  const { sent, acknowledged } = run.ledger;
  const start = performance.now();
  run.result = none();
  const so = (round: number): Crashes => {
    const answers = run.ledger.acknowledged - acknowledged;
    const unanswered = run.ledger.sent - sent - answers;
    const seconds = Math.round((performance.now() - start) / 1000);
    return { ...run.result, rounds: round, acknowledged: answers, unanswered, seconds };
  };
  for (let round = 1; round <= rounds; round++) {
    await once(round);
    // Hundreds of rounds take a quarter of an hour.
    if (round % 20 === 0) process.stderr.write(`${run.browser}: ${JSON.stringify(so(round))}\n`);
  }
  return so(rounds);
}

function write({ ledger, random }: Run, { page }: Killable, isOver: () => boolean): Promise<void>[] {
  return Array.from({ length: WRITERS }, () => writeOn(page, ledger, random, isOver));
}

async function answered({ ledger }: Run): Promise<void> {
  const before = ledger.acknowledged;
  await until('an answer', async () => ledger.acknowledged > before, PATIENCE);
}

/** Is everything there that was acknowledged? What is lost is counted once. */
async function look(run: Run, { page }: Killable, round: number): Promise<void> {
  const { browser, seed, profile, ledger, result } = run;
  let found: Map<string, number> | null = null;
  // Where the browser threw the database away, the background brings the notes back in its own time.
  const isThere = async () => {
    found = await stored(page);
    return missing(ledger, found).length === 0;
  };
  const all = await until('every note', isThere, PATIENCE / 2).catch(() => false);
  if (!all) {
    const lost = found ? missing(ledger, found) : [];
    if (found) result.lost += lost.length;
    else result.unopened++;
    const about = { seed, round, lost: lost.length, of: ledger.notes.size, opened: found !== null };
    await keepEvidence(`${browser}-${seed}-${round}`, page, profile, about);
    for (const id of lost) ledger.notes.delete(id);
  }
  if (await lossTold(page)) result.thrownAway++;
}
