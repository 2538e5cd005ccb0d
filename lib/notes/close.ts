import approxSearch from 'approx-string-match';
import type { Span } from '../reading/types.ts';
import type { Place } from './context.ts';

/** A piece of a folded text that is the quote, or close to it. */
export interface Candidate {
  start: number;
  end: number;
  /** Characters put in, taken out or replaced. */
  errors: number;
}

/** Shorter quotes are close to too much: 小微企业 and 小企业 are one character apart. */
const SHORTEST = 16;

/** Longer quotes are found exactly or not at all: comparing them takes too long. */
const LONGEST = 2000;

/** Share of a quote's characters that may have changed. */
const TOLERANCE = 0.2;

/** Windows searched. */
const SEARCHED = 4;

/** Characters of a quote that may have changed in a place that is close to it. */
export const tolerance = (quote: string): number => Math.floor(quote.length * TOLERANCE);

/**
 * Finds where a text is close to a quote: at most 20 % of its characters changed.
 *
 * @param place the folded text that is searched
 * @param quote the folded quote; one shorter than 16 or longer than 2,000 characters has no close places
 * @param near where it could stand, the likeliest first
 * @returns the closest places and their nearest rivals, in no order, some perhaps twice
 */
export function closePlaces(place: Place, quote: string, near: readonly Span[]): Candidate[] {
  if (quote.length < SHORTEST || quote.length > LONGEST) return [];
  return near.slice(0, SEARCHED).flatMap((window) => closestIn(place, quote, window, tolerance(quote)));
}

/**
 * The closest match of a window, and those on both sides of it: the search itself tells only of the
 * closest, but how clear its lead is must be known too.
 */
function closestIn(place: Place, quote: string, window: Span, most: number): Candidate[] {
  const best = closest(place, quote, window, most);
  if (!best) return [];
  const left = closest(place, quote, { start: window.start, end: best.start }, most);
  const right = closest(place, quote, { start: best.end, end: window.end }, most);
  return [best, left, right].filter((candidate) => candidate !== null);
}

/** The match with the fewest errors; of several, that whose length is nearest to the quote's. */
function closest(place: Place, quote: string, { start, end }: Span, most: number): Candidate | null {
  if (end - start < quote.length - most) return null;
  const matches = approxSearch(place.grams.text.slice(start, end), quote, most);
  const off = (match: Candidate) => Math.abs(match.end - match.start - quote.length);
  let best: Candidate | null = null;
  for (const match of matches) if (!best || off(match) < off(best)) best = match;
  if (!best) return null;
  const found = place.grams.text.slice(start + best.start, start + best.end);
  let head = foreignEdge(quote, found, 1);
  let tail = foreignEdge(quote, found, -1);
  // Never from the middle of a number.
  while (head > 0 && DIGIT.test(found.charAt(head - 1))) head--;
  while (tail > 0 && DIGIT.test(found.charAt(found.length - tail))) tail--;
  return { start: start + best.start + head, end: start + best.end - tail, errors: best.errors };
}

/** Characters at an edge of a close place that have nothing to do with the quote. */
const PIECE = 5;
const SLACK = 2;
const DIGIT = /\d/;

/**
 * How much of a close place's beginning (1) or end (-1) is other text: what stood in the quote there is gone,
 * and the search, which counts a replaced character like a missing one, took what stands there now instead.
 */
function foreignEdge(quote: string, found: string, side: 1 | -1): number {
  const most = Math.ceil(quote.length * TOLERANCE) + SLACK;
  for (let skip = 0; skip <= most && skip + PIECE <= quote.length; skip++) {
    const piece =
      side > 0 ? quote.slice(skip, skip + PIECE) : quote.slice(-skip - PIECE, quote.length - skip);
    const at = side > 0 ? found.indexOf(piece) : found.length - found.lastIndexOf(piece) - PIECE;
    if (at < 0 || at > found.length - PIECE || at > skip + most) continue;
    const own = side > 0 ? quote.slice(0, skip) : quote.slice(quote.length - skip);
    const there = side > 0 ? found.slice(0, at) : found.slice(found.length - at);
    return skip > SLACK && !isLike(own, there) ? at : 0;
  }
  return 0;
}

/** Whether half of what stands there is the quote's own, counted from the inner border or from the outer one. */
function isLike(own: string, there: string): boolean {
  let fromStart = 0;
  let fromEnd = 0;
  for (let i = 0; i < there.length; i++) {
    if (own[i] === there[i]) fromStart++;
    if (own.at(-1 - i) === there.at(-1 - i)) fromEnd++;
  }
  return Math.max(fromStart, fromEnd) * 2 >= there.length;
}
