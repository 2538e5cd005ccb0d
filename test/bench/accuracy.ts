import { plainInput } from '../../lib/reading/plain.ts';
import { read } from '../../lib/reading/read.ts';
import { compare, type Facts, loadBaseline, saveBaseline } from './accuracy/baseline.ts';
import { type Counts, rates, sum } from './accuracy/counts.ts';
import { scoreDeadlines } from './accuracy/deadlines.ts';
import { type Labelled, loadCorpus } from './accuracy/labels.ts';
import { RIVALS } from './accuracy/rivals.ts';
import { type Score, scoreOf } from './accuracy/score.ts';

/**
 * How right reading is, against the hand labels, beside two general date libraries on the same
 * deadlines, and what was gained and lost since the committed baseline. `--save` makes this run the
 * baseline.
 */
function main(): void {
  const corpus = loadCorpus();
  if (!corpus) {
    print('The labelled corpus (../shared/corpus) is not here: nothing to measure.');
    return;
  }
  const scores = new Map(corpus.map((each) => [each.labels.id, scoreOf(each, read(plainInput(each.text)))]));
  printTable(scores);
  printSums(corpus, [...scores.values()]);
  printRivals(corpus);
  const facts: Facts = Object.fromEntries([...scores].map(([id, score]) => [id, score.facts]));
  printChanges(facts);
  if (process.argv.includes('--save')) {
    saveBaseline(facts);
    print('\nSaved as the baseline.');
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number) => (whole > 0 ? (part / whole).toFixed(3) : '–');
const prf = (counts: Counts) => {
  const { p, r, f1 } = rates(counts);
  return [p, r, f1].map((x) => x.toFixed(3));
};

const HEAD = [
  ['document', 'deadlines', 'P', 'R', 'F1', 'value', 'kind'],
  ['terms', 'P', 'R', 'def.'],
  ['citations', 'P', 'R', 'F1', 'relation', 'number'],
  ['metadata'],
].flat();

function row(name: string, all: readonly Score[]): string[] {
  const deadlines = sum(all.map((score) => score.deadlines));
  const marked = sum(all.map((score) => score.marked));
  const citations = sum(all.map((score) => score.citations));
  const [numbers, metadata] = (['numbers', 'metadata'] as const).map((key) => ({
    right: all.reduce((total, score) => total + score[key].right, 0),
    all: all.reduce((total, score) => total + score[key].all, 0),
  })) as [Score['numbers'], Score['metadata']];
  return [
    name,
    String(deadlines.found + deadlines.missed),
    ...prf(deadlines),
    share(deadlines.value, deadlines.found),
    share(deadlines.kind, deadlines.found),
    String(marked.found + marked.missed),
    ...prf(marked).slice(0, 2),
    share(marked.value, marked.found),
    String(citations.found + citations.missed),
    ...prf(citations),
    share(citations.kind, citations.found),
    share(numbers.right, numbers.all),
    share(metadata.right, metadata.all),
  ];
}

function printTable(scores: ReadonlyMap<string, Score>): void {
  const rows = [
    HEAD,
    ...[...scores].map(([id, score]) => row(id, [score])),
    row('all', [...scores.values()]),
  ];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((cells) => (cells[i] ?? '').length)));
  for (const cells of rows) {
    print(
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    );
  }
}

/** The mean over documents and the figure without the largest one: one long table must not decide. */
function printSums(corpus: readonly Labelled[], scores: readonly Score[]): void {
  const withAny = scores.filter((_, i) => (corpus[i]?.labels.deadlines.length ?? 0) > 0);
  const mean = withAny.reduce((total, score) => total + rates(score.deadlines).f1, 0) / withAny.length;
  const sizes = scores.map((score) => score.deadlines.found + score.deadlines.missed);
  const largest = sizes.indexOf(Math.max(...sizes));
  const rest = sum(scores.filter((_, i) => i !== largest).map((score) => score.deadlines));
  print(
    `\nDeadlines: mean F1 over documents ${mean.toFixed(3)}; F1 without the largest document ${rates(rest).f1.toFixed(3)}.`,
  );
}

function printRivals(corpus: readonly Labelled[]): void {
  print('\nThe same deadlines read by general date libraries:');
  for (const rival of RIVALS) {
    const started = performance.now();
    const counts = sum(
      corpus.map(({ labels, text }) => {
        const { issued, published, effective } = labels.meta;
        const day = new Date(`${issued ?? published ?? effective ?? '2021-06-15'}T12:00:00`);
        return scoreDeadlines(labels.deadlines, rival.read(text, day), []);
      }),
    );
    const [p, r, f1] = prf(counts);
    const time = ((performance.now() - started) / 1000).toFixed(1);
    print(
      `  ${rival.name}: P ${p}, R ${r}, F1 ${f1}, value ${share(counts.value, counts.found)} (${time} s)`,
    );
  }
}

function printChanges(facts: Facts): void {
  const before = loadBaseline();
  if (!before) {
    print('\nThere is no baseline yet: run with --save.');
    return;
  }
  const { gained, lost } = compare(before, facts);
  print(`\nSince the baseline: ${gained.length} gained, ${lost.length} lost.`);
  for (const fact of gained) print(`  + ${fact}`);
  for (const fact of lost) print(`  - ${fact}`);
}

main();
