import { allIn, childNodes, closest, dataOf, isElement, isText, parentOf, tagOf, textOf } from './dom.ts';
import { countInk, inkOf, linkInkOf } from './weigh.ts';

/** Paragraphs that are looked at: more would cost the gate its 2 ms on long lists. */
const MOST_PARAGRAPHS = 2000;
/** A paragraph with less is a label; weighing it would cost more than it weighs. */
const SHORT = 12;
const NOT_AN_ARTICLE = 'nav, footer, header, aside, [class*="foot"], [id*="foot"]';
const INLINE = new Set(['span', 'font', 'b', 'strong', 'u', 'i', 'em']);

/** Text that stands in an element itself or in its inline children, as where `<br>` parts the paragraphs. */
function ownInk(element: Element): number {
  let ink = 0;
  for (const child of childNodes(element)) {
    if (isText(child)) ink += countInk(dataOf(child));
    else if (isElement(child) && INLINE.has(tagOf(child))) ink += inkOf(child) - linkInkOf(child);
  }
  return ink;
}

/**
 * The element that directly holds the most paragraphs' text, for pages of no known template: enough
 * to tell an article from a list, too rough to read by.
 *
 * @returns null where no element holds paragraphs of at least 30 characters in all
 */
export function roughBody(document: Document): { element: Element; ink: number } | null {
  const held = new Map<Element, number>();
  const broken = new Set<Element>();
  let looked = 0;
  for (const mark of allIn(document, 'p, br')) {
    if (++looked > MOST_PARAGRAPHS) break;
    const parent = parentOf(mark);
    if (!parent || !isElement(parent)) continue;
    if (tagOf(mark) === 'br') broken.add(parent);
    else if (textOf(mark).length > SHORT) {
      held.set(parent, (held.get(parent) ?? 0) + inkOf(mark) - 1.5 * linkInkOf(mark));
    }
  }
  for (const parent of broken) held.set(parent, (held.get(parent) ?? 0) + ownInk(parent));
  let found: { element: Element; ink: number } | null = null;
  for (const [element, ink] of held) {
    if (ink >= 30 && ink > (found?.ink ?? 0) && !closest(element, NOT_AN_ARTICLE)) found = { element, ink };
  }
  return found;
}
