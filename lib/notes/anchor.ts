import { foldedOffset } from '../reading/fold.ts';
import type { OutlineItem, Span } from '../reading/types.ts';
import { articlePath } from './article-path.ts';
import type { Repeat, Surrounded } from './context.ts';
import { foldWhole } from './fold-whole.ts';
import { Grams } from './grams.ts';
import { repeatOf } from './repeats.ts';
import { asItIs, type Simplify } from './script.ts';
import { onlySentence } from './sentences.ts';
import type { Anchor } from './types.ts';

/**
 * Context kept at least on each side, so that a place is known again after small changes around it. By its length
 * an anchor tells how often the quote stood.
 */
const CONTEXT: Record<Repeat, number> = { once: 32, nearly: 40, elsewhere: 48, twin: 64 };

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
 *   stand once in the document (or 2,000 characters are reached), and longer from the start where the quote
 *   stands elsewhere too; null where the span holds no text
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
  const own = { start, end: start + quote.length };
  const document = foldedDocument(text, within);
  const length = contextLength(document, own);
  const headings = outline.filter((item) => item.start >= within.start && item.start < within.end);
  return {
    quote,
    prefix: text.slice(Math.max(within.start, start - length), start),
    suffix: text.slice(own.end, Math.min(within.end, own.end + length)),
    ...own,
    article: articlePath(text, start, headings, within),
    sentence: tellingSentence(document, own, onlySentence(simplify(text), start, within)),
  };
}

/** The quote of an anchor with the context by which its place is known: all of it only where it had a twin. */
export function contextOf(anchor: Anchor): Surrounded {
  const { prefix, quote, suffix } = anchor;
  if (repeatIn(anchor) === 'twin') return anchor;
  return { prefix: prefix.slice(-CONTEXT.once), quote, suffix: suffix.slice(0, CONTEXT.once) };
}

/** How often the quote of an anchor stood in its document when the anchor was made. */
export function repeatIn({ prefix, suffix }: Anchor): Repeat {
  const length = Math.max(prefix.length, suffix.length);
  if (length <= CONTEXT.once) return 'once';
  if (length <= CONTEXT.nearly) return 'nearly';
  return length <= CONTEXT.elsewhere ? 'elsewhere' : 'twin';
}

/** A document as the search will see it: without white space and widths. */
interface Document {
  text: string;
  within: Span;
  grams: Grams;
  /** A place in it, from one in the text. */
  place: (span: Span) => Span;
}

function foldedDocument(text: string, within: Span): Document {
  const folded = foldWhole(text.slice(within.start, within.end));
  const offset = (at: number) => foldedOffset(folded, at - within.start);
  const place = ({ start, end }: Span) => ({ start: offset(start), end: offset(end) });
  return { text, within, grams: new Grams(folded.text), place };
}

/** The shortest context, doubled from the least on, with which the quote stands once in the document. */
function contextLength({ within, grams, place }: Document, { start, end }: Span): number {
  const surrounded = (length: number) => {
    const prefix = place({ start: Math.max(within.start, start - length), end: start });
    const suffix = place({ start: end, end: Math.min(within.end, end + length) });
    return {
      prefix: grams.text.slice(prefix.start, prefix.end),
      quote: grams.text.slice(prefix.end, suffix.start),
      suffix: grams.text.slice(suffix.start, suffix.end),
    };
  };
  const repeat = repeatOf(grams, place({ start, end }).start, surrounded(CONTEXT.once));
  if (repeat !== 'twin') return CONTEXT[repeat];
  let length = CONTEXT.twin;
  for (; length < LONGEST_CONTEXT; length *= 2) {
    const { prefix, quote, suffix } = surrounded(length);
    if (grams.only(prefix + quote + suffix, 0, grams.text.length) !== null) return length;
  }
  return LONGEST_CONTEXT;
}

/** Characters by which a sentence must reach over a repeated quote. */
const BEYOND = 4;

/**
 * The hash of a quote's sentence, where that tells the place. It stands in no other sentence, which might be cut to
 * it. And where the quote is repeated, the sentence has the quote once, and more than the quote in its lines: the cells of a
 * table are no sentence, and when a row is taken out the next one may follow on a cell that is the same.
 */
function tellingSentence(
  { text, grams, place }: Document,
  own: Span,
  sentence: { hash: number; span: Span } | null,
): number | null {
  if (!sentence) return null;
  const { start, end } = place(sentence.span);
  const quote = place(own);
  const words = grams.text.slice(quote.start, quote.end);
  if (grams.only(grams.text.slice(start, end), 0, grams.text.length) === null) return null;
  if (grams.only(words, 0, grams.text.length) !== null) return sentence.hash;
  const line = { start: text.lastIndexOf('\n', own.start) + 1, end: text.indexOf('\n', own.end) };
  const before = own.start - Math.max(sentence.span.start, line.start);
  const after = Math.min(sentence.span.end, line.end < 0 ? text.length : line.end) - own.end;
  return grams.only(words, start, end) !== null && Math.max(before, after) >= BEYOND ? sentence.hash : null;
}
