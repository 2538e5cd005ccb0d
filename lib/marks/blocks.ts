import type { Span } from '../reading/types.ts';
import { keyOf, newBlock, type PaintedBlock } from './block.ts';
import { flatten } from './flatten.ts';
import { groupByBlock } from './group.ts';
import type { Mark } from './types.ts';

/** The blocks of a page that carry marks. */
export class Blocks {
  /** By their number in the text. */
  readonly #blocks = new Map<number, PaintedBlock>();

  /**
   * Takes the marks that are to stand on the page from now on.
   *
   * @param spans the text's blocks
   * @returns blocks that have no marks any more, that have others, and that have some for the first
   *   time; all others stay as they are painted
   */
  take(marks: readonly Mark[], spans: readonly Span[]): Record<'gone' | 'changed' | 'fresh', PaintedBlock[]> {
    const groups = groupByBlock(flatten(marks), spans);
    const gone: PaintedBlock[] = [];
    const changed: PaintedBlock[] = [];
    const fresh: PaintedBlock[] = [];
    for (const [index, block] of this.#blocks) {
      if (groups.has(index)) continue;
      gone.push(block);
      this.#blocks.delete(index);
    }
    for (const [index, pieces] of groups) {
      const key = keyOf(pieces);
      const old = this.#blocks.get(index);
      if (!old) {
        const block = newBlock(spans[index] as Span, pieces, key);
        this.#blocks.set(index, block);
        fresh.push(block);
      } else if (old.key !== key) {
        old.pieces = pieces;
        old.key = key;
        changed.push(old);
      }
    }
    return { gone, changed, fresh };
  }

  all(): PaintedBlock[] {
    return [...this.#blocks.values()];
  }

  touching(span: Span): PaintedBlock[] {
    return this.all().filter((block) => block.start < span.end && block.end > span.start);
  }

  clear(): void {
    this.#blocks.clear();
  }
}
