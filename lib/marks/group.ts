import type { Span } from '../reading/types.ts';
import type { Piece } from './flatten.ts';

/**
 * Deals pieces out to the blocks they lie in, cut at block borders: a block is what is painted, and
 * repainted, at once.
 *
 * @param pieces in text order, not overlapping
 * @param blocks in text order, not overlapping; what lies between two of them is not painted
 * @returns pieces by the number of their block; blocks without any are missing. Linear time.
 */
export function groupByBlock(pieces: readonly Piece[], blocks: readonly Span[]): Map<number, Piece[]> {
  const groups = new Map<number, Piece[]>();
  let b = 0;
  for (const piece of pieces) {
    while (b < blocks.length && (blocks[b] as Span).end <= piece.start) b++;
    for (let i = b; i < blocks.length; i++) {
      const block = blocks[i] as Span;
      if (block.start >= piece.end) break;
      const start = Math.max(block.start, piece.start);
      const end = Math.min(block.end, piece.end);
      if (start >= end) continue;
      const group = groups.get(i);
      const part = { start, end, marks: piece.marks };
      if (group) group.push(part);
      else groups.set(i, [part]);
    }
  }
  return groups;
}
