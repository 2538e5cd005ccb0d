import { fingerprint } from '../catalogue/fingerprint.ts';
import { type Folded, foldedOffset, unfold } from '../reading/fold.ts';
import { finish, type Slices } from '../reading/slices.ts';
import type { Span } from '../reading/types.ts';
import { contextOf, repeatIn } from './anchor.ts';
import { choose } from './choose.ts';
import type { Candidate } from './close.ts';
import type { Place, Sought } from './context.ts';
import { saysTheSame } from './facts.ts';
import { foldWhole } from './fold-whole.ts';
import { Grams } from './grams.ts';
import { asItIs, type Simplify } from './script.ts';
import { sentenceFinder } from './sentences.ts';
import type { Anchor, AnchorState } from './types.ts';

/** Where a note stands in a text now. */
export interface Found {
  state: AnchorState;
  /** Its place in the text; null for a lost one. */
  span: Span | null;
  /** What stands there now, where that differs from the quote (`changed`). */
  now: string | null;
}

export interface AnchorFinder {
  find: (anchor: Anchor, within?: Span) => Found;
  /** The same with pauses: the text is prepared at the first anchors that need it. */
  seek: (anchor: Anchor, within?: Span) => Slices<Found>;
}

/**
 * Prepares a text for finding notes in it.
 *
 * @param text the page's text, as reading gets it
 * @param simplify used on the text and the anchors where either is in traditional script
 * @returns `find`, from an anchor, and the span of the document it belongs to, to its place:
 *   - `exact`: the same text at the very offsets;
 *   - `moved`: the same quote elsewhere (white space and width aside), known by its context;
 *   - `changed`: a text with at most 20 % of the characters changed, known by its context, that says the
 *     same numbers, dates and negations;
 *   - `lost`: none of these. Better lost, and listed, than at a wrong place.
 *   The text is folded and indexed once, at the first anchor that is not exact.
 */
export function anchorFinder(text: string, simplify: Simplify = asItIs): AnchorFinder {
  let simple = '';
  let page: Page | null = null;
  let sentenceAt: ReturnType<typeof sentenceFinder> | null = null;

  function* seek(anchor: Anchor, within: Span = { start: 0, end: text.length }): Slices<Found> {
    if (isUntouched(text, anchor, within))
      return { state: 'exact', span: { start: anchor.start, end: anchor.end }, now: null };
    if (!page) {
      simple = simplify(text);
      yield;
      page = yield* prepare(simple);
    }
    const { folded, grams } = page;
    const start = foldedOffset(folded, within.start);
    const place: Place = { grams, start, end: foldedOffset(folded, within.end) };
    const sought = soughtIn(anchor, simplify);
    if (!sought.quote) return LOST;
    let chosen = wholeIn(place, sought);
    if (!chosen) {
      if (anchor.sentence !== null && !sentenceAt) {
        yield;
        sentenceAt = sentenceFinder(fingerprint(simple));
        yield;
      }
      const known = anchor.sentence === null ? null : sentenceAt?.(anchor.sentence, within);
      const sentence = known && {
        start: foldedOffset(folded, known.start),
        end: foldedOffset(folded, known.end),
      };
      chosen = choose(place, sought, sentence ?? null);
    }
    if (!chosen || !saysTheSame(grams.text, sought, chosen)) return LOST;
    return foundAt(text, folded, anchor, chosen);
  }

  return { seek, find: (anchor, within) => finish(seek(anchor, within)) };
}

interface Page {
  folded: Folded;
  grams: Grams;
}

const LOST: Found = { state: 'lost', span: null, now: null };

function* prepare(simple: string): Slices<Page> {
  const folded = foldWhole(simple);
  yield;
  const grams = new Grams(folded.text);
  yield;
  return { folded, grams };
}

/** With its whole context, since rows of a table may repeat the quote at its very offset. */
function isUntouched(text: string, { quote, prefix, suffix, start, end }: Anchor, within: Span): boolean {
  return (
    quote !== '' &&
    end - start === quote.length &&
    start >= within.start &&
    end <= within.end &&
    text.startsWith(prefix + quote + suffix, start - prefix.length)
  );
}

/** What an anchor says, as the page's text is compared. */
function soughtIn(anchor: Anchor, simplify: Simplify): Sought {
  const { prefix, quote, suffix } = contextOf(anchor);
  const folded = foldWhole(simplify(prefix + quote + suffix));
  const start = foldedOffset(folded, prefix.length);
  const end = foldedOffset(folded, prefix.length + quote.length);
  return {
    prefix: folded.text.slice(0, start),
    quote: folded.text.slice(start, end),
    suffix: folded.text.slice(end),
    repeat: repeatIn(anchor),
  };
}

/** The quote with its whole context, where that stands once. */
function wholeIn({ grams, start, end }: Place, { prefix, quote, suffix }: Sought): Candidate | null {
  const whole = grams.only(prefix + quote + suffix, start, end);
  if (whole === null) return null;
  const own = whole + prefix.length;
  return { start: own, end: own + quote.length, errors: 0 };
}

function foundAt(text: string, folded: Folded, anchor: Anchor, { start, end, errors }: Candidate): Found {
  const span = unfold(folded, start, end);
  if (errors > 0) return { state: 'changed', span, now: text.slice(span.start, span.end) };
  const still = span.start === anchor.start && span.end === anchor.end;
  return { state: still ? 'exact' : 'moved', span, now: null };
}
