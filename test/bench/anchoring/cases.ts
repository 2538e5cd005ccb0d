import TABLE from 'opencc-js/dict/TSCharacters';
import { describe } from '../../../lib/notes/anchor.ts';
import { anchorFinder } from '../../../lib/notes/anchoring.ts';
import { asItIs, looksTraditional, simplifier } from '../../../lib/notes/script.ts';
import type { Span } from '../../../lib/reading/types.ts';
import { type Made, makeDocument } from './documents.ts';
import { anchorAsHypothesis, select } from './hypothesis.ts';
import { judge, type Verdict } from './judge.ts';
import { MUTATIONS } from './mutations.ts';
import { Random } from './random.ts';
import { tracked } from './tracked.ts';

const simplify = simplifier(TABLE);

export type Counts = Partial<Record<Verdict, number>>;

export interface Result {
  mutation: string;
  notes: number;
  ours: Counts;
  /** Hypothesis's published rules on the same; null where not asked for. */
  theirs: Counts | null;
}

/** A note that was found where it should not be, for a test to show. */
export interface Wrong {
  mutation: string;
  verdict: Verdict;
  quote: string;
  now: string;
}

/** The places that people mark: words, clauses, sentences, cells, paragraphs, some of each. */
function placesIn(text: string, count: number, r: Random): Span[] {
  const of = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const clauses = of(/[^，；。：\n]+/g);
  const sentences = of(/[^。\n]+。?/g);
  const paragraphs = of(/[^\n]+/g);
  return Array.from({ length: count }, () => {
    const kind = r.next();
    if (kind < 0.3) return r.pick(sentences);
    if (kind < 0.5) return r.pick(clauses);
    if (kind < 0.65) return r.pick(paragraphs);
    if (kind < 0.75) {
      const first = r.int(0, paragraphs.length - 2);
      const last = Math.min(paragraphs.length - 1, first + r.int(1, 3));
      return { start: paragraphs[first]?.start ?? 0, end: paragraphs[last]?.end ?? 0 };
    }
    const length = kind < 0.9 ? r.int(2, 8) : r.int(8, 60);
    const start = r.int(0, text.length - length - 1);
    return { start, end: start + length };
  }).filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

/** Documents made by our own generator. */
export function madeDocuments(count: number, seed: number): Made[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => makeDocument(random));
}

/**
 * Makes notes on documents, changes the documents in every way, and looks for the notes.
 *
 * @param perDocument notes made on each
 * @param compare whether Hypothesis's rules are tried too (slow)
 * @param onWrong is told of each note of ours that was found where it should not be
 */
export function runCases(
  documents: readonly Made[],
  { perDocument, seed, compare }: { perDocument: number; seed: number; compare: boolean },
  onWrong: (wrong: Wrong) => void = () => {},
): Result[] {
  const random = new Random(seed);
  const made = documents.map(({ text, outline }) => {
    const notes = placesIn(text, perDocument, random).flatMap((place) => {
      const anchor = describe(text, place, outline);
      return anchor ? [{ anchor, span: { start: anchor.start, end: anchor.end } }] : [];
    });
    return { text, notes };
  });
  return MUTATIONS.map(({ name, change }) => {
    const result: Result = { mutation: name, notes: 0, ours: {}, theirs: compare ? {} : null };
    for (const { text, notes } of made) {
      const page = change(tracked(text), random);
      const { find } = anchorFinder(page.text, looksTraditional(page.text) ? simplify : asItIs);
      for (const { anchor, span } of notes) {
        const found = find(anchor, page.within);
        const verdict = judge({ text, span }, page, found);
        count(result.ours, verdict);
        result.notes++;
        if (verdict === 'wrong-place' || verdict === 'wrong-number')
          onWrong({
            mutation: name,
            verdict,
            quote: anchor.quote,
            now: found.span ? page.text.slice(found.span.start, found.span.end) : '',
          });
        if (result.theirs)
          count(
            result.theirs,
            judge({ text, span }, page, anchorAsHypothesis(page.text, select(text, span))),
          );
      }
    }
    return result;
  });
}

function count(counts: Counts, verdict: Verdict): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
}
