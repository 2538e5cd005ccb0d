import approxSearch, { type Match } from 'approx-string-match';
import { contextScore, type Place, type Sought } from './context.ts';
import { cutsFact, sameFacts } from './facts.ts';

/** Shorter quotes are close to too much: 小微企业 and 小企业 are one character apart. */
const SHORTEST = 16;

/** Longer quotes are found exactly or not at all: comparing them takes too long. */
const LONGEST = 2000;

/** Share of a quote's characters that may have changed. */
const TOLERANCE = 0.2;

/** Windows looked into, the likeliest first. */
const WINDOWS = 8;

/** A piece of the quote that stands more often than this says nothing of the place. */
const COMMON = 2000;

/** Pieces of the quote looked for. */
const PIECES = 96;

interface Candidate extends Match {
  context: number;
}

interface Window {
  start: number;
  end: number;
}

/**
 * The place of a text close to the quote: at most 20 % of its characters changed, clearly closer than
 * the second best or with its context beside it, with the same numbers, dates and negations.
 *
 * @returns start and end in the place's text, or null
 */
export function findClose(place: Place, sought: Sought): { start: number; end: number } | null {
  const { quote, prefix, suffix } = sought;
  if (quote.length < SHORTEST || quote.length > LONGEST) return null;
  const most = Math.floor(quote.length * TOLERANCE);
  const found = windows(place, quote, most).flatMap((window) => bestIn(place, sought, window, most));
  found.sort((a, b) => a.errors - b.errors || b.context - a.context);
  const best = found[0];
  if (!best) return null;
  const second = found.find((other) => other.start >= best.end || other.end <= best.start);
  if (!isClear(best, second, quote.length)) return null;
  const now = place.text.slice(best.start, best.end);
  // A sibling sentence with the right number is not looked for: it would be another place.
  if (!sameFacts(quote, now)) return null;
  const before = best.start > place.start ? place.text.charAt(best.start - 1) : '';
  const after = best.end < place.end ? place.text.charAt(best.end) : '';
  const cutBefore = cutsFact(before, now.charAt(0), 'before') && before !== prefix.slice(-1);
  const cutAfter = cutsFact(after, now.slice(-1), 'after') && after !== suffix.charAt(0);
  return cutBefore || cutAfter ? null : { start: best.start, end: best.end };
}

function isClear(best: Candidate, second: Candidate | undefined, length: number): boolean {
  const sure = best.context >= 4 || (length >= 64 && best.errors <= length / 10);
  if (!sure || !second) return sure;
  const lead = second.errors - best.errors;
  return (
    lead >= Math.max(2, length / 10) || (lead >= 0 && best.context >= 8 && best.context - second.context >= 8)
  );
}

/**
 * Where the quote could stand: an unchanged piece of it must be there, since with at most `most` changes
 * one of `most + 1` pieces has none. Each piece found votes for the start it speaks for.
 */
function windows(place: Place, quote: string, most: number): Window[] {
  const size = Math.floor(quote.length / (most + 1));
  const step = Math.max(size, Math.floor(quote.length / PIECES));
  const width = Math.max(16, Math.floor(quote.length / 2));
  const votes = new Map<number, number>();
  for (let offset = 0; offset + size <= quote.length; offset += step) {
    const starts = positions(place, quote.slice(offset, offset + size));
    for (const bucket of new Set(starts.map((at) => Math.floor((at - offset) / width)))) {
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  return [...votes]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, WINDOWS)
    .map(([bucket]) => ({
      start: Math.max(place.start, bucket * width - most),
      end: Math.min(place.end, (bucket + 1) * width + quote.length + most),
    }));
}

function positions({ text, start, end }: Place, piece: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(piece, start); at >= 0 && at < end; at = text.indexOf(piece, at + 1)) {
    found.push(at);
    if (found.length > COMMON) return [];
  }
  return found;
}

/**
 * The closest matches of a window, and those beside them: the search itself tells only of the closest,
 * but how clear its lead is must be known too.
 */
function bestIn(place: Place, sought: Sought, window: Window, most: number): Candidate[] {
  const best = closest(place, sought, window, most);
  if (!best) return [];
  const left = closest(place, sought, { start: window.start, end: best.start }, most);
  const right = closest(place, sought, { start: best.end, end: window.end }, most);
  return [best, left, right].filter((candidate) => candidate !== null);
}

/** The match with the fewest errors; of several, that with the most context around it. */
function closest(place: Place, sought: Sought, { start, end }: Window, most: number): Candidate | null {
  const matches = approxSearch(place.text.slice(start, end), sought.quote, most);
  let best: Candidate | null = null;
  for (const match of matches) {
    const from = start + match.start;
    const to = start + match.end;
    const context = contextScore(place, sought, from, to, 64);
    if (!best || context > best.context) best = { start: from, end: to, errors: match.errors, context };
  }
  return best;
}
