import type { Box } from '../../components/page/place.ts';
import type { Painter } from '../../lib/marks/types.ts';
import type { Span } from '../../lib/reading/types.ts';

/** A place on the page that a card belongs to. */
export interface Spot {
  span: Span;
  /** Where it was clicked, in the window; a span over several lines has a box for each. */
  point: { x: number; y: number } | null;
}

/**
 * @returns a function that tells where the spot is now: the line of it that was clicked, else its
 *   first; null where its text is gone
 */
export function boxFinder(painter: Painter, { span, point }: Spot): () => Box | null {
  const clicked = point
    ? painter
        .boxes(span)
        .findIndex((b) => b.left <= point.x && point.x <= b.right && b.top <= point.y && point.y <= b.bottom)
    : 0;
  return () => {
    const boxes = painter.boxes(span);
    return boxes[Math.max(0, clicked)] ?? boxes[0] ?? null;
  };
}
