import * as chrono from 'chrono-node';
import { findDeadlines } from '../../lib/reading/deadlines.ts';
import { splitDocuments } from '../../lib/reading/documents.ts';
import { fold } from '../../lib/reading/fold.ts';
import { findOutline } from '../../lib/reading/outline.ts';
import { plainInput } from '../../lib/reading/plain.ts';
import { type Reading, read } from '../../lib/reading/read.ts';
import { benchTexts } from './corpus.ts';
import { median, met, ms, type Row, times } from './measure.ts';

const RUNS = 15;
const WARM_UP = 25;

/** Reading speed beside chrono-node's on the same texts in the same run, and growth with length. */
export function readingRows(): Row[] {
  const { source, texts } = benchTexts();
  const inputs = texts.map(plainInput);
  const readings = inputs.map(prepared);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const day = new Date(2021, 5, 15);
  // The budget is for a warm engine: the compiler needs some passes over so much code.
  for (let i = 0; i < WARM_UP; i++) for (const input of inputs) read(input);
  const all = median(RUNS, () => inputs.forEach((input) => void read(input)));
  const deadlines = median(RUNS, () => readings.forEach((reading) => void findDeadlines(reading)));
  const rival = median(RUNS, () => texts.forEach((text) => void chrono.zh.hans.parse(text, day)));
  const speed = (time: number) => `${(((length / time) * 1000) / 1e6).toFixed(2)} M characters/s`;
  return [
    {
      what: `all finders, ${source} (${length} characters)`,
      figure: `${ms(all)}, ${speed(all)}`,
      against: `budget 4 M/s; chrono-node ${speed(rival)} (we take ${times(all / rival)} its time)`,
      verdict: met(length / all >= 4000 && all / rival <= 2),
    },
    {
      what: 'the deadline finder alone',
      figure: `${ms(deadlines)}, ${speed(deadlines)}`,
      against: `chrono-node ${ms(rival)} (we take ${times(deadlines / rival)} its time)`,
      verdict: met(deadlines <= rival),
    },
    growthRow(texts.join('\n')),
  ];
}

/** The share of the work that comes before the finder, so that it is timed alone. */
function prepared(input: ReturnType<typeof plainInput>): Reading {
  const folded = fold(input);
  const outline = findOutline(input, folded);
  const { documents } = splitDocuments(input, folded);
  return { input, folded, outline, documents };
}

function growthRow(text: string): Row {
  const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
  const each = sizes.map((size) => {
    const input = plainInput(text.repeat(Math.ceil(size / text.length)).slice(0, size));
    return (median(size > 1e6 ? 1 : 3, () => void read(input)) / size) * 1e6;
  });
  const figure = sizes.map((size, i) => `${size}: ${(each[i] ?? 0).toFixed(0)} ns`).join(', ');
  const growth = (each.at(-1) ?? 0) / (each[1] ?? 1);
  return {
    what: 'time for one character by length of the text',
    figure,
    against: `10,000,000 against 100,000: ${times(growth)}`,
    verdict: met(growth < 2),
  };
}
