import { isText } from '../page/dom.ts';
import { TAG } from './looks.ts';

/** A point in a run of text nodes and mark elements, told so that cutting and joining do not move it. */
interface Point {
  parent: Node;
  /** What stands before the run; null where the run begins its parent. */
  before: Node | null;
  offset: number;
}

/**
 * Keeps what the reader has selected while marks are put on and taken off: a text node that is
 * replaced would pull the ends of the selection to its parent.
 *
 * Asking a document without a selection for it makes Chrome lay the page out, 7 ms on a long one, so it
 * is asked only after the browser has told that there is one.
 */
export class SelectionKeeper {
  /** Asked instead of the document, whose properties a page can shadow with named elements. */
  readonly #window: Window | null;
  #some = false;

  constructor(document: Document) {
    this.#window = document.defaultView;
  }

  start(): void {
    this.#look();
    this.#window?.addEventListener('selectionchange', this.#look, true);
  }

  stop(): void {
    this.#window?.removeEventListener('selectionchange', this.#look, true);
    this.#some = false;
  }

  /** Makes a change to the page's text nodes and puts the selection back where it was. */
  around(change: () => void): void {
    const selection = this.#some ? (this.#window?.getSelection() ?? null) : null;
    if (!selection || selection.rangeCount === 0) {
      change();
      return;
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const anchor = remember(anchorNode, anchorOffset);
    const focus = remember(focusNode, focusOffset);
    change();
    if (selection.anchorNode === anchorNode && selection.anchorOffset === anchorOffset) {
      if (selection.focusNode === focusNode && selection.focusOffset === focusOffset) return;
    }
    const [a, b] = [find(anchor), find(focus)];
    if (a && b) selection.setBaseAndExtent(a.node, a.offset, b.node, b.offset);
  }

  readonly #look = (): void => {
    this.#some = this.#window?.getSelection()?.isCollapsed === false;
  };
}

function inRun(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE || node.nodeName.toLowerCase() === TAG;
}

/** @returns the point itself where it is not in a text node */
function remember(node: Node | null, offset: number): Point | { node: Node; offset: number } | null {
  if (!node) return null;
  if (node.nodeType !== Node.TEXT_NODE) return { node, offset };
  let at: Node = node.parentNode && inRun(node.parentNode) ? node.parentNode : node;
  let length = offset;
  if (at !== node) for (let n = node.previousSibling; n; n = n.previousSibling) length += textLength(n);
  const parent = at.parentNode;
  if (!parent) return null;
  for (let n = at.previousSibling; n && inRun(n); n = n.previousSibling) {
    length += textLength(n);
    at = n;
  }
  return { parent, before: at.previousSibling, offset: length };
}

function find(point: ReturnType<typeof remember>): { node: Node; offset: number } | null {
  if (!point || 'node' in point) return point;
  let left = point.offset;
  let last: Text | null = null;
  let n = point.before ? point.before.nextSibling : point.parent.firstChild;
  for (; n && inRun(n); n = n.nextSibling) {
    const texts = isText(n) ? [n] : [...n.childNodes].filter(isText);
    for (const text of texts) {
      if (left <= text.data.length) return { node: text, offset: left };
      left -= text.data.length;
      last = text;
    }
  }
  return last ? { node: last, offset: last.data.length } : null;
}

function textLength(node: Node): number {
  return node.textContent?.length ?? 0;
}
