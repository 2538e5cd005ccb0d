import { pack } from '../../../lib/catalogue/format.ts';
import { identify, loadCatalogue, matchText } from '../../../lib/catalogue/index.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { median } from '../measure.ts';
import { inCatalogue, made } from './made.ts';
import { madePages } from './pages.ts';

/** What was measured of a bundled catalogue of one size: one file, all of it in memory. */
export interface Bundled {
  size: number;
  bytes: number;
  /** Milliseconds until it can be asked, and to match one page then. */
  loading: number;
  matching: number;
  memory: number;
}

/** Fingerprints are made so many documents at a time: more texts do not fit in memory at once. */
const AT_ONCE = 1000;

/** Run in a process of its own, with the size as argument, so that memory is its own. */
const size = Number(process.argv[2]);
const pages = madePages(size, 'as published', 20);
const bytes = bundle(size);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const catalogue = loadCatalogue(bytes);
const loading = performance.now() - start;
globalThis.gc?.();
const memory = process.memoryUsage().heapUsed - before;
const matching =
  median(5, () => {
    for (const { part, fingerprints } of pages) {
      const matches = matchText(catalogue, { fingerprints, documents: [part] });
      identify(catalogue, [part], matches);
    }
  }) / pages.length;
const result: Bundled = { size, bytes: bytes.length, loading, matching, memory };
process.stdout.write(JSON.stringify(result));

function bundle(count: number): Uint8Array {
  const entries = [];
  const prints = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - from);
    const some = Array.from({ length }, (_, k) => made(inCatalogue(from + k)));
    entries.push(...some.map(({ entry }) => entry));
    prints.push(...makePrints(some.map((one) => ({ ...one, siteLines: { head: 0, tail: 0 } }))));
  }
  return pack({ name: 'made', asOf: '2025-06-01', entries }, prints);
}
