import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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

/** Runs every benchmark and writes `test/bench/results.md`. Ratios within one run are what counts; times differ by machine. */
if (spawnSync('npm run -s build', { shell: true, stdio: 'inherit' }).status !== 0) process.exit(1);

const parts: [title: string, rows: Row[]][] = [
  ['Reading', readingRows()],
  ['Painting in Chromium', await paintingRows()],
  ['The reader in Chromium', await readerRows()],
  ['The gate in Chromium', await gateRows()],
  ['Catalogue', await catalogueRows()],
  ['Glossary', await glossaryRows()],
  ['Notes in Chromium', await notesRows()],
  ['The library of 100,000 notes', await libraryRows()],
  ['Finding notes again', await anchoringRows()],
  ['Sizes', sizeRows()],
];

const table = (rows: Row[]) =>
  ['| what | figure | against | budget |', '| --- | --- | --- | --- |']
    .concat(rows.map((r) => `| ${r.what} | ${r.figure} | ${r.against} | ${r.verdict} |`))
    .join('\n');

const report = `# Benchmarks

\`npm run bench\` wrote this. Node ${process.version}, ${cpus().length} cores. Times differ by machine; the ratios, taken within one run, are what to compare.

${parts.map(([title, rows]) => `## ${title}\n\n${table(rows)}`).join('\n\n')}
`;
writeFileSync('test/bench/results.md', report);
process.stdout.write(report);
