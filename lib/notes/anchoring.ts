import { type Folded, fold, foldedOffset, unfold } from '../reading/fold.ts';
import type { Span } from '../reading/types.ts';
import { findClose } from './close.ts';
import { contextScore, type Place, type Sought } from './context.ts';
import { cutsFact } from './facts.ts';
import type { Anchor, AnchorState } from './types.ts';

/** Where a note stands in a text now. */
export interface Found {
  state: AnchorState;
  /** Its place in the text; null for a lost one. */
  span: Span | null;
  /** What stands there now, where that differs from the quote (`changed`). */
  now: string | null;
}

const LOST: Found = { state: 'lost', span: null, now: null };

/**
 * Prepares a text for finding notes in it.
 *
 * @param text the page's text, as reading gets it
 * @returns a function from an anchor, and the span of the document it belongs to, to its place:
 *   - `exact`: quote and context stand at the very offsets;
 *   - `moved`: the same quote elsewhere (white space and width aside), told from others by its context;
 *   - `changed`: a text with at most 20 % of the characters changed, clearly closer than any other, that
 *     says the same numbers, dates and negations;
 *   - `lost`: none of these. Better lost, and listed, than at a wrong place.
 *   The text is folded once, at the first anchor that is not exact.
 */
export function anchorFinder(text: string): (anchor: Anchor, within?: Span) => Found {
  let folded: Folded | null = null;
  return (anchor, within = { start: 0, end: text.length }) => {
    if (isUntouched(text, anchor, within)) {
      return { state: 'exact', span: { start: anchor.start, end: anchor.end }, now: null };
    }
    folded ??= foldWhole(text);
    return search(text, folded, anchor, within);
  };
}

/** Folded as one block, so that line breaks, which differ from site to site, fall away too. */
function foldWhole(text: string): Folded {
  return fold({ text, blocks: [{ start: 0, end: text.length, kind: 'other' }] });
}

function isUntouched(text: string, { quote, prefix, suffix, start, end }: Anchor, within: Span): boolean {
  return (
    quote !== '' &&
    end - start === quote.length &&
    start >= within.start &&
    end <= within.end &&
    text.startsWith(prefix + quote + suffix, start - prefix.length)
  );
}

function search(text: string, folded: Folded, anchor: Anchor, within: Span): Found {
  const place: Place = {
    text: folded.text,
    start: foldedOffset(folded, within.start),
    end: foldedOffset(folded, within.end),
  };
  const sought: Sought = {
    quote: foldWhole(anchor.quote).text,
    prefix: foldWhole(anchor.prefix).text,
    suffix: foldWhole(anchor.suffix).text,
  };
  if (!sought.quote) return LOST;
  const same = occurrences(place, sought);
  if (same.length > 0) {
    const start = likeliest(place, sought, same);
    if (start === null) return LOST;
    const span = unfold(folded, start, start + sought.quote.length);
    const still = span.start === anchor.start && span.end === anchor.end;
    return { state: still ? 'exact' : 'moved', span, now: null };
  }
  const close = findClose(place, sought);
  if (!close) return LOST;
  const span = unfold(folded, close.start, close.end);
  return { state: 'changed', span, now: text.slice(span.start, span.end) };
}

/** Every place where the quote stands and means the same: not inside a longer number, not behind a 不. */
function occurrences({ text, start, end }: Place, { quote, prefix, suffix }: Sought): number[] {
  const found: number[] = [];
  const first = quote.charAt(0);
  const last = quote.slice(-1);
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    const after = at + quote.length;
    if (after > end) break;
    const before = at > start ? text.charAt(at - 1) : '';
    const next = after < end ? text.charAt(after) : '';
    const cutBefore = cutsFact(before, first, 'before') && before !== prefix.slice(-1);
    const cutAfter = cutsFact(next, last, 'after') && next !== suffix.charAt(0);
    if (!cutBefore && !cutAfter) found.push(at);
  }
  return found;
}

/** Context that tells apart without doubt; further looking is only for ties. */
const NEAR = 64;

/** Characters by which the best context must be longer than the second. */
const LEAD = 4;

/**
 * The occurrence whose context speaks for it, or null where none or more than one does. A short quote
 * that stands once must bring some of its context along: the same words about something else may be all
 * that is left of it in an amended document.
 */
function likeliest(place: Place, sought: Sought, starts: readonly number[]): number | null {
  const { quote, prefix, suffix } = sought;
  const score = (start: number, most: number) =>
    contextScore(place, sought, start, start + quote.length, most);
  let best = -1;
  let second = -1;
  let ties: number[] = [];
  for (const start of starts) {
    const here = score(start, NEAR);
    if (here > best) {
      second = best;
      best = here;
      ties = [start];
    } else if (here === best) ties.push(start);
    else if (here > second) second = here;
  }
  const needed = quote.length >= 32 ? 0 : quote.length >= 16 ? 4 : 8;
  if (starts.length === 1) {
    return best >= Math.min(needed, prefix.length + suffix.length) ? (ties[0] ?? null) : null;
  }
  if (ties.length === 1) return best >= 8 && best - second >= LEAD ? (ties[0] ?? null) : null;
  if (ties.length > 100) return null;
  const ranked = ties
    .map((start) => ({ start, far: score(start, Number.POSITIVE_INFINITY) }))
    .sort((a, b) => b.far - a.far);
  const [one, two] = ranked;
  return one && two && one.far - two.far >= LEAD ? one.start : null;
}
