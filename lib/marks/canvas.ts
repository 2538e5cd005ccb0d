import { all, parentOf } from '../page/dom.ts';
import type { PageText } from '../page/types.ts';
import type { Span } from '../reading/types.ts';
import { type PaintedBlock, wrapsOf } from './block.ts';
import type { Piece } from './flatten.ts';
import { SelectionKeeper } from './keep-selection.ts';
import { LongText } from './long-text.ts';
import { TAG } from './looks.ts';
import { paintable } from './paintable.ts';
import { unwrap, unwrapAll, wrap } from './wrap.ts';

/** Pieces that are painted before the clock is looked at again. */
const AT_ONCE = 25;

/** The mark elements of one page: every change that we make to its body is made here. */
export class Canvas {
  page: PageText;
  readonly #document: Document;
  /** Runs a change so that whoever watches the page does not take it for the page's own. */
  readonly #hide: (change: () => void) => void;
  readonly #long = new LongText();
  readonly #selection: SelectionKeeper;
  #own = new WeakMap<Element, Piece>();
  #known = new WeakMap<Element, boolean>();
  #number = 0;

  constructor(page: PageText, hide: (change: () => void) => void) {
    this.page = page;
    this.#document = page.body.ownerDocument;
    this.#hide = hide;
    this.#selection = new SelectionKeeper(this.#document);
  }

  /** To be called before the first mark is painted, and again after `wipe`. */
  start(): void {
    this.#selection.start();
  }

  /** Goes on with another reading of the page; what was found out about its elements may be old. */
  turnTo(page: PageText): void {
    this.page = page;
    this.#known = new WeakMap();
  }

  /**
   * Asks for the styles of all elements that are about to get marks. Asked one by one between two
   * changes, each would cost the browser a style calculation.
   */
  prepare(blocks: readonly PaintedBlock[]): void {
    for (const { pieces } of blocks) {
      for (const piece of pieces.slice(0, AT_ONCE)) {
        for (const { node } of this.page.pieces(piece)) {
          if (node.parentElement) paintable(node.parentElement, this.#known);
        }
      }
    }
  }

  /** Paints what is missing of a block while there is time. @returns whether all of it is painted */
  paint(block: PaintedBlock, more: () => boolean = () => true): boolean {
    while (block.next < block.pieces.length) {
      const pieces = block.pieces.slice(block.next, block.next + AT_ONCE);
      block.next += pieces.length;
      this.#write(() => this.#wrap(block, pieces));
      if (!more()) break;
    }
    return block.next >= block.pieces.length;
  }

  /** Takes the marks of a block off. */
  unpaint(block: PaintedBlock): void {
    if (block.elements.length > 0) {
      this.#write(() => {
        for (const element of block.elements) if (element.isConnected) unwrap(element);
      });
    }
    block.elements = [];
    block.next = 0;
  }

  /** Takes off copies of our marks that the page has made in its body: they would stand beside ours. */
  sweep(): void {
    const copies = all(this.page.body, TAG).filter((element) => !this.#own.has(element));
    if (copies.length > 0) this.#write(() => copies.forEach(unwrap));
  }

  /** Takes every mark off the document, copies too, and lets go of it. */
  wipe(): void {
    this.#write(() => {
      unwrapAll(this.#document);
      this.#long.join();
    });
    this.stop();
  }

  /** Lets go of the document, with what stands in it. */
  stop(): void {
    this.#selection.stop();
    this.#own = new WeakMap();
    this.#known = new WeakMap();
  }

  /** The piece that a node stands in; null where that is none of ours. */
  pieceAt(node: Node | null): Piece | null {
    for (let n = node; n && n !== this.#document; n = parentOf(n)) {
      const piece = this.#own.get(n as Element);
      if (piece) return piece;
    }
    return null;
  }

  /** Numbers of the pieces of a block that touch a span. */
  numbers(block: PaintedBlock, span: Span): number[] {
    return block.elements
      .filter((element) => {
        const piece = this.#own.get(element);
        return piece && piece.start < span.end && piece.end > span.start;
      })
      .map((element) => Number(element.getAttribute('data-n')));
  }

  #wrap(block: PaintedBlock, pieces: readonly Piece[]): void {
    const byNumber = new Map<number, Piece>();
    const wraps = pieces.flatMap((piece) => {
      byNumber.set(++this.#number, piece);
      return wrapsOf(piece, this.#number, this.page, this.#known);
    });
    wrap(this.#long.cut(wraps), (element, n) => {
      block.elements.push(element);
      const piece = byNumber.get(n);
      if (piece) this.#own.set(element, piece);
    });
  }

  #write(change: () => void): void {
    this.#hide(() => {
      try {
        this.#selection.around(change);
      } catch {
        // A page that has bent its own DOM (an element named like a method) goes without these marks.
      }
    });
  }
}
