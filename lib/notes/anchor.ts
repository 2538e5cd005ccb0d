import type { OutlineItem, Span } from '../reading/types.ts';
import { articlePath } from './article-path.ts';
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
 *   stand once in the document (or 2,000 characters are reached); null where the span holds no text
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

/**
 * The shortest context, doubled from CONTEXT on, with which the quote stands once in the document: once also
 * for those who do not see white space and widths, as the search will.
 */
function contextLength(text: string, start: number, end: number, within: Span): number {
  const document = foldWhole(text.slice(within.start, within.end)).text;
  for (let length = CONTEXT; length < LONGEST_CONTEXT; length *= 2) {
    const from = Math.max(within.start, start - length);
    const needle = foldWhole(text.slice(from, Math.min(within.end, end + length))).text;
    const at = document.indexOf(needle);
    if (at >= 0 && document.indexOf(needle, at + 1) < 0) return length;
  }
  return LONGEST_CONTEXT;
}
