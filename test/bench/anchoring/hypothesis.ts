import approxSearch from 'approx-string-match';
import type { AnchorState } from '../../../lib/notes/types.ts';
import type { Span } from '../../../lib/reading/types.ts';

/** What Hypothesis keeps of a place in a text: its position, its words, 32 characters on each side. */
export interface Selector extends Span {
  quote: string;
  prefix: string;
  suffix: string;
}

const CONTEXT = 32;

export function select(text: string, { start, end }: Span): Selector {
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * The rules that Hypothesis publishes for finding a quote, written from their description: the position where
 * the same words stand there; else every place of the words; else every place with at most half of the
 * characters changed (256 at most). The best wins: words count 50, each side's context 20, nearness to the
 * old position 2. Here only for comparison.
 */
export function anchorAsHypothesis(
  text: string,
  selector: Selector,
): { state: AnchorState; span: Span | null } {
  const { quote, start, end } = selector;
  if (text.slice(start, end) === quote) return { state: 'exact', span: { start, end } };
  const places = candidates(text, quote);
  const rated = places.map((place) => ({ place, score: score(text, selector, place) }));
  rated.sort((a, b) => b.score - a.score);
  const best = rated[0]?.place;
  if (!best) return { state: 'lost', span: null };
  return { state: best.errors === 0 ? 'moved' : 'changed', span: { start: best.start, end: best.end } };
}

interface Place extends Span {
  errors: number;
}

function candidates(text: string, quote: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length, errors: 0 });
  return found.length > 0 ? found : approxSearch(text, quote, Math.min(256, quote.length / 2));
}

function score(text: string, { quote, prefix, suffix, start }: Selector, place: Place): number {
  const words = 1 - place.errors / quote.length;
  const before = prefix
    ? likeness(text.slice(Math.max(0, place.start - prefix.length), place.start), prefix)
    : 1;
  const after = suffix ? likeness(text.slice(place.end, place.end + suffix.length), suffix) : 1;
  const near = 1 - Math.abs(place.start - start) / text.length;
  return (50 * words + 20 * before + 20 * after + 2 * near) / 92;
}

function likeness(text: string, words: string): number {
  if (text === '') return 0;
  const [first] = approxSearch(text, words, words.length);
  return first ? 1 - first.errors / words.length : 0;
}
