import type { Span } from '../reading/types.ts';

export type MarkKind = 'term' | 'use' | 'deadline' | 'citation' | 'note';

/** One thing to paint. `id` is what `hit` gives back: `term:3`, `deadline:0`, `note:UUID`. */
export interface Mark extends Span {
  id: string;
  kind: MarkKind;
  /** A note's colour, or the mark's own shade. */
  shade?: string;
}

/** The one way to paint on a page. What is behind it (mark.js today) is nobody else's business. */
export interface Painter {
  /** Replaces all marks. Paints what is on screen first, the rest as it comes near. */
  paint(marks: Mark[]): void;
  /** Takes every mark off and leaves the page as it was. */
  clear(): void;
  /** Paints the block of a span at once, scrolls to it and points it out. False where its text is gone. */
  reveal(span: Span): boolean;
  /** Ids of the marks at an event's target, the innermost first. */
  hit(target: EventTarget | null): string[];
}
