import { oneLine } from './blank.ts';
import { NO_TEXT_TAGS } from './containers.ts';
import {
  dataOf,
  firstChild,
  isElement,
  isText,
  lastChild,
  nextSibling,
  parentOf,
  previousSibling,
  tagOf,
} from './dom.ts';

const LINE_TAGS = /^(?:p|div|td|th|tr|li|h[1-6]|section|article|center|br|table|ul|ol|dl|dd|dt|blockquote)$/;

/** Directions through a tree, so that one walk serves both ends of a text. */
const FORWARD = { child: firstChild, sibling: nextSibling };
const BACKWARD = { child: lastChild, sibling: previousSibling };

/**
 * The first or the last lines of a container, cheaply: the gate needs no more to tell what it holds.
 *
 * @param count at most so many lines
 * @returns lines that are not empty, white space made single; for the last lines the very last first
 */
export function linesOf(container: Element, count: number, fromEnd = false): string[] {
  const { child, sibling } = fromEnd ? BACKWARD : FORWARD;
  const lines: string[] = [];
  let line = '';
  let budget = count * 40;
  const flush = () => {
    const text = oneLine(line);
    if (text) lines.push(text);
    line = '';
  };
  let node = child(container);
  while (node && lines.length < count && budget-- > 0) {
    if (isText(node)) {
      const data = dataOf(node).slice(0, 400);
      line = fromEnd ? data + line : line + data;
    }
    if (isElement(node)) {
      if (LINE_TAGS.test(tagOf(node))) flush();
      const inner: Node | null = NO_TEXT_TAGS.has(tagOf(node)) ? null : child(node);
      if (inner) {
        node = inner;
        continue;
      }
    }
    while (node && node !== container && !sibling(node)) {
      node = parentOf(node);
      if (node && isElement(node) && LINE_TAGS.test(tagOf(node))) flush();
    }
    node = node && node !== container ? sibling(node) : null;
  }
  if (lines.length < count) flush();
  return lines;
}
