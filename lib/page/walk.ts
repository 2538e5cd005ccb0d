import { firstChild, isElement, isText, lastChild, nextSibling, parentOf, previousSibling } from './dom.ts';

/** Says of an element that it and all below it are passed by. */
export type Skips = (element: Element) => boolean;

/** The node after a node and all below it, inside `root`; null at the end. */
function after(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = parentOf(at)) {
    const next = nextSibling(at);
    if (next) return next;
  }
  return null;
}

/**
 * The next text node in document order.
 *
 * @param from where to start
 * @param inside whether `from` itself and what is below it counts
 */
export function nextText(from: Node, root: Node, skips: Skips, inside = false): Text | null {
  let node: Node | null = inside ? from : after(from, root);
  while (node) {
    if (isText(node)) return node;
    node = (isElement(node) && !skips(node) && firstChild(node)) || after(node, root);
  }
  return null;
}

/** The node before a node, leaving out what is above it; null at the beginning. */
function before(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = parentOf(at)) {
    const previous = previousSibling(at);
    if (previous) return previous;
  }
  return null;
}

/** The text node before `from` in document order, `from` itself excluded. */
export function previousText(from: Node, root: Node, skips: Skips): Text | null {
  let node = before(from, root);
  while (node) {
    if (isText(node)) return node;
    node = (isElement(node) && !skips(node) && lastChild(node)) || before(node, root);
  }
  return null;
}
