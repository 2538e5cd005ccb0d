import { fold } from '../../../../lib/reading/fold.ts';
import { findOutline } from '../../../../lib/reading/outline.ts';
import type { Block, BlockKind, Input, OutlineItem } from '../../../../lib/reading/types.ts';

/** An input whose blocks are the lines of a text; a line that starts with a kind in ‹› has that kind. */
export function inputOf(text: string, kind: BlockKind = 'para'): Input {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) blocks.push({ start, end: start + line.length, kind });
    start += line.length + 1;
  }
  return {
    text,
    blocks,
    facts: { pairs: [], title: null, heading: null, meta: {}, breadcrumb: [], url: null },
  };
}

export function outlineOf(text: string, kind: BlockKind = 'para'): OutlineItem[] {
  const input = inputOf(text, kind);
  return findOutline(input, fold(input));
}

/** `level label title`, one a heading. */
export function drawn(text: string): string[] {
  return outlineOf(text).map((item) => `${item.level} ${item.label} ${item.title}`.trim());
}
