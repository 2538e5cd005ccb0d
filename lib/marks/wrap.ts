import Mark from 'mark.js/dist/mark.es6.js';
import { allIn } from '../page/dom.ts';
import { TAG } from './looks.ts';

/** A stretch of one text node to wrap, and the numbers that its element carries. */
export interface Wrap {
  node: Text;
  start: number;
  end: number;
  /** The piece's number. */
  n: number;
  /** Numbers of its looks. */
  look: string;
}

/** Text nodes that mark.js gets at once: what it does for each mark grows with their number. */
const NODES_AT_ONCE = 40;

/**
 * Wraps stretches of text in mark elements, by mark.js. It is handed the text nodes themselves, not
 * the element around them: it would join all text below the element, however little of it is marked.
 *
 * @param wraps in text order, not overlapping
 * @param done is told of each element made
 */
export function wrap(wraps: readonly Wrap[], done: (element: Element, n: number) => void): void {
  let from = 0;
  while (from < wraps.length) {
    const nodes: Text[] = [];
    let to = from;
    for (; to < wraps.length; to++) {
      const { node } = wraps[to] as Wrap;
      if (nodes[nodes.length - 1] === node) continue;
      if (nodes.length === NODES_AT_ONCE) break;
      nodes.push(node);
    }
    wrapIn(nodes, wraps.slice(from, to), done);
    from = to;
  }
}

/** mark.js hands its ranges back, so that a range can carry what the element needs to know. */
type Range = Mark.Range & { of: Wrap };

function wrapIn(nodes: Text[], wraps: Wrap[], done: (element: Element, n: number) => void): void {
  const base = new Map<Text, number>();
  let length = 0;
  for (const node of nodes) {
    base.set(node, length);
    length += node.data.length;
  }
  const ranges: Range[] = wraps.map((of) => ({
    start: (base.get(of.node) ?? 0) + of.start,
    length: of.end - of.start,
    of,
  }));
  withoutIterators(() => {
    // The types know elements only; a text node is walked just as well.
    new Mark(nodes as unknown as HTMLElement[]).markRanges(ranges, {
      element: TAG,
      each: (element, range) => {
        const { n, look } = (range as Range).of;
        element.removeAttribute('data-markjs');
        element.setAttribute('data-n', String(n));
        element.setAttribute('data-k', look);
        done(element, n);
      },
    });
  });
}

/**
 * Runs mark.js without the browser's node iterators. It makes one for each node it is handed, and
 * Chrome asks every one that was not yet collected about each node that is removed: 9,000 marks took
 * 2.5 s instead of 0.1. All that is to be iterated here is the one text node itself. The page does not
 * see the change: a content script's `document` is its own object.
 */
function withoutIterators(run: () => void): void {
  const own = document as { createNodeIterator?: unknown };
  own.createNodeIterator = (root: Node) => {
    let passed = false;
    return {
      nextNode: () => {
        const node = passed ? null : root;
        passed = true;
        return node;
      },
      previousNode: () => {
        const node = passed ? root : null;
        passed = false;
        return node;
      },
    };
  };
  try {
    run();
  } finally {
    delete own.createNodeIterator;
  }
}

/**
 * Takes a mark element off. What stands in it stays, and where the text to its left and right is as
 * mark.js cut it, the three become one node again: the one that the page made, so that a page's code
 * which holds on to it is none the wiser.
 */
export function unwrap(element: Element): void {
  const left = element.previousSibling;
  const right = element.nextSibling;
  const inside = element.firstChild;
  if (isText(left) && isText(right) && isText(inside) && inside === element.lastChild) {
    left.appendData(inside.data + right.data);
    right.remove();
    element.remove();
  } else {
    element.replaceWith(...element.childNodes);
  }
}

function isText(node: Node | null): node is Text {
  return node !== null && node.nodeType === Node.TEXT_NODE;
}

/** Takes off every mark element of a document, whoever put it there: the page may have copied ours. */
export function unwrapAll(document: Document): void {
  for (const element of allIn(document, TAG)) unwrap(element);
}
