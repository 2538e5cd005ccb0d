import { Readability } from '@mozilla/readability';
import {
  all,
  attribute,
  cloneDeep,
  closest,
  contains,
  isElement,
  matches,
  pageBody,
  parentOf,
  textOf,
} from './dom.ts';
import { inkOf, linkInkOf } from './weigh.ts';

/** Names of the clone's elements while Readability works on it, so that what it keeps can be found on the page. */
const NAME = 'data-zhupi-seat';
/** The container must hold nearly all that Readability kept. */
const MOST = 0.95;
const LEAST_INK = 120;
const NOT_AN_ARTICLE = 'footer, nav, [class*="foot"], [id*="foot"]';
/** Beyond this Readability takes seconds. */
const MOST_ELEMENTS = 60_000;

/**
 * The element that holds the article, for pages of no known template. Readability works on a copy and
 * only points: the text itself is read from the page.
 *
 * @returns null where it finds no article, or where what it finds is spread over the whole page
 */
export function readableBody(document: Document): Element | null {
  const root = pageBody(document);
  if (!root) return null;
  const live = all(root, '*');
  if (live.length > MOST_ELEMENTS) return null;
  const copy = copyOf(document, live.length);
  if (!copy) return null;
  let kept: Element | null = null;
  try {
    const options = { charThreshold: LEAST_INK, keepClasses: true, serializer: (node: Node) => node };
    kept = (new Readability(copy, options).parse()?.content as Element | null | undefined) ?? null;
  } catch {
    return null; // a page that breaks Readability is a page without a known body
  }
  return kept ? containerOf(kept, live, root) : null;
}

/** A copy of the document whose elements carry their number, and whose form fields shadow nothing. */
function copyOf(document: Document, count: number): Document | null {
  const copy = cloneDeep(document) as Document;
  const root = pageBody(copy);
  if (!root) return null;
  const elements = all(root, '*');
  if (elements.length !== count) return null;
  elements.forEach((element, i) => {
    element.setAttribute(NAME, String(i));
    if (
      !matches(element, 'input, select, textarea, button, img, object, embed, form, iframe, output, fieldset')
    )
      return;
    element.removeAttribute('name');
    element.removeAttribute('id');
  });
  return copy;
}

/** The smallest element of the page that holds nearly all that was kept. */
function containerOf(kept: Element, live: readonly Element[], root: Element): Element | null {
  const parts = all(kept, `[${NAME}]`)
    .map((element) => live[Number(attribute(element, NAME))])
    .filter((element) => element !== undefined);
  const leaves = parts.filter((part) => textOf(part).trim() !== '' && all(part, '*').length === 0);
  const weighed = (leaves.length > 0 ? leaves : parts).map((part) => ({ part, ink: textOf(part).length }));
  const total = weighed.reduce((sum, { ink }) => sum + ink, 0);
  const largest = weighed.reduce<(typeof weighed)[number] | null>(
    (a, b) => (a && a.ink >= b.ink ? a : b),
    null,
  );
  for (let at: Node | null = largest?.part ?? null; at && at !== root; at = parentOf(at)) {
    if (!isElement(at)) return null;
    const holder: Element = at;
    const held = weighed.reduce((sum, { part, ink }) => sum + (contains(holder, part) ? ink : 0), 0);
    if (held < total * MOST) continue;
    const ink = inkOf(holder);
    const isText = ink >= LEAST_INK && /[。；]/.test(textOf(holder)) && linkInkOf(holder) < ink * 0.6;
    return isText && !closest(holder, NOT_AN_ARTICLE) ? holder : null;
  }
  return null;
}
