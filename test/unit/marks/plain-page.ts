import type { PageText } from '../../../lib/page/types.ts';
import type { Block } from '../../../lib/reading/types.ts';

/**
 * A page for the painter's tests: its text is the data of all text nodes of the body in a row, looked
 * up afresh each time. What makes a text of a real page is tested in its own room.
 *
 * @param blocks by default one block for each child of the body
 */
export function plainPage(body: Element, blocks?: Block[]): PageText {
  const nodes = (): Text[] => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    return found;
  };
  const text = body.textContent ?? '';
  return {
    body,
    input: {
      text,
      blocks: blocks ?? blocksOf(body),
      facts: { pairs: [], title: null, heading: null, meta: {}, breadcrumb: [], url: null },
    },
    pieces({ start, end }) {
      if (body.textContent !== text) return [];
      const pieces: { node: Text; start: number; end: number }[] = [];
      let base = 0;
      for (const node of nodes()) {
        const from = Math.max(start - base, 0);
        const to = Math.min(end - base, node.data.length);
        if (from < to) pieces.push({ node, start: from, end: to });
        base += node.data.length;
      }
      return pieces;
    },
    spanOf() {
      return null;
    },
    refresh() {},
  };
}

function blocksOf(body: Element): Block[] {
  let at = 0;
  const blocks: Block[] = [];
  for (const child of body.childNodes) {
    const end = at + (child.textContent?.length ?? 0);
    if (end > at) blocks.push({ start: at, end, kind: 'para' });
    at = end;
  }
  return blocks;
}
