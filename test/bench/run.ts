import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { anchoringRows } from './anchoring.ts';
import { catalogueRows } from './catalogue.ts';
import { gateRows } from './gate.ts';
import { glossaryRows } from './glossary.ts';
import { libraryRows } from './library.ts';
import type { Row } from './measure.ts';
import { notesRows } from './notes.ts';
import { paintingRows } from './painting.ts';
import { readerRows } from './reader.ts';
import { readingRows } from './reading.ts';
import { sizeRows } from './sizes.ts';

/**
 * `npm run bench [-- PART…]` runs every benchmark, or those whose titles begin with one of the words given, and
 * writes `test/bench/results.md` after each; what did not run keeps the figures of its last run. Ratios within
 * one run are what counts; times differ by machine.
 */
const FILE = 'test/bench/results.md';

const PARTS: [title: string, run: () => Row[] | Promise<Row[]>][] = [
  ['Reading', readingRows],
  ['Painting in Chromium', paintingRows],
  ['The reader in Chromium', readerRows],
  ['The gate in Chromium', gateRows],
  ['Catalogue', catalogueRows],
  ['Glossary', glossaryRows],
  ['Notes in Chromium', notesRows],
  ['The library of 100,000 notes', () => libraryRows()],
  ['Finding notes again', anchoringRows],
  ['Sizes', sizeRows],
];

const table = (rows: Row[]) =>
  ['| what | figure | against | budget |', '| --- | --- | --- | --- |']
    .concat(rows.map((r) => `| ${r.what} | ${r.figure} | ${r.against} | ${r.verdict} |`))
    .join('\n');

const wanted = process.argv.slice(2);
const chosen = PARTS.filter(
  ([title]) => wanted.length === 0 || wanted.some((word) => title.startsWith(word)),
);
if (chosen.length === 0) {
  process.stderr.write(`No part begins so. There are: ${PARTS.map(([title]) => title).join('; ')}.\n`);
  process.exit(2);
}
if (spawnSync('npm run -s build', { shell: true, stdio: 'inherit' }).status !== 0) process.exit(1);

const sections = new Map(
  readFileSync(FILE, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
);
for (const [title, run] of chosen) {
  const rows = table(await run());
  sections.set(title, rows);
  process.stdout.write(`## ${title}\n\n${rows}\n\n`);
  const known = PARTS.flatMap(([name]) =>
    sections.has(name) ? [`## ${name}\n\n${sections.get(name)}`] : [],
  );
  writeFileSync(
    FILE,
    `# Benchmarks

\`npm run bench\` wrote this. Node ${process.version}, ${cpus().length} cores. Times differ by machine; the ratios, taken within one run, are what to compare.

${known.join('\n\n')}
`,
  );
}
