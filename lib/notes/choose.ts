import type { Span } from '../reading/types.ts';
import { type Candidate, closePlaces, tolerance } from './close.ts';
import { contextLikeness, type Likeness, type Place, type Sought } from './context.ts';
import { occurrences } from './occurrences.ts';
import { windows } from './windows.ts';

interface Rated extends Candidate, Likeness {}

/** Characters of context right beside a quote. */
const TOUCHING = 4;

/** A sentence of fewer folded characters may come again elsewhere: 重复领取资金的. */
const TELLING = 20;

/** A shorter one must have most of its context left: articles that are numbered anew swap their names. */
const TELLING_ALL = 48;
const SOME = 0.75;

/** A quote of so many characters says much of its place itself, one of twice as many more yet. */
const LONG = 32;

/** By how much the context of the chosen place must be more like the anchor's than any other's. */
const LEAD = 0.15;

/** How like both sides must be where a twin, which is so on one side, may have taken the note's place. */
const BOTH = 0.8;
const BOTH_CLOSE = 0.85;

/** Characters by which the surroundings of a short quote may have grown or shrunk. */
const SLACK = 8;

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
  return (sentence && inSentence(place, sought, sentence)) ?? likeliest(place, sought);
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
  const { likeness } = contextLikeness(place, sought).likeness(first, first + quote.length);
  if (length < TELLING_ALL && likeness < SOME) return null;
  return { start: first, end: first + quote.length, errors: 0 };
}

/** Of all places where the quote stands, or something close to it, that whose context is most like the anchor's. */
function likeliest(place: Place, sought: Sought): Candidate | null {
  const { quote, repeat } = sought;
  if (repeat === 'twin') return null;
  const { likeness, atMost } = contextLikeness(place, sought);
  const rate = (one: Candidate): Rated => ({ ...one, ...likeness(one.start, one.end) });
  const most = tolerance(quote);
  const near = windows(place, sought, Math.max(most, SLACK));
  const same = occurrences(place, sought, near)?.map(rate);
  if (!same) return null;
  const likest = same.reduce((top, one) => Math.max(top, one.likeness), 0);
  const least = leastLikeness(quote.length, 1);
  // What is less like it can neither be the place nor be taken for it.
  const counts = (likest > 0 ? Math.min(likest, least) : least) - LEAD;
  const unseen = near
    .filter(({ start, end }) => !same.some((one) => one.start >= start && one.end <= end))
    .map((window) => ({ ...window, top: atMost(window, quote.length - most) }))
    .filter(({ top }) => top >= counts);
  if (same.length === 0 && !unseen.some(({ top }) => top >= least)) return null;
  const close = closePlaces(place, quote, unseen).map(rate);
  const rated = [...same, ...close].sort((a, b) => b.likeness - a.likeness || a.errors - b.errors);
  const best = rated[0];
  if (!best) return null;
  const rival = rated.find((other) => other.start >= best.end || other.end <= best.start);
  return isSure(place, sought, best, rival) ? best : null;
}

/**
 * Whether a place is the note's. Its context must be like the anchor's, and clearly more so than that
 * of any rival: the same words about something else may be all that is left in an amended document.
 * Only a long quote that stands unchanged, and never had rivals, may have come to new surroundings.
 */
function isSure(place: Place, sought: Sought, best: Rated, rival: Rated | undefined): boolean {
  const { length } = sought.quote;
  if (best.errors > 0 && best.weaker < (sought.repeat === 'once' ? 0.6 : BOTH_CLOSE)) return false;
  if (sought.repeat === 'elsewhere' && best.weaker < BOTH) return false;
  if (best.errors === 0 && !rival && length >= LONG)
    return best.likeness >= (length >= 2 * LONG ? 0.5 : 0.7) || best.stronger >= 0.85;
  if (best.likeness < leastLikeness(length, best.errors)) return false;
  if (rival && best.likeness - rival.likeness < LEAD) return false;
  return length >= LONG || (touchesContext(place, sought, best) && !standsElsewhere(place, sought, best));
}

/** How like its context must be: the shorter a quote, and the less of it is left, the less it says itself. */
function leastLikeness(length: number, errors: number): number {
  if (length < 4) return 0.97;
  if (length < 8) return 0.95;
  if (length < 16) return 0.9;
  if (errors > 0) return length < 2 * LONG ? 0.8 : 0.65;
  return length < LONG ? 0.8 : 0.5;
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
function standsElsewhere({ grams, start, end }: Place, { prefix, suffix }: Sought, best: Candidate): boolean {
  const before = prefix.length >= BESIDE ? grams.only(prefix.slice(-BESIDE), start, end) : null;
  const after = suffix.length >= BESIDE ? grams.only(suffix.slice(0, BESIDE), start, end) : null;
  const near = (place: number, border: number) => Math.abs(place - border) <= BESIDE;
  return (
    (before !== null && !near(before + BESIDE, best.start)) || (after !== null && !near(after, best.end))
  );
}
