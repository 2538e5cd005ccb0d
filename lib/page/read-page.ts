import { finish } from '../reading/slices.ts';
import type { Span } from '../reading/types.ts';
import { squeeze } from './blank.ts';
import { firstChild, isElement, isText, nextSibling, parentOf } from './dom.ts';
import { factSlices } from './facts.ts';
import { blockSlices } from './kinds.ts';
import type { LiveText, Piece } from './live-text.ts';
import { PageReader } from './page-reader.ts';
import { spanOfRange } from './range-span.ts';
import { Runs } from './runs.ts';
import type { PageText } from './types.ts';

/** Nodes that are read between two offers to stop: well under a millisecond's work. */
const NODES_A_SLICE = 200;

/**
 * Reads a body, a slice at a time, so that a long page can stay usable meanwhile: the caller lets the
 * page have its turn whenever it has used up its own.
 *
 * @param document the document that the body is in
 * @param body from `findBody` or `bodyByReadability`; a form inside it may have fields of any name
 * @param url the page's address
 * @returns after the last slice, the text; linear in the page's length
 */
export function* readPageSlices(
  document: Document,
  body: Element,
  url: string,
): Generator<undefined, PageText> {
  const reader = new PageReader(body);
  let node: Node | null = firstChild(body);
  let count = 0;
  while (node) {
    if (++count % NODES_A_SLICE === 0) yield;
    if (isText(node)) {
      reader.take(node);
    } else if (isElement(node) && reader.enter(node)) {
      const child: Node | null = firstChild(node);
      if (child) {
        node = child;
        continue;
      }
      reader.leave(node);
    }
    while (node && node !== body && !nextSibling(node)) {
      node = parentOf(node);
      if (node && node !== body && isElement(node)) reader.leave(node);
    }
    node = node && node !== body ? nextSibling(node) : null;
  }
  reader.end();
  yield;
  const facts = yield* factSlices(document, url, body);
  const text = reader.text;
  const titled = facts.pairs.filter((pair) => pair.label === '标题').map((pair) => pair.value);
  const titles = [facts.title, facts.heading, ...titled].filter((title) => title !== null).map(squeeze);
  yield;
  const blocks = yield* blockSlices(reader.drafts, text, new Set(titles));
  const runs = new Runs(reader.runs);
  yield;
  const live = reader.live();
  return {
    body,
    input: { text, blocks, facts },
    pieces: (span) => piecesOf(runs, live, span),
    spanOf: (range) => spanOfRange(range, document, body, runs, live),
    refresh: () => live.refresh(),
  };
}

/** Reads a body in one go. See `readPageSlices`. */
export function readPage(document: Document, body: Element, url: string): PageText {
  return finish(readPageSlices(document, body, url));
}

/** White space that CSS collapses lies between the runs of one node: it is taken in, so that a mark has no holes. */
function piecesOf(runs: Runs, live: LiveText, span: Span): Piece[] {
  const pieces: Piece[] = [];
  for (const [from, to] of runs.rawSpans(span.start, span.end)) {
    const found = live.locate(from, to);
    if (!found) return [];
    for (const piece of found) {
      const last = pieces.at(-1);
      if (last && last.node === piece.node && last.end <= piece.start) last.end = piece.end;
      else pieces.push(piece);
    }
  }
  return pieces;
}
