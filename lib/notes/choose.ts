import type { Span } from '../reading/types.ts';
import { type Candidate, closePlaces } from './close.ts';
import { contextLikeness, type Likeness, type Place, type Sought, WIDTH } from './context.ts';
import { sameFacts } from './facts.ts';
import { GRAM } from './grams.ts';

interface Rated extends Candidate, Likeness {}

/** More places than this are too many to tell apart. */
const MOST = 5000;

/** Characters of context right beside a quote. */
const TOUCHING = 4;

/** A sentence of fewer folded characters may come again elsewhere: 重复领取资金的. */
const TELLING = 20;

/** A shorter one must have most of its context left: articles that are numbered anew swap their names. */
const TELLING_ALL = 48;
const SOME = 0.75;

/** Shorter quotes are sought by their context. */
const SHORT = 8;

/** Pieces of context that a short quote is sought by: with a tenth of it changed, one of these is unchanged. */
const RAREST = 11;

/** Characters by which the context of a short quote may have grown or shrunk. */
const NEAR = 8;

/** By how much the context of the chosen place must be more like the anchor's than any other's. */
const LEAD = 0.15;

/** Characters of context by which the note's old place is known when the quote is gone from it. */
const BESIDE = 16;

/**
 * Chooses the place of a quote, or none where no place or more than one could be it.
 *
 * @param place the folded text that is searched
 * @param sought the folded anchor
 * @param sentence where the sentence in which the quote began stands now; null where that is not known
 * @returns the place, with 0 errors where the quote stands there unchanged; null for a lost one
 */
export function choose(place: Place, sought: Sought, sentence: Span | null): Candidate | null {
  const best =
    wholeIn(place, sought) ?? (sentence && inSentence(place, sought, sentence)) ?? likeliest(place, sought);
  return best && saysTheSame(place, sought, best) ? best : null;
}

/** The quote with its whole context, where that stands once. */
function wholeIn(place: Place, { prefix, quote, suffix }: Sought): Candidate | null {
  const whole = onlyPlace(place, prefix + quote + suffix);
  if (whole === null) return null;
  const start = whole + prefix.length;
  return { start, end: start + quote.length, errors: 0 };
}

/** The quote where it begins in its own sentence; null where it does so never or more than once. */
function inSentence(place: Place, sought: Sought, sentence: Span): Candidate | null {
  const { grams, end } = place;
  const { quote } = sought;
  const length = sentence.end - sentence.start;
  if (length < TELLING) return null;
  const last = Math.min(end, sentence.end - 1 + quote.length);
  const [first, second] = grams.find(quote, sentence.start, last, 2);
  if (first === undefined || second !== undefined) return null;
  const { likeness } = contextLikeness(place, sought)(first, first + quote.length);
  if (length < TELLING_ALL && likeness < SOME) return null;
  return { start: first, end: first + quote.length, errors: 0 };
}

/** Of all places where the quote stands, or something close to it, that whose context is most like the anchor's. */
function likeliest(place: Place, sought: Sought): Candidate | null {
  if (sought.hasTwin) return null;
  const same = occurrences(place, sought);
  if (same.length > MOST) return null;
  const close = closePlaces(place, sought.quote);
  const likeness = contextLikeness(place, sought);
  const rated = [...same, ...close]
    .map((candidate) => ({ ...candidate, ...likeness(candidate.start, candidate.end) }))
    .sort((a, b) => b.likeness - a.likeness || a.errors - b.errors);
  const best = rated[0];
  if (!best) return null;
  const rival = rated.find((other) => other.start >= best.end || other.end <= best.start);
  return isSure(place, sought, best, rival) ? best : null;
}

/** The one start of a string in the place; null where it stands there never or more than once. */
function onlyPlace({ grams, start, end }: Place, needle: string): number | null {
  const [first, second] = grams.find(needle, start, end, 2);
  return first === undefined || second !== undefined ? null : first;
}

