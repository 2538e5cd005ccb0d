import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { BROWSERS, findBrowser } from '../../lib/cli/browsers.mjs';
import { met, middle, ms, type Row, times } from './measure.ts';

const TOTAL = 100_000;
const ADDRESS = 'https://notes.example/';

interface Bench {
  fill(total: number): Promise<void>;
  add(count: number, total: number): Promise<number[]>;
  firstRows(): Promise<{ notes: number; all: number; tags: number }>;
  search(): Promise<{ ready: number; longest: number; keys: number[]; notes: number }>;
  miniSearch(): Promise<{ ready: number; keys: number[] }>;
}
declare const zhupiNotes: Bench;

/** 100,000 notes in the IndexedDB of a real Chromium, on the disk. */
export async function notesRows(): Promise<Row[]> {
  const executablePath = findBrowser(BROWSERS.chromium);
  if (!executablePath) throw new Error('Chromium was not found; run: node lib/cli/setup.mjs test');
  const profile = await mkdtemp(join(tmpdir(), 'zhupi-notes-'));
  const script = await notesBundle();
  /** A browser that was just started, on the same profile: nothing is warm. */
  const inBrowser = async <T>(work: (page: import('@playwright/test').Page) => Promise<T>): Promise<T> => {
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
    const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args });
    await context.route('**/*', (route) =>
      route.fulfill({ body: '<!doctype html><title>notes</title>', contentType: 'text/html' }),
    );
    const page = await context.newPage();
    await page.goto(ADDRESS);
    await page.evaluate(script);
    const result = await work(page);
    await context.close();
    return result;
  };
  await inBrowser((page) => page.evaluate((total) => zhupiNotes.fill(total), TOTAL));
  const first = await inBrowser((page) => page.evaluate(() => zhupiNotes.firstRows()));
  const search = await inBrowser((page) => page.evaluate(() => zhupiNotes.search()));
  const added = await inBrowser((page) =>
    page.evaluate(([count, total]) => zhupiNotes.add(count, total), [50, TOTAL] as const),
  );
  const mini = await inBrowser((page) => page.evaluate(() => zhupiNotes.miniSearch()));
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  const worst = Math.max(...search.keys);
  return [
    {
      what: `adding a note to ${TOTAL.toLocaleString('en')}, strict durability (median of ${added.length}; slowest)`,
      figure: `${ms(middle(added))}; ${ms(Math.max(...added))}`,
      against: 'budget 20 ms',
      verdict: met(middle(added) <= 20),
    },
    {
      what: 'the library’s first rows after a start of the browser: 50 notes; with 50 documents and their counts',
      figure: `${ms(first.notes)}; ${ms(first.all)}`,
      against: 'budget 300 ms',
      verdict: met(first.all <= 300),
    },
    { what: 'the 200 tags that an editor offers', figure: ms(first.tags), against: '', verdict: '' },
    {
      what: `search over ${search.notes.toLocaleString('en')} notes ready, read from the disk (longest slice)`,
      figure: `${ms(search.ready)} (${ms(search.longest)})`,
      against: 'budget 3 s',
      verdict: met(search.ready <= 3000),
    },
    {
      what: `each key then (median of ${search.keys.length}; slowest)`,
      figure: `${ms(middle(search.keys))}; ${ms(worst)}`,
      against: 'budget 50 ms',
      verdict: met(worst <= 50),
    },
    {
      what: 'MiniSearch over the same, by pairs of letters: ready',
      figure: ms(mini.ready),
      against: `${times(mini.ready / search.ready)} ours`,
      verdict: '',
    },
    {
      what: 'MiniSearch, each key (median; slowest)',
      figure: `${ms(middle(mini.keys))}; ${ms(Math.max(...mini.keys))}`,
      against: `${times(middle(mini.keys) / middle(search.keys))} ours`,
      verdict: '',
    },
  ];
}

/** What fills a store with made notes, as one script for a page. */
export async function notesBundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page/notes-entry.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'zhupiNotesEntry' };
  const result = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('the bundle for the page was not built');
  return output.output[0].code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await notesRows());
