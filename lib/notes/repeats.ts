import type { Span } from '../reading/types.ts';
import { closePlaces, tolerance } from './close.ts';
import { contextLikeness, type Repeat, type Surrounded } from './context.ts';
import type { Grams } from './grams.ts';
import { windows } from './windows.ts';

/** From this likeness of one side on, another place may be taken for the note's own when that is gone. */
const ALIKE = 0.65;

/** Places of the quote that are compared. What stands more often is repeated in like surroundings too. */
const MOST = 5000;

/**
 * Whether a quote stands elsewhere in its document too, word for word or close to it.
 *
 * Of two places that are like each other on one side the other side can become the same: when what stands between
 * them is taken out, one takes over what stood around the other. So one side is enough for a twin.
 *
 * @param grams the document, folded
 * @param own the folded offset of the quote
 * @param sought the folded quote with its context
 */
export function repeatOf(grams: Grams, own: number, sought: Surrounded): Repeat {
  const { quote } = sought;
  const place = { grams, start: 0, end: grams.text.length };
  const isOther = ({ start, end }: Span) => start >= own + quote.length || end <= own;
  const same = grams
    .find(quote, 0, place.end, MOST)
    .map((start) => ({ start, end: start + quote.length }))
    .filter(isOther);
  const { likeness } = contextLikeness(place, sought);
  if (same.some(({ start, end }) => likeness(start, end).stronger >= ALIKE)) return 'twin';
  if (same.length > 0) return 'elsewhere';
  const near = windows(place, { quote, prefix: '', suffix: '' }, tolerance(quote));
  const close = closePlaces(place, quote, near);
  return close.some(isOther) ? 'nearly' : 'once';
}
