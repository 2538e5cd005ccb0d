import type { Span } from '../reading/types.ts';
import type { Candidate } from './close.ts';
import type { Place, Sought } from './context.ts';

/** So many places can all be compared. */
const FEW = 16;

/** Longer quotes are known in new surroundings too. */
const LONG = 32;
const MOST = 5000;

/**
 * Where a quote stands word for word; null where that is too often to tell.
 *
 * @param near where it could stand; a shorter quote that stands often is looked for only there, since it counts only
 *   where nearly all of its context is as it was
 */
export function occurrences(
  { grams, start, end }: Place,
  { quote }: Sought,
  near: readonly Span[],
): Candidate[] | null {
  const isLong = quote.length >= LONG;
  let starts = grams.find(quote, start, end, isLong ? MOST + 1 : FEW + 1);
  if (starts.length > MOST) return null;
  if (starts.length > FEW && !isLong) {
    starts = near.flatMap((window) => inWindow(grams.text, quote, window));
  }
  return starts.map((at) => ({ start: at, end: at + quote.length, errors: 0 }));
}

function inWindow(text: string, quote: string, { start, end }: Span): number[] {
  const piece = text.slice(start, end);
  const found: number[] = [];
  for (let at = piece.indexOf(quote); at >= 0; at = piece.indexOf(quote, at + 1)) found.push(start + at);
  return found;
}
