import { type Candidate, closePlaces } from './close.ts';
import { contextLikeness, type Place, type Sought } from './context.ts';
import { cutsFact, sameFacts } from './facts.ts';

interface Rated extends Candidate {
  /** Likeness of its context, 0 to 1. */
  likeness: number;
}

/** More places than this are too many to tell apart. */
const MOST = 20_000;

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
function onlyPlace({ text, start, end }: Place, needle: string): number | null {
  const at = text.indexOf(needle, start);
  if (at < 0 || at + needle.length > end) return null;
  const next = text.indexOf(needle, at + 1);
  return next < 0 || next + needle.length > end ? at : null;
}

function occurrences({ text, start, end }: Place, { quote }: Sought): Candidate[] {
  const found: Candidate[] = [];
  let at = text.indexOf(quote, start);
  while (at >= 0 && at + quote.length <= end && found.length <= MOST) {
    found.push({ start: at, end: at + quote.length, errors: 0 });
    at = text.indexOf(quote, at + 1);
  }
  return found;
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
function saysTheSame({ text, start, end }: Place, sought: Sought, best: Candidate): boolean {
  const now = text.slice(best.start, best.end);
  if (best.errors > 0 && !sameFacts(sought.quote, now)) return false;
  const before = best.start > start ? text.charAt(best.start - 1) : '';
  const after = best.end < end ? text.charAt(best.end) : '';
  const cutBefore = cutsFact(before, now.charAt(0), 'before') && before !== sought.prefix.slice(-1);
  const cutAfter = cutsFact(after, now.slice(-1), 'after') && after !== sought.suffix.charAt(0);
  return !cutBefore && !cutAfter;
}
