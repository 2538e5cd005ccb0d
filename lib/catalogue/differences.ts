import type { Span } from '../reading/types.ts';
import type { Chain } from './align.ts';
import { mayLack, type Print } from './format.ts';
import type { Fingerprints } from './types.ts';

/** Where a document stands on a page. */
interface Place extends Span {
  chain: Chain;
}

/** A first or last sentence that is changed has nothing beyond it to hold on to: so many are believed. */
const EDGE = 2;

/**
 * What differs from the known text, found from hashes alone.
 *
 * Between two sentences that stand, the page's other sentences are altered or added, the document's other
 * sentences are altered or missing: as many as both sides have are taken for altered. A sentence that only
 * moved, and one that the document has twice and the page has twice, are neither.
 *
 * @param free false for a place of the page that belongs to another document
 * @param newHead the page gives the document another title: its head is altered, not only set differently
 * @returns the differences, and the place with a changed first or last sentence taken in
 */
export function differences(
  print: Print,
  place: Place,
  page: Fingerprints,
  { free, newHead }: { free: (span: Span) => boolean; newHead: boolean },
): Span & { altered: Span[]; missing: number } {
  const { links } = place.chain;
  const [first, last] = [links[0], links[links.length - 1]];
  if (!first || !last) return { start: place.start, end: place.end, altered: [], missing: 0 };

  const linked = new Set(links.map((link) => link.page));
  const held = new Set(links.map((link) => link.known));
  const here = range(first.page, last.page + 1).filter((k) => !linked.has(k));
  const there = range(0, print.hashes.length).filter((k) => !held.has(k));
  const strange = surplus(here, page.hashes, there, print.hashes);
  const gone = surplus(there, print.hashes, here, page.hashes);
  const strangeIn = (from: number, to: number) =>
    range(from, to).filter((k) => strange.has(k) && free(spanOf(k)));
  const goneIn = (from: number, to: number) =>
    range(from, to).filter((k) => gone.has(k) && !mayLack(print, k)).length;

  const altered: Span[] = [];
  let missing = 0;
  let at = first.page;
  let known = first.known;
  for (const link of links) {
    const spans = strangeIn(at, link.page).map(spanOf);
    altered.push(...spans);
    missing += Math.max(0, goneIn(known, link.known) - spans.length);
    if (!link.exact && (!mayLack(print, link.known) || (newHead && link.known === 0)))
      altered.push(spanOf(link.page));
    at = link.page + 1;
    known = link.known + 1;
  }

  const head = goneIn(0, first.known);
  const tail = goneIn(known, print.hashes.length);
  const before = edge(head, range(first.page - EDGE, first.page).reverse());
  const after = edge(tail, range(at, at + EDGE));
  return {
    start: Math.min(place.start, ...before.map((span) => span.start)),
    end: Math.max(place.end, ...after.map((span) => span.end)),
    altered: [...before, ...altered, ...after].sort((a, b) => a.start - b.start),
    missing: missing + head - before.length + tail - after.length,
  };

  function spanOf(k: number): Span {
    return { start: page.starts[k] as number, end: page.ends[k] as number };
  }

  /** The sentences next to the place that stand for its own first or last ones. */
  function edge(lacking: number, next: number[]): Span[] {
    if (lacking > EDGE) return [];
    const spans = next.filter((k) => k >= 0 && k < page.hashes.length).map(spanOf);
    return spans.slice(0, lacking).filter(free);
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

/** Of some sentences, those that have no fellow of the same hash left among the others. */
function surplus(
  mine: readonly number[],
  myHashes: ArrayLike<number>,
  others: readonly number[],
  theirHashes: ArrayLike<number>,
): Set<number> {
  const fellows = new Map<number, number>();
  for (const k of others)
    fellows.set(theirHashes[k] as number, (fellows.get(theirHashes[k] as number) ?? 0) + 1);
  return new Set(
    mine.filter((k) => {
      const left = fellows.get(myHashes[k] as number) ?? 0;
      fellows.set(myHashes[k] as number, left - 1);
      return left <= 0;
    }),
  );
}
