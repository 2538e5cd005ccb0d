/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Room between a box of ours and its place, and between it and the window's edge. */
const GAP = 8;

/**
 * Where a box goes that belongs to a place on the page: below it, else above it, else where there is
 * more room, always inside the window.
 *
 * @param anchor the place; may lie outside the window
 * @returns the box's left top corner in the window
 */
export function placeBox(anchor: Box, size: Size, view: Size): { left: number; top: number } {
  const left = clamp(anchor.left, GAP, view.width - size.width - GAP);
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const roomBelow = view.height - anchor.bottom;
  const fitsBelow = below + size.height + GAP <= view.height;
  const preferBelow = fitsBelow || (above < GAP && roomBelow >= anchor.top);
  return { left, top: clamp(preferBelow ? below : above, GAP, view.height - size.height - GAP) };
}

/** The lower limit wins where the two cross: a box too large for the window begins in view. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
