import { CONTAINERS } from './containers.ts';
import {
  allIn,
  contains,
  isElement,
  isShown,
  matches,
  ownerDocument,
  pageBody,
  parentOf,
  textOf,
} from './dom.ts';
import { isHidden } from './visible.ts';
import { inkOf, linkInkOf } from './weigh.ts';

/** Only elements that hold blocks are compared with the list: on a long page most are paragraphs and spans. */
const FIND = `:is(div,td,table,font,section,article,main,ucapcontent):is(${CONTAINERS.join(',')})`;
/** Less than this is a caption or an empty frame, not a text. The shortest real replies have some 60. */
const LEAST_INK = 30;
/** Above this share of linked text a container is a list. */
const MOST_LINKED = 0.6;

/** A container that may hold the body. */
export interface Candidate {
  element: Element;
  /** Place of its selector in CONTAINERS. */
  rank: number;
  ink: number;
}

/**
 * The containers of known templates that hold text, hidden copies included.
 *
 * @returns in document order; empty where the page is of no known template, or holds only pictures
 */
export function candidates(document: Document): Candidate[] {
  const found: Candidate[] = [];
  for (const element of allIn(document, FIND)) {
    const ink = inkOf(element);
    if (ink < LEAST_INK || linkInkOf(element) > MOST_LINKED * ink) continue;
    const rank = CONTAINERS.findIndex((selector) => matches(element, selector));
    found.push({ element, rank, ink });
  }
  return found;
}

/**
 * The surest of some containers: the first known selector that holds at least half as much as the
 * fullest one, and of several under one selector the fullest.
 */
export function best(found: readonly Candidate[]): Candidate | null {
  return surest(found).reduce<Candidate | null>((a, b) => (a && a.ink >= b.ink ? a : b), null);
}

/** The containers under the surest selector that do not lie in one another. */
function surest(found: readonly Candidate[]): Candidate[] {
  const most = Math.max(0, ...found.map((candidate) => candidate.ink));
  const rank = Math.min(...found.filter((c) => c.ink * 2 >= most).map((c) => c.rank));
  const same = found.filter((c) => c.rank === rank);
  return same.filter((c) => !same.some((o) => o !== c && contains(o.element, c.element)));
}

/** The element that holds all of several parts of one text, where it holds little else. */
function together(parts: readonly Candidate[]): Element | null {
  const first = parts[0]?.element;
  if (!first || parts.length < 2) return null;
  // A template that holds the body twice, and hides neither copy.
  if (parts.some((part) => part.element !== first && textOf(part.element) === textOf(first))) return null;
  let parent = parentOf(first);
  while (parent && !parts.every((part) => contains(parent as Node, part.element))) parent = parentOf(parent);
  if (!parent || !isElement(parent) || parent === pageBody(ownerDocument(parent))) return null;
  const sum = parts.reduce((total, part) => total + part.ink, 0);
  return inkOf(parent) <= sum * 1.2 ? parent : null;
}

/** Whether a reader sees the element. In jsdom all its parents must be asked. */
function isSeen(element: Element): boolean {
  if (isShown(element) !== null) return !isHidden(element);
  for (let node: Node | null = element; node && isElement(node); node = parentOf(node)) {
    if (isHidden(node)) return false;
  }
  return true;
}

/**
 * The element that holds the text of a page made with a known template.
 *
 * @returns the visible copy where the template holds two, the parent where each of several editors
 *   holds a part; null where the page is of no known
 *   template, where its body is in a frame or has not arrived yet, or where it holds only pictures
 */
export function findBody(document: Document): Element | null {
  const seen = candidates(document).filter((candidate) => isSeen(candidate.element));
  return together(surest(seen)) ?? best(seen)?.element ?? null;
}
