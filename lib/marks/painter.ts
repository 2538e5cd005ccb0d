import { createRange, isShown } from '../page/dom.ts';
import type { PageText } from '../page/types.ts';
import { blockAt } from '../reading/fold.ts';
import type { Span } from '../reading/types.ts';
import { countUndone, isGivenUp, isWhole, type PaintedBlock } from './block.ts';
import { Blocks } from './blocks.ts';
import { Canvas } from './canvas.ts';
import { Changes } from './changes.ts';
import { onDark } from './ground.ts';
import { marksCss, ringCss } from './looks.ts';
import { Nearby } from './nearby.ts';
import { Sheet } from './sheet.ts';
import { Slices } from './slices.ts';
import type { Mark, Painter } from './types.ts';

const FLASH = 'flash';
const FLASH_MS = 1600;
/** What is pointed out of a long span: where it begins. */
const FLASH_LENGTH = 300;

/**
 * A painter for one page, by mark.js, block by block.
 *
 * @param changed is told when the page has changed its body and pauses: it must be read anew, and the
 *   painter told to follow
 */
export function createPainter(page: PageText, changed: () => void): Painter {
  return new BlockPainter(page, changed);
}

class BlockPainter implements Painter {
  readonly #document: Document;
  readonly #changed: () => void;
  readonly #canvas: Canvas;
  #changes: Changes;
  #nearby: Nearby;
  readonly #slices = new Slices<PaintedBlock>((block, more) => this.#canvas.paint(block, more));
  readonly #sheet: Sheet;
  readonly #ringSheet: Sheet;
  #marks: Mark[] = [];
  #flash: Span | null = null;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;
  #ring: Span | null = null;
  readonly #blocks = new Blocks();
  #dark = false;
  #on = false;

  constructor(page: PageText, changed: () => void) {
    this.#document = page.body.ownerDocument;
    this.#changed = changed;
    this.#canvas = new Canvas(page, (change) => this.#changes.hide(change));
    this.#sheet = new Sheet(this.#document);
    this.#ringSheet = new Sheet(this.#document);
    this.#changes = this.#watchChanges(page);
    this.#nearby = this.#watchView(page);
  }

  paint(marks: Mark[]): void {
    this.#marks = marks;
    this.#refresh();
  }

  clear(ownOnly = false): void {
    this.#marks = [];
    this.#flash = null;
    this.#ring = null;
    this.#end(ownOnly);
  }

  reveal(span: Span): boolean {
    const { blocks } = this.#canvas.page.input;
    const blockEnd = blockAt(blocks, span.start)?.end ?? span.end;
    const end = Math.min(span.end, blockEnd, span.start + FLASH_LENGTH);
    const start = { start: span.start, end: Math.max(end, span.start + 1) };
    if (!this.#isThere(start)) return false;
    clearTimeout(this.#flashTimer);
    this.#flash = start;
    this.#refresh();
    this.#show(start);
    this.#flashTimer = setTimeout(() => {
      this.#flash = null;
      this.#refresh();
    }, FLASH_MS);
    return true;
  }

  ring(span: Span | null): boolean {
    this.#ring = span;
    if (!span) {
      this.#ringSheet.remove();
      return true;
    }
    if (!this.#isThere(span)) return false;
    this.#show(span);
    this.#drawRing(span);
    return true;
  }

  hit(target: EventTarget | null): string[] {
    const piece = this.#canvas.pieceAt(target instanceof Node ? target : null);
    return piece?.marks.map((mark) => mark.id).filter((id) => id !== FLASH) ?? [];
  }

  boxes(span: Span): DOMRect[] {
    return this.#canvas.page.pieces(span).flatMap(({ node, start, end }) => {
      const range = createRange(this.#document);
      range.setStart(node, start);
      range.setEnd(node, end);
      return [...range.getClientRects()].filter((box) => box.width > 0);
    });
  }

