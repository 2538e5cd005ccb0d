import { kindOf } from './plain/kinds.ts';
import { type Line, splitLines } from './plain/lines.ts';
import { goesOn, wrapWidth } from './plain/wrapping.ts';
import type { Block, Input } from './types.ts';

/**
 * Makes an input of a plain text file: one block a paragraph, one a table cell where a line holds
 * tabs. A text that was wrapped by hand or by a PDF gets its lines joined, with the line break inside
 * the block.
 *
 * @param text the file's text; offsets of the blocks are into it, nothing is added or taken away
 * @returns text, blocks in order, and empty facts: a file says nothing of itself. Linear time.
 */
export function plainInput(text: string): Input {
  const lines = splitLines(text);
  return {
    text,
    blocks: toBlocks(text, lines, wrapWidth(lines)),
    facts: { pairs: [], title: null, heading: null, meta: {}, breadcrumb: [], url: null },
  };
}

function toBlocks(text: string, lines: readonly Line[], width: number): Block[] {
  const blocks: Block[] = [];
  let table = -1;
  let row = 0;
  let inTable = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.cells) {
      if (!inTable) {
        table++;
        row = 0;
      }
      inTable = true;
      for (const cell of line.cells) {
        blocks.push({ start: cell.start, end: cell.end, kind: 'cell', table, row, col: cell.col });
      }
      row++;
      continue;
    }
    inTable = false;
    let end = line.end;
    let last = line;
    while (i + 1 < lines.length && goesOn(last, lines[i + 1] as Line, width, end - line.start)) {
      last = lines[++i] as Line;
      end = last.end;
    }
    const before = blocks[blocks.length - 1];
    const next = lines[i + 1];
    blocks.push({
      start: line.start,
      end,
      kind: kindOf(text.slice(line.start, Math.min(end, line.start + 200)), {
        length: end - line.start,
        bullet: line.bullet,
        afterDate: before?.kind === 'signature',
        first: blocks.length < 12,
        next: next?.body ?? '',
      }),
    });
  }
  return blocks;
}