function occurrences(place: Place, sought: Sought): Candidate[] {
  const { quote } = sought;
  const starts =
    quote.length < SHORT
      ? besideContext(place, sought)
      : place.grams.find(quote, place.start, place.end, MOST + 1);
  return starts.map((start) => ({ start, end: start + quote.length, errors: 0 }));
}

/**
 * Where a short quote stands near pieces of its context. It stands in a thousand places, but counts only
 * where nine tenths of the context are as they were: then one of the rarest pieces is.
 */
function besideContext({ grams, start, end }: Place, { quote, prefix, suffix }: Sought): number[] {
  const front = prefix.slice(-WIDTH);
  const around = front + quote + suffix.slice(0, WIDTH);
  const offsets: number[] = [];
  for (let offset = 0; offset + GRAM <= around.length; offset += GRAM) offsets.push(offset);
  offsets.sort((a, b) => grams.count(around, a) - grams.count(around, b));
  const found = new Set<number>();
  for (const offset of offsets.slice(0, RAREST)) {
    for (const at of grams.at(around, offset)) {
      const likely = at - offset + front.length;
      const last = Math.min(end, likely + NEAR + quote.length);
      const from = Math.max(start, likely - NEAR);
      if (last - from < quote.length) continue;
      const window = grams.text.slice(from, last);
      for (let k = window.indexOf(quote); k >= 0; k = window.indexOf(quote, k + 1)) found.add(from + k);
    }
    if (found.size > MOST) break;
  }
  return [...found];
}

/**
 * Whether a place is the note's. Its context must be like the anchor's, and clearly more so than that
 * of any rival: the same words about something else may be all that is left in an amended document.
 * Only a long quote that stands unchanged, without rivals, may have come to new surroundings.
 */
function isSure(place: Place, sought: Sought, best: Rated, rival: Rated | undefined): boolean {
  const { length } = sought.quote;
  if (best.errors > 0 && best.weaker < 0.6) return false;
  if (best.errors === 0 && !rival && length >= 32)
    return best.likeness >= (length >= 64 ? 0.5 : 0.7) || best.stronger >= 0.85;
  if (best.likeness < leastLikeness(length, best.errors)) return false;
  if (rival && best.likeness - rival.likeness < LEAD) return false;
  return length >= 32 || (touchesContext(place, sought, best) && !standsElsewhere(place, sought, best));
}

/** How like its context must be: the shorter a quote, and the less of it is left, the less it says itself. */
function leastLikeness(length: number, errors: number): number {
  if (length < 4) return 0.97;
  if (length < 8) return 0.95;
  if (length < 16) return 0.9;
  if (errors > 0) return length < 64 ? 0.8 : 0.65;
  return length < 32 ? 0.8 : 0.5;
}

/** Whether what stands right before the place, or right after it, is what stood there. */
function touchesContext({ grams: { text } }: Place, { prefix, suffix }: Sought, best: Candidate): boolean {
  const before = prefix.slice(-TOUCHING);
  const after = suffix.slice(0, TOUCHING);
  return (
    (before !== '' && text.endsWith(before, best.start)) || (after !== '' && text.startsWith(after, best.end))
  );
}

/** Whether the text right before or after the quote stands at one place, and that place is another. */
function standsElsewhere(place: Place, { prefix, suffix }: Sought, best: Candidate): boolean {
  const before = prefix.length >= BESIDE ? onlyPlace(place, prefix.slice(-BESIDE)) : null;
  const after = suffix.length >= BESIDE ? onlyPlace(place, suffix.slice(0, BESIDE)) : null;
  const near = (place: number, border: number) => Math.abs(place - border) <= BESIDE;
  return (
    (before !== null && !near(before + BESIDE, best.start)) || (after !== null && !near(after, best.end))
  );
}

/** The same numbers and negations, also where they reach over the borders. */
function saysTheSame(
  { grams: { text } }: Place,
  { prefix, quote, suffix }: Sought,
  best: Candidate,
): boolean {
  const before = prefix.length;
  const piece = { text: prefix + quote + suffix, start: before, end: before + quote.length };
  return sameFacts(piece, { text, start: best.start, end: best.end }, best.errors);
}
