import type { Span } from '../reading/types.ts';
import type { Chain } from './align.ts';
import { mayLack, type Print } from './format.ts';
import type { Fingerprints, Gap, Match } from './types.ts';

/** Where a document stands on a page. */
interface Place extends Span {
  chain: Chain;
}

/**
 * From this share of a known text on, a page is held against it. A page with less is an excerpt, a digest,
 * or another version: more of what would be listed is its own than was changed, and the list would say
 * nothing of the text as published. From three fifths on what differs is the exception; measured on the
 * fifty bundled documents, a copy with one character in fifty misread still keeps 0.64 of each.
 */
export const WORTH_COMPARING = 0.6;

/** Whether the differences of a match mean something. */
export function worthComparing({ coverage, gaps }: Match): boolean {
  return gaps !== undefined && coverage >= WORTH_COMPARING;
}

/** What differs from the known text. */
export type Differences = Span & Pick<Match, 'altered' | 'missing' | 'added' | 'gaps'>;

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
): Differences {
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
  const added: Span[] = [];
  const gaps: Gap[] = [];
  let at = first.page;
  let known = first.known;
  for (const link of links) {
    const spans = strangeIn(at, link.page).map(spanOf);
    const lacking = goneIn(known, link.known);
    altered.push(...spans);
    added.push(...spans.slice(lacking));
    leave(lacking - spans.length, page.ends[at - 1] ?? place.start, page.starts[link.page] as number);
    if (!link.exact && (!mayLack(print, link.known) || (newHead && link.known === 0)))
      altered.push(spanOf(link.page));
    at = link.page + 1;
    known = link.known + 1;
  }

  const head = goneIn(0, first.known);
  const tail = goneIn(known, print.hashes.length);
  const before = edge(head, range(first.page - EDGE, first.page).reverse());
  const after = edge(tail, range(at, at + EDGE));
  const start = Math.min(place.start, ...before.map((span) => span.start));
  const end = Math.max(place.end, ...after.map((span) => span.end));
  leave(head - before.length, start, start);
  leave(tail - after.length, end, end);
  return {
    start,
    end,
    altered: [...before, ...altered, ...after].sort((a, b) => a.start - b.start),
    missing: gaps.reduce((sum, { count }) => sum + count, 0),
    added,
    gaps: gaps.sort((a, b) => a.start - b.start),
  };

  /** Notes that so many sentences are missing between two places; fewer than one is none. */
  function leave(count: number, start: number, end: number): void {
    if (count > 0) gaps.push({ start, end, count });
  }

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
