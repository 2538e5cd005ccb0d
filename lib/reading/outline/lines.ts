import type { Folded } from '../fold.ts';
import type { Block } from '../types.ts';

/** A block's folded text: `[start, end)` of the folded text, and the block that it came from. */
export interface Line {
  start: number;
  end: number;
  block: Block;
}

/** Several finders ask for the lines of one text. */
const known = new WeakMap<Folded, { blocks: readonly Block[]; lines: Line[] }>();

/**
 * The folded text line by line, each with its block. Blocks that hold only white space have no line.
 * Linear in the text's length.
 */
export function linesOf(folded: Folded, blocks: readonly Block[]): readonly Line[] {
  const before = known.get(folded);
  if (before?.blocks === blocks) return before.lines;
  const lines = readLines(folded, blocks);
  known.set(folded, { blocks, lines });
  return lines;
}

function readLines(folded: Folded, blocks: readonly Block[]): Line[] {
  const { text, at } = folded;
  const lines: Line[] = [];
  let b = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const offset = at[start] as number;
    while (b < blocks.length && (blocks[b] as Block).end <= offset) b++;
    const block = blocks[b];
    if (block && end > start) lines.push({ start, end, block });
    start = end + 1;
  }
  return lines;
}
