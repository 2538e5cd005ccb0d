import { oneLine } from './blank.ts';
import { CODE_TAGS } from './containers.ts';
import { dataOf, firstChild, isElement, isText, nextSibling, parentOf, tagOf } from './dom.ts';

const LINE_TAGS = /^(?:p|div|t[dhr]|li|h[1-6]|section|article|center|br|table|[uod]l|d[dt]|blockquote)$/;

/**
 * The first lines of a container, cheaply: the gate needs no more to tell what it holds.
 *
 * @param count at most so many lines
 * @returns lines that are not empty, white space made single
 */
export function linesOf(container: Element, count: number): string[] {
  const lines: string[] = [];
  let line = '';
  let budget = count * 20;
  const flush = () => {
    const text = oneLine(line);
    if (text) lines.push(text);
    line = '';
  };
  let node = firstChild(container);
  while (node && lines.length < count && budget-- > 0) {
    if (isText(node)) line += dataOf(node).slice(0, 400);
    if (isElement(node)) {
      if (LINE_TAGS.test(tagOf(node))) flush();
      const inner: Node | null = CODE_TAGS.test(tagOf(node)) ? null : firstChild(node);
      if (inner) {
        node = inner;
        continue;
      }
    }
    while (node && node !== container && !nextSibling(node)) {
      node = parentOf(node);
      if (node && isElement(node) && LINE_TAGS.test(tagOf(node))) flush();
    }
    node = node && node !== container ? nextSibling(node) : null;
  }
  if (lines.length < count) flush();
  return lines;
}
