import { tagOf } from '../page/dom.ts';

/** Elements whose text is not to be touched: their content is data, or a click on them means something. */
const CLOSED = new Set(['button', 'option', 'script', 'select', 'style', 'textarea', 'title']);
const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Whether a mark in an element would leave the page as it is: not in what the reader can edit, and not
 * straight in a flex or grid box, where each element becomes a box of its own and the line falls apart.
 *
 * @param known answers already given; asking for a computed style costs a style calculation
 */
export function paintable(element: Element, known: WeakMap<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const answer = decide(element);
  known.set(element, answer);
  return answer;
}

function decide(element: Element): boolean {
  if (element.namespaceURI !== XHTML || CLOSED.has(tagOf(element))) return false;
  if ((element as HTMLElement).isContentEditable) return false;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';
  return !/flex|grid/.test(display);
}
