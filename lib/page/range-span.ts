import type { Span } from '../reading/types.ts';
import { isSkipped } from './chrome-text.ts';
import { childNodes, contains, createRange, dataOf, isText, lastChild, parentOf } from './dom.ts';
import type { LiveText } from './live-text.ts';
import type { Runs } from './runs.ts';
import { nextText, previousText } from './walk.ts';

/** How many text nodes that were never read (added by the page, empty) are passed to find one that was. */
const MOST_PASSED = 50;

const START_TO_START = 0;
const END_TO_END = 2;

/** The node at a boundary: the child that begins there, or the text node itself; null past the last child. */
function childAt(container: Node, offset: number): Node | null {
  return isText(container) ? container : (childNodes(container)[offset] ?? null);
}

/**
 * The text offsets of a DOM range.
 *
 * @param range may begin and end anywhere, in text or between elements, also outside the body
 * @returns the span of what it covers of the body's text; null where it covers none, or where the
 *   page has changed so that its place can't be told
 */
export function spanOfRange(
  range: Range,
  document: Document,
  body: Element,
  runs: Runs,
  live: LiveText,
): Span | null {
  const start = rawStart(range, document, body, live);
  const end = rawEnd(range, document, body, live);
  if (start === null || end === null || start >= end) return null;
  const from = runs.textFrom(start);
  const to = runs.textUntil(end);
  return from !== null && to !== null && from < to ? { start: from, end: to } : null;
}

/** Whether a range begins before the body (or, for the end, ends after it). Null where the two can't be compared. */
function isBeyond(range: Range, document: Document, body: Element, how: 0 | 2): boolean | null {
  const whole = createRange(document);
  whole.selectNodeContents(body);
  try {
    const order = range.compareBoundaryPoints(how, whole);
    return how === START_TO_START ? order < 0 : order > 0;
  } catch {
    return null; // another document, a shadow tree, or a body that was taken off the page
  }
}

function rawStart(range: Range, document: Document, body: Element, live: LiveText): number | null {
  const beyond = isBeyond(range, document, body, START_TO_START);
  if (beyond === null) return null;
  if (beyond) return 0;
  const { startContainer: container, startOffset: offset } = range;
  if (container !== body && !contains(body, container)) return null;
  if (isText(container) && isRead(container, body)) {
    const raw = live.offsetOf(container);
    if (raw !== null) return raw + offset;
  }
  const child = childAt(container, offset);
  let text: Text | null;
  if (child && child !== container) text = nextText(child, body, isSkipped, true);
  else
    text = nextText(
      isText(container) ? container : (lastDescendant(container) ?? container),
      body,
      isSkipped,
    );
  for (let i = 0; text && i < MOST_PASSED; i++) {
    const raw = isRead(text, body) ? live.offsetOf(text) : null;
    if (raw !== null) return raw;
    text = nextText(text, body, isSkipped);
  }
  return null;
}

function rawEnd(range: Range, document: Document, body: Element, live: LiveText): number | null {
  const beyond = isBeyond(range, document, body, END_TO_END);
  if (beyond === null) return null;
  if (beyond) return live.raw.length;
  const { endContainer: container, endOffset: offset } = range;
  if (container !== body && !contains(body, container)) return null;
  if (isText(container) && isRead(container, body)) {
    const raw = live.offsetOf(container);
    if (raw !== null) return raw + offset;
  }
  const child = childAt(container, offset);
  let text: Text | null;
  if (child) {
    text = previousText(child, body, isSkipped);
  } else {
    const last = lastDescendant(container);
    text = last && isText(last) ? last : previousText(last ?? container, body, isSkipped);
  }
  for (let i = 0; text && i < MOST_PASSED; i++) {
    const raw = isRead(text, body) ? live.offsetOf(text) : null;
    if (raw !== null) return raw + dataOf(text).length;
    text = previousText(text, body, isSkipped);
  }
  return null;
}

/** Whether a node's parents up to the body are all read. */
function isRead(node: Node, body: Node): boolean {
  for (let at = parentOf(node); at && at !== body; at = parentOf(at)) {
    if (isSkipped(at as Element)) return false;
  }
  return true;
}

function lastDescendant(node: Node): Node | null {
  let last = lastChild(node);
  for (let next = last; next; next = lastChild(next)) last = next;
  return last;
}
