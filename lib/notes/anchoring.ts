import { fingerprint } from '../catalogue/fingerprint.ts';
import { type Folded, foldedOffset, unfold } from '../reading/fold.ts';
import { finish, type Slices } from '../reading/slices.ts';
import type { Span } from '../reading/types.ts';
import { CONTEXT } from './anchor.ts';
import { choose } from './choose.ts';
import type { Place, Sought } from './context.ts';
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
  /** Does with pauses what finding this anchor needs first; once, and not for one that is where it was. */
  prepareFor: (anchor: Anchor, within?: Span) => Slices<void>;
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
  let page: Page | null = null;
  const whole = { start: 0, end: text.length };
  const find = (anchor: Anchor, within: Span = whole): Found => {
    if (isUntouched(text, anchor, within)) {
      return { state: 'exact', span: { start: anchor.start, end: anchor.end }, now: null };
    }
    page ??= finish(prepare(text, simplify));
    return search(page, anchor, within);
  };
  return {
    find,
    *prepareFor(anchor, within = whole) {
      if (!page && !isUntouched(text, anchor, within)) page = yield* prepare(text, simplify);
    },
  };
}

interface Page {
  text: string;
  simplify: Simplify;
  folded: Folded;
  grams: Grams;
  sentenceAt: ReturnType<typeof sentenceFinder>;
}

function* prepare(text: string, simplify: Simplify): Slices<Page> {
  const simple = simplify(text);
  yield;
  const folded = foldWhole(simple);
  yield;
  const grams = new Grams(folded.text);
  yield;
  const sentences = fingerprint(simple);
  yield;
  return { text, simplify, folded, grams, sentenceAt: sentenceFinder(sentences) };
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

function search({ text, simplify, folded, grams, sentenceAt }: Page, anchor: Anchor, within: Span): Found {
  const place: Place = {
    grams,
    start: foldedOffset(folded, within.start),
    end: foldedOffset(folded, within.end),
  };
  const sought: Sought = {
    quote: foldWhole(simplify(anchor.quote)).text,
    prefix: foldWhole(simplify(anchor.prefix)).text,
    suffix: foldWhole(simplify(anchor.suffix)).text,
    hasTwin: Math.max(anchor.prefix.length, anchor.suffix.length) > CONTEXT,
  };
  const known = anchor.sentence === null ? null : sentenceAt(anchor.sentence, within);
  const sentence = known && {
    start: foldedOffset(folded, known.start),
    end: foldedOffset(folded, known.end),
  };
  const chosen = sought.quote ? choose(place, sought, sentence) : null;
  if (!chosen) return { state: 'lost', span: null, now: null };
  const span = unfold(folded, chosen.start, chosen.end);
  if (chosen.errors > 0) return { state: 'changed', span, now: text.slice(span.start, span.end) };
  const still = span.start === anchor.start && span.end === anchor.end;
  return { state: still ? 'exact' : 'moved', span, now: null };
}
