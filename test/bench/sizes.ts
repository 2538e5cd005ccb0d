import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { met, type Row } from './measure.ts';

const BUDGET: [file: string, bytes: number | null][] = [
  ['gate.js', 8 * 1024],
  ['reader.js', 60 * 1024],
  // Comes when the page is at rest, or with its first click.
  ['page-ui.js', null],
];

/** What a page has to load, compressed as a store would. */
export function sizeRows(): Row[] {
  return ['chrome', 'firefox'].flatMap((browser) =>
    BUDGET.map(([file, budget]) => {
      const size = gzipSync(readFileSync(`.output/${browser}-mv3/${file}`), { level: 9 }).length;
      return {
        what: `${file} for ${browser}, gzip`,
        figure: `${(size / 1024).toFixed(1)} KB`,
        against: budget ? `budget ${budget / 1024} KB` : 'after the marks, at rest',
        verdict: budget ? met(size <= budget) : '',
      };
    }),
  );
}
