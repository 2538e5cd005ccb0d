import { foldedOffset } from '../reading/fold.ts';
import type { OutlineItem, Span } from '../reading/types.ts';
import { articlePath } from './article-path.ts';
import { contextLikeness, type Surrounded } from './context.ts';
import { foldWhole } from './fold-whole.ts';
import { asItIs, type Simplify } from './script.ts';
import { onlySentence } from './sentences.ts';
import type { Anchor } from './types.ts';

/** Context kept at least on each side, so that a place is known again after small changes around it. */
export const CONTEXT = 32;

/** Context kept at most on each side: what messages carry. */
const LONGEST_CONTEXT = 2000;

/**
 * Describes a place so that it can be found again on another day and another site.
 *
 * @param text the page's text, as reading gets it
 * @param span the place in it; white space at its ends is left out
 * @param outline the text's headings, in text order
 * @param within the document that holds the place; the context and the article do not leave it
 * @param simplify used for the sentence's hash where the text is in traditional script
 * @returns the anchor, its prefix and suffix grown on both sides until prefix, quote and suffix together
 *   stand once in the document (or 2,000 characters are reached), and grown at least once where the quote
 *   stands elsewhere too in like surroundings; null where the span holds no text
 */
export function describe(
  text: string,
  span: Span,
  outline: readonly OutlineItem[],
  within: Span = { start: 0, end: text.length },
  simplify: Simplify = asItIs,
): Anchor | null {
  const raw = text.slice(span.start, span.end);
  const quote = raw.trim();
  if (!quote) return null;
  const start = span.start + raw.indexOf(quote);
  const end = start + quote.length;
  const length = contextLength(text, start, end, within);
  const headings = outline.filter((item) => item.start >= within.start && item.start < within.end);
  return {
    quote,
    prefix: text.slice(Math.max(within.start, start - length), start),
    suffix: text.slice(end, Math.min(within.end, end + length)),
    start,
    end,
    article: articlePath(text, start, headings, within),
    sentence: onlySentence(simplify(text), start, within),
  };
}

/** From this likeness of both sides together on, another place may be taken for the note's when that is gone. */
const ALIKE = 0.4;

/** The same for short quotes, which are believed only in surroundings that are nearly as they were. */
const ALIKE_SHORT = 0.7;

/** The same for one side alone, which may do for a long quote. */
const ALIKE_SIDE = 0.7;

/** Folded characters from which on a quote is long. */
const LONG = 32;

/**
 * The shortest context, doubled from CONTEXT on, with which the quote stands once in the document: once also
 * for those who do not see white space and widths, as the search will. More than CONTEXT says that the quote
 * has a twin.
 */
function contextLength(text: string, start: number, end: number, within: Span): number {
  const folded = foldWhole(text.slice(within.start, within.end));
  const own = foldedOffset(folded, start - within.start);
  for (let length = CONTEXT; length < LONGEST_CONTEXT; length *= 2) {
    const prefix = foldWhole(text.slice(Math.max(within.start, start - length), start)).text;
    const suffix = foldWhole(text.slice(end, Math.min(within.end, end + length))).text;
    const sought = { quote: foldWhole(text.slice(start, end)).text, prefix, suffix };
    if (length === CONTEXT && hasTwin(folded.text, own, sought)) continue;
    const needle = prefix + sought.quote + suffix;
    const at = folded.text.indexOf(needle);
    if (at >= 0 && folded.text.indexOf(needle, at + 1) < 0) return length;
  }
  return LONGEST_CONTEXT;
}

/** Whether the quote stands at another place too that could be taken for its own one, once that is gone. */
function hasTwin(text: string, own: number, sought: Surrounded): boolean {
  const { quote } = sought;
  const likeness = contextLikeness({ grams: { text }, start: 0, end: text.length }, sought);
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const apart = Math.abs(at - own);
    if (apart < quote.length) continue;
    // Of two side by side, one takes the other's surroundings over when that goes.
    if (quote.length >= LONG && apart < quote.length + CONTEXT) return true;
    const twin = likeness(at, at + quote.length);
    if (twin.likeness >= (quote.length < LONG ? ALIKE_SHORT : ALIKE)) return true;
    if (quote.length >= LONG && twin.stronger >= ALIKE_SIDE) return true;
  }
  return false;
}
