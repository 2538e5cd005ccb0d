import type { Span } from '../reading/types.ts';
import type { Mark } from './types.ts';

/** A stretch of text in which the same marks hold. */
export interface Piece extends Span {
  /** All marks that cover it, the innermost (shortest) first. */
  marks: Mark[];
}

/**
 * Cuts overlapping and nested marks into pieces that do not overlap, since mark.js drops whatever
 * overlaps.
 *
 * @param marks in any order; empty ones and ones that end before they start are left out
 * @returns pieces in text order. O(n log n) for marks that rarely overlap; a stretch with k marks
 *   over it costs k more at each of its borders.
 */
export function flatten(marks: readonly Mark[]): Piece[] {
  const inOrder = marks.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  /** Marks that hold at `at`, the innermost first. */
  let open: Mark[] = [];
  let at = 0;

  const upTo = (end: number) => {
    while (open.length > 0 && at < end) {
      const border = Math.min(end, ...open.map((mark) => mark.end));
      pieces.push({ start: at, end: border, marks: open });
      at = border;
      open = open.filter((mark) => mark.end > border);
    }
    at = end;
  };

  for (const mark of inOrder) {
    upTo(mark.start);
    open = insert(open, mark);
  }
  upTo(Number.POSITIVE_INFINITY);
  return pieces;
}

/** A new list: the old one already belongs to a piece. */
function insert(open: readonly Mark[], mark: Mark): Mark[] {
  const length = mark.end - mark.start;
  const place = open.findIndex((other) => other.end - other.start >= length);
  return place < 0 ? [...open, mark] : [...open.slice(0, place), mark, ...open.slice(place)];
}
