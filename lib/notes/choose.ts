import { type Candidate, closePlaces } from './close.ts';
import { contextLikeness, type Place, type Sought, WIDTH } from './context.ts';
import { cutsFact, sameFacts } from './facts.ts';
import { GRAM } from './grams.ts';

interface Rated extends Candidate {
  /** Likeness of its context, 0 to 1. */
  likeness: number;
}

/** More places than this are too many to tell apart. */
const MOST = 5000;

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
 * @returns the place, with 0 errors where the quote stands there unchanged; null for a lost one
 */
export function choose(place: Place, sought: Sought): Candidate | null {
  const whole = onlyPlace(place, sought.prefix + sought.quote + sought.suffix);
  if (whole !== null) {
    const start = whole + sought.prefix.length;
    return { start, end: start + sought.quote.length, errors: 0 };
  }
  const same = occurrences(place, sought);
  if (same.length > MOST) return null;
  const likeness = contextLikeness(place, sought);
  const rated = [...same, ...closePlaces(place, sought.quote)]
    .map((candidate) => ({ ...candidate, likeness: likeness(candidate.start, candidate.end) }))
    .sort((a, b) => b.likeness - a.likeness || a.errors - b.errors);
  const best = rated[0];
  if (!best) return null;
  const rival = rated.find((other) => other.start >= best.end || other.end <= best.start);
  return isSure(place, sought, best, rival) && saysTheSame(place, sought, best) ? best : null;
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
  if (best.errors === 0 && !rival && length >= 32) return best.likeness >= (length >= 64 ? 0 : 0.25);
  if (best.likeness < (length < 8 ? 0.9 : length < 16 ? 0.75 : 0.5)) return false;
  if (rival && best.likeness - rival.likeness < LEAD) return false;
  return length >= 32 || !standsElsewhere(place, sought, best);
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

/** The same numbers and negations, none of them cut at the borders: 5日内 also stands in 15日内. */
function saysTheSame({ grams: { text }, start, end }: Place, sought: Sought, best: Candidate): boolean {
  const now = text.slice(best.start, best.end);
  if (best.errors > 0 && !sameFacts(sought.quote, now)) return false;
  const before = best.start > start ? text.charAt(best.start - 1) : '';
  const after = best.end < end ? text.charAt(best.end) : '';
  const cutBefore = cutsFact(before, now.charAt(0), 'before') && before !== sought.prefix.slice(-1);
  const cutAfter = cutsFact(after, now.slice(-1), 'after') && after !== sought.suffix.charAt(0);
  return !cutBefore && !cutAfter;
}
