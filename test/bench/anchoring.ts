import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Anchor } from '../../lib/notes/types.ts';
import { type Counts, madeDocuments, runCases } from './anchoring/cases.ts';
import { outlineOf } from './anchoring/documents.ts';
import { type LongPage, longPages } from './anchoring/long-page.ts';
import type { PlacingTimes } from './anchoring/page-entry.ts';
import { benchChromium } from './chromium.ts';
import { benchTexts } from './corpus.ts';
import { met, middle, ms, type Row } from './measure.ts';

const DOCUMENTS = 40;
const PER_DOCUMENT = 25;
const RUNS = 5;

declare const zhupiPlace: (text: string, anchors: Anchor[]) => Promise<PlacingTimes>;

/**
 * Notes made on documents that then change in many ways: where ours are found, beside Hypothesis's published
 * rules on the same cases; and how long that takes on a long page.
 */
export async function anchoringRows(): Promise<Row[]> {
  const made = madeDocuments(DOCUMENTS, 7);
  const { source, texts } = benchTexts();
  const real = texts.map(plain).map((text) => ({ text, outline: outlineOf(text) }));
  const share = Math.ceil((DOCUMENTS * PER_DOCUMENT) / real.length);
  return [
    ...caseRows('made documents', runCases(made, { perDocument: PER_DOCUMENT, seed: 11, compare: true })),
    ...caseRows(source, runCases(real, { perDocument: share, seed: 12, compare: true })),
    ...(await speedRows()),
  ];
}

function caseRows(source: string, results: ReturnType<typeof runCases>): Row[] {
  const rows = results.map(({ mutation, notes, ours, theirs }) => ({
    what: `${mutation} (${notes} notes, ${source})`,
    figure: words(ours),
    against: `Hypothesis's rules: ${words(theirs ?? {})}`,
    verdict: met(wrong(ours) === 0),
  }));
  const sum = (of: (one: (typeof results)[number]) => Counts) =>
    results.reduce((total, one) => total + wrong(of(one)), 0);
  const ours = sum((one) => one.ours);
  return [
    ...rows,
    {
      what: `wrong place or wrong number accepted, all of these (${source})`,
      figure: `${ours}`,
      against: `Hypothesis's rules: ${sum((one) => one.theirs ?? {})}; budget 0`,
      verdict: met(ours === 0),
    },
  ];
}

/** As a page shows it: some were saved with the entities of their white space. */
const plain = (text: string) => text.replace(/&#\d+;|&nbsp;/g, '\u3000');

const wrong = (counts: Counts) => (counts['wrong-place'] ?? 0) + (counts['wrong-number'] ?? 0);

function words(counts: Counts): string {
  const of = (key: keyof Counts) => counts[key] ?? 0;
  return (
    `exact ${of('exact')}, moved ${of('moved')}, changed ${of('changed')}, ` +
    `lost ${of('lost')} rightly and ${of('missed')} that are there, ` +
    `wrong place ${of('wrong-place')}, wrong number ${of('wrong-number')}`
  );
}

/** In real Chromium, in slices as the reader does it. */
async function speedRows(): Promise<Row[]> {
  const { anchors, pages } = longPages();
  const address = 'https://www.yunling.gov.cn/bench/notes.html';
  const { page, close } = await benchChromium((url) => (url === address ? '<p>1</p>' : null));
  await page.goto(address);
  await page.evaluate(await bundle());
  const rows: Row[] = [];
  for (const one of pages) {
    const runs: PlacingTimes[] = [];
    for (let i = 0; i < RUNS; i++)
      runs.push(await page.evaluate(([text, list]) => zhupiPlace(text, list), [one.text, anchors] as const));
    rows.push(speedRow(one, anchors.length, runs));
  }
  await close();
  return rows;
}

function speedRow({ name, text }: LongPage, notes: number, runs: PlacingTimes[]): Row {
  const total = middle(runs.map((run) => run.total));
  const longest = middle(runs.map((run) => run.longest));
  return {
    what: `${notes} notes placed on ${text.length} characters in Chromium: ${name}`,
    figure: `${ms(total)}, longest task ${ms(longest)}`,
    against: 'budget 100 ms, no task over 50 ms',
    verdict: met(total <= 100 && longest <= 50),
  };
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./anchoring/page-entry.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'zhupiNotes' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`nothing was built of ${readFileSync(entry).length}`);
  return output.output[0].code;
}
