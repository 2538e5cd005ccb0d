import { findBody } from './body.ts';
import { all, contains } from './dom.ts';
import { readableBody } from './readable-body.ts';
import { roughBody } from './rough-body.ts';
import { inkOf, linkInkOf } from './weigh.ts';

/** An unknown page's container must hold this much to be read without Readability's word for it. */
const LEAST_INK = 120;
/** A paragraph, not a label or a link. */
const PARAGRAPH_INK = 30;

/** Whether all running paragraphs of an element stand in a part of it, so that the rest is furniture. */
function holdsAll(part: Element, whole: Element): boolean {
  return all(whole, 'p').every((p) => {
    const ink = inkOf(p);
    return ink < PARAGRAPH_INK || contains(part, p) || linkInkOf(p) > ink / 2;
  });
}

/**
 * The body of any page: by a known template, else where Readability points, else where most
 * paragraphs stand.
 *
 * @returns null where the page holds no text to read: pictures only, a shell around a frame, or a
 *   body that has not arrived yet
 */
export function bodyOf(document: Document): Element | null {
  const known = findBody(document);
  if (known) return known;
  const readable = readableBody(document);
  const rough = roughBody(document);
  if (!rough || !readable) return readable ?? (rough && rough.ink >= LEAST_INK ? rough.element : null);
  // Readability likes to keep the title and the facts above a text; the paragraphs' own parent has neither.
  return contains(readable, rough.element) && holdsAll(rough.element, readable) ? rough.element : readable;
}
