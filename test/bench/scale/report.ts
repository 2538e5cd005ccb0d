import { IDENTIFICATION_BYTES as BUNDLED_BYTES, SENTENCE_BYTES } from '../../../lib/catalogue/format.ts';
import { IDENTIFICATION_BYTES, PAGE_BUDGET } from '../../../lib/catalogue/shards/layout.ts';
import { met, ms } from '../measure.ts';
import type { Bundled } from './bundled.ts';
import { drawPlots } from './plot.ts';
import type { Rival } from './rivals.ts';
import type { Sharded } from './sharded.ts';

export interface Measured {
  machine: string;
  bundled: Bundled[];
  rivals: Rival[];
  failed: string[];
  sharded: Sharded[];
}

const count = (value: number) => value.toLocaleString('en');
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
/** Powers of ten, as they stand at the side of a plot. */
const round = (bytes: number) => {
  const [value, unit] =
    bytes < 1e3 ? [bytes, 'bytes'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${count(Math.round(value))} ${unit}`;
};
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Everything that was measured, as Markdown. */
export function reportOf({ machine, bundled, rivals, failed, sharded }: Measured): string {
  const last = sharded.at(-1);
  return `# The catalogue at scale

\`npm run bench:scale\` wrote this. ${machine}. Made documents of our own, from a generator in \`scale/made.ts\`: 58 sentences in the mean, families of near-duplicates, three sentences in ten shared by thousands. Times differ by machine.

![growth](scale.png)

## Budgets, at ${count(last?.size ?? 0)} documents in shards

${last ? budgets(last) : 'not measured'}

## In shards, served by nginx on loopback

A page of a reader who has nothing fetched yet; warm is the same page again, cold a worker that has just started, with the page's files on its shelf. Bytes are what nginx says it sent, headers included, with the sentences of one group.

${table(
  [
    'documents',
    'shards',
    'all files',
    'bytes for a page, median (worst)',
    'requests',
    'without sentences',
    "warm, median (worst, the thread's own time)",
    'cold, the same',
    'memory',
  ],
  sharded.map((one) => [
    count(one.size),
    count(one.shards),
    mb(one.bytes),
    `${kb(one.sent.median)} (${kb(one.sent.worst)})`,
    String(one.sent.requests),
    kb(one.sent.withoutSentences),
    `${ms(one.warm.median)} (${ms(one.warm.worst)}, thread ${ms(one.warm.cpu)})`,
    `${ms(one.cold.median)} (${ms(one.cold.worst)}, thread ${ms(one.cold.cpu)})`,
    one.memory < 100_000 ? 'under 0.1 MB' : mb(one.memory),
  ]),
)}

How many documents of the catalogue fit what a page asks for:

${table(
  ['documents', 'median', 'least', 'with sentences: median', 'least'],
  sharded.map(({ size, fits }) =>
    [size, fits.shard.median, fits.shard.least, fits.group.median, fits.group.least].map(count),
  ),
)}

Identified, and identified as another document:

${table(
  ['page', ...sharded.map(({ size }) => count(size))],
  Object.keys(last?.found ?? {}).map((variant) => [
    variant,
    ...sharded.map(({ found }) => {
      const one = found[variant as keyof typeof found];
      return `${one.right} of ${one.of}, ${one.wrong} wrong`;
    }),
  ]),
)}

Documents that are not in the catalogue are known by name where a document in it repeals or amends them: those are the ones identified there. What is not identified is unknown, or offered as a choice.

## In one file, all of it in memory

${table(
  ['documents', 'bytes', 'loading', 'matching one page', 'memory'],
  bundled.map((one) => [
    count(one.size),
    `${mb(one.bytes)}: ${BUNDLED_BYTES} a document to identify it, ${SENTENCE_BYTES} a sentence, the facts`,
    ms(one.loading),
    ms(one.matching),
    mb(one.memory),
  ]),
)}

## Search libraries over the same documents

Asked by the page's title, since neither can be asked by a text in time; both get pairs of characters.

${table(
  ['library', 'of', 'documents', 'making', 'asking', 'memory', 'right first', 'another document first'],
  rivals.map((one) => [
    one.name,
    one.of,
    count(one.size),
    ms(one.making),
    ms(one.asking),
    mb(one.memory),
    `${one.right} of ${one.pages}`,
    `${one.wrong} of ${one.pages + 8}`,
  ]),
)}
${failed.map((line) => `\n${line}.\n`).join('')}`;
}

function budgets({ sent, warm, cold, fits, found }: Sharded): string {
  const wrong = Object.values(found).reduce((sum, one) => sum + one.wrong, 0);
  const all = Object.values(found).reduce((sum, one) => sum + one.of, 0);
  return table(
    ['what', 'figure', 'budget', ''],
    [
      ['identification', `${IDENTIFICATION_BYTES} bytes a document`, '64', met(IDENTIFICATION_BYTES <= 64)],
      ['sentences', `${SENTENCE_BYTES} bytes each`, '6', met(SENTENCE_BYTES <= 6)],
      ['fetched for a page, worst', kb(sent.worst), kb(PAGE_BUDGET), met(sent.worst <= PAGE_BUDGET)],
      ['matching a page, warm, median', ms(warm.median), '5 ms', met(warm.median <= 5)],
      [
        'matching a page in a worker that has just started, median',
        ms(cold.median),
        '50 ms',
        met(cold.median <= 50),
      ],
      [
        'documents that a shard serves, least',
        count(fits.shard.least),
        '1,000',
        met(fits.shard.least >= 1000),
      ],
      ['pages identified as another document', `${wrong} of ${all}`, '0', met(wrong === 0)],
    ],
  );
}

/** The growth of time, bytes and memory with the number of documents, as a PNG. */
export function pictureOf({
  bundled,
  rivals,
  sharded,
}: Pick<Measured, 'bundled' | 'rivals' | 'sharded'>): Uint8Array {
  const shards = (value: (one: Sharded) => number): [number, number][] =>
    sharded.map((one) => [one.size, value(one)]);
  const file = (value: (one: Bundled) => number): [number, number][] =>
    bundled.map((one) => [one.size, value(one)]);
  const rival = (name: string, value: (one: Rival) => number): [number, number][] =>
    rivals.filter((one) => one.name === name).map((one) => [one.size, value(one)]);
  const milliseconds = (value: number) => `${value < 1 ? value : count(value)} ms`;
  return drawPlots([
    {
      ...{ title: 'Matching one page', unit: milliseconds, budget: { value: 5, name: 'budget 5 ms' } },
      lines: [
        { name: 'shards', colour: '#c0392b', points: shards(({ warm }) => warm.median) },
        { name: 'one file', colour: '#2c3e50', points: file(({ matching }) => matching) },
        {
          name: 'MiniSearch (titles from 100,000 on)',
          colour: '#16a085',
          points: rival('MiniSearch', ({ asking }) => asking),
        },
        {
          name: 'FlexSearch (titles from 100,000 on)',
          colour: '#8e44ad',
          points: rival('FlexSearch', ({ asking }) => asking),
        },
      ],
    },
    {
      ...{
        title: 'From a cold start to the first answer',
        unit: milliseconds,
        budget: { value: 50, name: 'budget 50 ms' },
      },
      lines: [
        { name: 'shards', colour: '#c0392b', points: shards(({ cold }) => cold.median) },
        { name: 'one file', colour: '#2c3e50', points: file(({ loading, matching }) => loading + matching) },
        {
          name: 'MiniSearch (the same)',
          colour: '#16a085',
          points: rival('MiniSearch', ({ making }) => making),
        },
        {
          name: 'FlexSearch (the same)',
          colour: '#8e44ad',
          points: rival('FlexSearch', ({ making }) => making),
        },
      ],
    },
    {
      ...{
        title: 'Bytes fetched for a page',
        unit: round,
        budget: { value: PAGE_BUDGET, name: 'budget 200 KB' },
      },
      lines: [
        { name: 'worst, with sentences', colour: '#c0392b', points: shards(({ sent }) => sent.worst) },
        { name: 'without sentences', colour: '#e67e22', points: shards(({ sent }) => sent.withoutSentences) },
        { name: 'the manifest', colour: '#7f8c8d', points: shards(({ sent }) => sent.manifest) },
        { name: 'one file, all of it', colour: '#2c3e50', points: file(({ bytes }) => bytes) },
      ],
    },
    {
      ...{ title: 'Memory', unit: round },
      lines: [
        {
          name: 'shards of eight pages',
          colour: '#c0392b',
          points: shards(({ memory }) => Math.max(memory, 1000)),
        },
        { name: 'one file', colour: '#2c3e50', points: file(({ memory }) => memory) },
        {
          name: 'MiniSearch (the same)',
          colour: '#16a085',
          points: rival('MiniSearch', ({ memory }) => memory),
        },
        {
          name: 'FlexSearch (the same)',
          colour: '#8e44ad',
          points: rival('FlexSearch', ({ memory }) => memory),
        },
      ],
    },
  ]);
}
