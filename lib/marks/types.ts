import type { PageText } from '../page/types.ts';
import type { Span } from '../reading/types.ts';

export type MarkKind = 'term' | 'use' | 'deadline' | 'citation' | 'glossary' | 'note' | 'altered';

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
  /**
   * Takes every mark off and leaves the page as it was. `ownOnly` spares those of another instance,
   * which has taken over from this one.
   */
  clear(ownOnly?: boolean): void;
  /** Paints the block of a span at once, scrolls to it and points it out. False where its text is gone. */
  reveal(span: Span): boolean;
  /** Ids of the marks at an event's target, the innermost first. */
  hit(target: EventTarget | null): string[];
  /** Draws a ring around a span and brings it into view; null takes the ring off. False as for `reveal`. */
  ring(span: Span | null): boolean;
  /** Where a span stands in the window now, line by line; empty where its text is gone or hidden. */
  boxes(span: Span): DOMRect[];
  /** Goes on with a page that was read anew: the same text, other nodes. */
  follow(page: PageText): void;
}