  follow(page: PageText): void {
    this.#changes.stop();
    this.#nearby.stop();
    this.#canvas.turnTo(page);
    this.#changes = this.#watchChanges(page);
    this.#nearby = this.#watchView(page);
    if (!this.#on) return;
    this.#canvas.sweep();
    this.#changes.start();
    const now = performance.now();
    for (const block of this.#blocks.all()) {
      if (!block.near || (block.elements.length > 0 && isWhole(block))) continue;
      if (block.elements.length > 0) countUndone(block, now);
      this.#canvas.unpaint(block);
      if (isGivenUp(block, now)) block.next = block.pieces.length;
      else this.#slices.add([block]);
    }
    this.#nearby.watch(this.#blocks.all().filter((block) => !block.near));
    this.#refresh();
  }

  /** Brings what stands on the page in line with what is to stand there. */
  #refresh(): void {
    const marks = this.#flash ? [...this.#marks, flashMark(this.#flash)] : this.#marks;
    if (marks.length === 0) {
      this.#end();
      return;
    }
    this.#begin();
    const { gone, changed, fresh } = this.#blocks.take(marks, this.#canvas.page.input.blocks);
    for (const block of gone) this.#canvas.unpaint(block);
    for (const block of changed) {
      this.#canvas.unpaint(block);
      if (block.near) this.#canvas.paint(block);
    }
    this.#nearby.watch(fresh);
    if (this.#ring) this.#drawRing(this.#ring);
  }

  #begin(): void {
    if (this.#on) return;
    this.#on = true;
    this.#dark = onDark(this.#canvas.page.body);
    this.#sheet.set(marksCss(this.#dark));
    this.#canvas.start();
    this.#changes.start();
    this.#document.defaultView?.addEventListener('beforeprint', this.#paintAll);
  }

  #end(ownOnly = false): void {
    clearTimeout(this.#flashTimer);
    this.#document.defaultView?.removeEventListener('beforeprint', this.#paintAll);
    this.#changes.stop();
    this.#nearby.stop();
    this.#slices.stop();
    if (ownOnly) {
      for (const block of this.#blocks.all()) this.#canvas.unpaint(block);
      this.#canvas.stop();
    } else if (this.#on) {
      this.#canvas.wipe();
    }
    this.#blocks.clear();
    this.#ringSheet.remove();
    this.#sheet.remove();
    this.#on = false;
  }

  readonly #paintAll = (): void => {
    this.#canvas.prepare(this.#blocks.all());
    for (const block of this.#blocks.all()) {
      block.near = true;
      this.#canvas.paint(block);
    }
  };

  /** Whether a span's text is on the page and, where there is a layout to ask, shown. */
  #isThere(span: Span): boolean {
    const element = this.#canvas.page.pieces(span)[0]?.node.parentElement;
    return element ? isShown(element) !== false : false;
  }

  /** Paints the blocks of a span at once and scrolls to where it begins. */
  #show(span: Span): void {
    for (const block of this.#blocks.touching(span)) {
      block.near = true;
      this.#canvas.paint(block);
    }
    const element = this.#canvas.page.pieces(span)[0]?.node.parentElement;
    element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }

  #drawRing(span: Span): void {
    const numbers = this.#blocks.touching(span).flatMap((block) => this.#canvas.numbers(block, span));
    if (numbers.length > 0) this.#ringSheet.set(ringCss(numbers, this.#dark));
    else this.#ringSheet.remove();
  }

  #watchView(page: PageText): Nearby {
    return new Nearby(page, (blocks) => {
      for (const block of blocks) block.near = true;
      this.#canvas.prepare(blocks);
      this.#slices.add(blocks);
    });
  }

  #watchChanges(page: PageText): Changes {
    return new Changes(page.body, () => {
      page.refresh();
      this.#changed();
    });
  }
}

function flashMark(span: Span): Mark {
  return { ...span, id: FLASH, kind: 'note', shade: FLASH };
}
