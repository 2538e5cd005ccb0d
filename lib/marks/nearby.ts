import { contains, isElement, parentOf } from '../page/dom.ts';
import type { PageText } from '../page/types.ts';
import type { PaintedBlock } from './block.ts';

/**
 * Tells which blocks come within a screen of the view.
 *
 * A block is watched by an element of its own. Where paragraphs are only parted by `<br>`, they share
 * one element that may hold the whole document; then the `<br>` beside the block stands for it.
 */
export class Nearby {
  readonly #page: PageText;
  readonly #watched = new Map<Element, PaintedBlock[]>();
  readonly #observer: IntersectionObserver | null = null;
  readonly #come: (blocks: PaintedBlock[]) => void;

  /** @param come gets the blocks that came near, those in view first; each is told once */
  constructor(page: PageText, come: (blocks: PaintedBlock[]) => void) {
    this.#page = page;
    this.#come = come;
    if (typeof IntersectionObserver === 'undefined') return;
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '100% 0px' });
  }

  /** Watches blocks. Where the browser can't tell, all of them are near. */
  watch(blocks: readonly PaintedBlock[]): void {
    if (!this.#observer) {
      this.#come([...blocks]);
      return;
    }
    for (const block of blocks) {
      const element = this.#elementOf(block);
      if (!element) continue;
      const others = this.#watched.get(element);
      if (others) others.push(block);
      else this.#watched.set(element, [block]);
      this.#observer.observe(element);
    }
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#watched.clear();
  }

  #elementOf(block: PaintedBlock): Element | null {
    const first = block.pieces[0];
    const last = block.pieces[block.pieces.length - 1];
    const from = first && this.#page.pieces(first)[0]?.node;
    const to = last && this.#page.pieces(last)[0]?.node;
    if (!from || !to) return null;
    let around: Node | null = parentOf(from);
    while (around && !contains(around, to)) around = parentOf(around);
    if (!around || !isElement(around)) return null;
    const own = around;
    return this.#watched.has(own) ? (lineBreakBy(from) ?? own) : own;
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const near = entries.filter((entry) => entry.isIntersecting);
    // The margin counts as intersecting; what the reader sees now is painted before it.
    near.sort((a, b) => distance(a) - distance(b));
    const blocks: PaintedBlock[] = [];
    for (const { target } of near) {
      blocks.push(...(this.#watched.get(target) ?? []));
      this.#watched.delete(target);
      this.#observer?.unobserve(target);
    }
    if (blocks.length > 0) this.#come(blocks);
  }
}

/** Pixels between an element and the view, 0 for one that is in it. */
function distance({ boundingClientRect: box, target }: IntersectionObserverEntry): number {
  const height = target.ownerDocument.defaultView?.innerHeight ?? 0;
  return Math.max(0, -box.bottom, box.top - height);
}

function lineBreakBy(node: Node): Element | null {
  for (let n: Node | null = node.previousSibling; n; n = n.previousSibling) {
    if (n.nodeName === 'BR') return n as Element;
  }
  for (let n: Node | null = node.nextSibling; n; n = n.nextSibling) {
    if (n.nodeName === 'BR') return n as Element;
  }
  return null;
}
