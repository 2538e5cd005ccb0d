import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { until } from '../../lib/cli/drive/driver.ts';
import { startChromium } from './crash/chromium.ts';
import { startFirefox } from './crash/firefox.ts';
import type { BrowserName } from './crash/killable.ts';
import { met, middle, ms, type Row } from './measure.ts';
import { notesBundle } from './notes.ts';
import { type Probe, type Seen, startProbe } from './page/library-probe.ts';

const TOTAL = 100_000;
/** Times that the library is opened in a browser that runs; once before that in one that has just started. */
const OPENINGS = 5;
const ADDED = 40;
/** Nobody types faster than this for long; what a key has not shown by then, the next one hides. */
const BETWEEN_KEYS = 250;

/** What is typed, key by key; `⌫` takes one letter back. */
const TYPED = ['澄江新区', '5', '不得收取财政', '编号99999⌫⌫⌫', '夜间照明 渡口', '没有这个词', '第77号'];

interface Bench {
  fill(total: number): Promise<void>;
  file(k: number): string;
}
declare const zhupiNotes: Bench;
declare const zhupiProbe: Probe | null;

/** 100,000 notes in the store of the built extension: what who opens the library waits for. */
export async function libraryRows(browser: BrowserName = 'chromium'): Promise<Row[]> {
  const profile = await mkdtemp(join(tmpdir(), `zhupi-library-${browser}-`));
  try {
    const script = await notesBundle();
    await inBrowser(browser, profile, async (page) => {
      await page.evaluate(script);
      await page.evaluate((total) => zhupiNotes.fill(total), TOTAL);
    });
    // Each in a browser that has just started: neither it nor the store is warm. The first time there is no digest.
    const first = await inBrowser(browser, profile, async (page) => {
      const seen = await openLibrary(page);
      await until('the digest', () => page.evaluate(hasDigest), 120_000);
      return seen;
    });
    const cold = await inBrowser(browser, profile, openLibrary);
    return await inBrowser(browser, profile, async (page) => {
      await page.evaluate(script);
      const added = await add(page);
      const openings: Seen[] = [];
      for (let k = 0; k < OPENINGS; k++) openings.push(await openLibrary(page));
      const keys = await type(page);
      await page.evaluate(script);
      const beside = await add(page);
      return rowsOf(browser, { first, cold, openings, keys, added, beside });
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether what makes the next opening quick has been kept. Runs in the page. */
function hasDigest(): Promise<boolean> {
  return new Promise((done, fail) => {
    const open = indexedDB.open('zhupi-cache');
    open.onerror = fail;
    open.onsuccess = () => {
      const head = open.result.transaction('digest').objectStore('digest').getKey('head');
      head.onsuccess = () => {
        open.result.close();
        done(head.result !== undefined);
      };
      head.onerror = fail;
    };
  });
}

async function inBrowser<T>(
  name: BrowserName,
  profile: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { browser, page } = await (name === 'firefox' ? startFirefox(profile) : startChromium(profile));
  try {
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** Opens the library anew and waits until all of it is there. */
async function openLibrary(page: Page): Promise<Seen> {
  const address = await page.evaluate(() => {
    // What the page before has seen is not asked again.
    Object.assign(globalThis, { zhupiProbe: null });
    return new URL('/library.html', location.href).href;
  });
  const { identifier } = await page.evaluateOnNewDocument(startProbe);
  // Firefox opens its extensions' pages but never reports that they have loaded.
  void page.goto(address, { timeout: 1 }).catch(() => {});
  const seen = await until(
    'the library to be ready',
    async () => {
      const isThere = await page.evaluate(() => 'zhupiProbe' in globalThis);
      // Firefox puts nothing into such a page beforehand: there the first moments are missed, and count in full.
      if (!isThere) await page.evaluate(startProbe);
      return page.evaluate(() => {
        const now = 'zhupiProbe' in globalThis ? zhupiProbe?.seen() : null;
        return !now || now.ready === null || now.rows === null ? null : now;
      });
    },
    120_000,
  );
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  return seen;
}

/** Types into the search field. @returns milliseconds from each key until what it found was painted */
async function type(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const words of TYPED) {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      field?.focus();
      field?.select();
    });
    for (const letter of words) {
      if (letter === '⌫') await page.keyboard.press('Backspace');
      else await page.keyboard.type(letter);
      await new Promise((done) => setTimeout(done, BETWEEN_KEYS));
      const time = await page.evaluate(() => zhupiProbe?.answered() ?? null);
      if (time !== null) times.push(time);
    }
  }
  return times;
}

/** Adds notes one by one, each acknowledged by the background. @returns milliseconds for each */
function add(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const times: number[] = [];
    for (let k = 0; k < count; k++) {
      const json = zhupiNotes.file(k);
      const start = performance.now();
      const answer: unknown = await chrome.runtime.sendMessage({
        list: 'ours',
        name: 'notes/import',
        body: { json },
      });
      times.push(performance.now() - start);
      if (!JSON.stringify(answer).includes('"added":1')) throw new Error(JSON.stringify(answer));
    }
    return times;
  }, ADDED);
}

interface Measured {
  first: Seen;
  cold: Seen;
  openings: Seen[];
  keys: number[];
  /** Adding notes while the library is closed, and while it is open. */
  added: number[];
  beside: number[];
}

function rowsOf(browser: BrowserName, measured: Measured): Row[] {
  const { first, cold, openings, keys, added, beside } = measured;
  const line = (what: string, figure: string, budget: number, reached: number): Row => {
    const verdict = met(reached <= budget);
    return { what: `${what}, ${browser}`, figure, against: `budget ${ms(budget)}`, verdict };
  };
  const both = (values: number[]) => `${ms(middle(values))}; ${ms(Math.max(...values))}`;
  const opening = (part: 'rows' | 'ready', what: string, budget: number) => {
    const values = openings.map((seen) => seen[part] ?? Number.POSITIVE_INFINITY);
    const starts = [cold, first].map((seen) => ms(seen[part] ?? Number.NaN));
    return line(what, [both(values), ...starts].join('; '), budget, middle(values));
  };
  const longest = (seen: Seen) => Math.max(0, ...seen.tasks);
  const tasks = openings.map(longest);
  return [
    opening(
      'rows',
      `the library of ${TOTAL.toLocaleString('en')} notes, from opening it to its first rows painted (median of ${OPENINGS}; slowest; in a browser just started; there for the first time)`,
      300,
    ),
    opening('ready', 'to all notes being searchable (the same)', 3000),
    line(
      'longest task while it opens (median; slowest; for the first time)',
      `${both(tasks)}; ${ms(longest(first))}`,
      50,
      middle(tasks),
    ),
    line(
      `each of ${keys.length} keys then, to the first screen of its results painted (median; slowest)`,
      both(keys),
      50,
      Math.max(...keys),
    ),
    line(
      `adding a note by a message to the background (median of ${added.length}; slowest; median while the library is open)`,
      `${both(added)}; ${ms(middle(beside))}`,
      20,
      middle(added),
    ),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const row of await libraryRows(process.argv[2] === 'firefox' ? 'firefox' : 'chromium'))
    console.log(`${row.what}: ${row.figure} (${row.against}: ${row.verdict})`);
