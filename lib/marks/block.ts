import type { PageText } from '../page/types.ts';
import type { Span } from '../reading/types.ts';
import type { Piece } from './flatten.ts';
import { lookNumbers, lookOf } from './looks.ts';
import { paintable } from './paintable.ts';
import type { Wrap } from './wrap.ts';

/** A block with marks: what is to stand in it and what does. */
export interface PaintedBlock extends Span {
  pieces: Piece[];
  /** Says what the pieces look like; equal keys need no repainting. */
  key: string;
  /** Its elements on the page; those before `next` in `pieces` are painted. */
  elements: Element[];
  next: number;
  /** Whether it came near the view, so that a change of its marks shows at once. */
  near: boolean;
  /** How often the page has taken its marks away lately, and when it last did (milliseconds). */
  undone: number;
  undoneAt: number;
}

/** A block that nothing is painted of yet. */
export function newBlock(span: Span, pieces: Piece[], key: string): PaintedBlock {
  return {
    start: span.start,
    end: span.end,
    pieces,
    key,
    elements: [],
    next: 0,
    near: false,
    undone: 0,
    undoneAt: Number.NEGATIVE_INFINITY,
  };
}

/** What the pieces of a block look like and stand for, as one string. */
export function keyOf(pieces: readonly Piece[]): string {
  return pieces
    .map((p) => `${p.start}-${p.end}:${p.marks.map((m) => `${m.id}/${m.shade ?? ''}`).join(',')}`)
    .join(' ');
}

/**
 * The stretches of text nodes that a piece stands on now.
 *
 * @param n the piece's number
 * @param known which elements are paintable, for asking only once
 */
export function wrapsOf(piece: Piece, n: number, page: PageText, known: WeakMap<Element, boolean>): Wrap[] {
  const look = lookNumbers(piece.marks.map(lookOf));
  const wraps: Wrap[] = [];
  for (const { node, start, end } of page.pieces(piece)) {
    const parent = node.parentElement;
    if (parent && paintable(parent, known)) wraps.push({ node, start, end, n, look });
  }
  return wraps;
}

/** Whether the page has left a block's marks as they were painted. */
export function isWhole(block: PaintedBlock): boolean {
  return block.elements.every((element) => element.isConnected && element.firstChild !== null);
}

/** A block whose marks the page has taken away this often is left to the page ... */
const PATIENCE = 3;
/** ... for this long: a reader who changes the size of the letters does not do it against us. */
const FORGIVEN_MS = 20_000;

/** Notes that the page has taken a block's marks away. @param now milliseconds of a clock that only goes on */
export function countUndone(block: PaintedBlock, now: number): void {
  if (now - block.undoneAt > FORGIVEN_MS) block.undone = 0;
  block.undone++;
  block.undoneAt = now;
}

/** Whether a block is left to the page for now. */
export function isGivenUp(block: PaintedBlock, now: number): boolean {
  return block.undone > PATIENCE && now - block.undoneAt <= FORGIVEN_MS;
}
