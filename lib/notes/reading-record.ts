import type { Fingerprints } from '../catalogue/types.ts';
import type { Span } from '../reading/types.ts';
import { MOST_RECORDED, type ReadingRecord } from './types.ts';

type Sentences = Pick<Fingerprints, 'hashes' | 'starts' | 'ends'>;

/** One place where a text is not what it was: neighbouring sentences that differ are one place. */
export interface ChangedPlace extends Span {
  /** `gone`: sentences are missing between `start` and `end`, which lie on the sentences around them. */
  kind: 'changed' | 'added' | 'gone';
  /** Sentences that are new or changed here; those missing, for `gone`. */
  count: number;
}

/** What is different since a document was first annotated. */
export interface ChangesSince {
  /** Share of the recorded sentences that still stand in the text, 0 to 1; 1 for an empty record. */
  kept: number;
  /** In text order. */
  places: ChangedPlace[];
}

/**
 * The hashes of the sentences that begin in a document, for its reading record.
 *
 * @param page fingerprints of the page's text
 * @param within the document's span in it
 * @returns at most 5,000, in text order
 */
export function hashesIn(page: Pick<Sentences, 'hashes' | 'starts'>, within: Span): number[] {
  return indexesIn(page, within)
    .slice(0, MOST_RECORDED)
    .map((k) => page.hashes[k] as number);
}

/**
 * Compares a document as it stands on a page now with the record of its first reading. A sentence that only
 * moved is no change; one that was moved and edited is one gone and one added. Linear but for a sort.
 *
 * @param record what was read then
 * @param page fingerprints of the page's text now
 * @param within the document's span in it
 */
export function changesSince(
  record: Pick<ReadingRecord, 'hashes'>,
  page: Sentences,
  within: Span,
): ChangesSince {
  const before = record.hashes;
  const here = indexesIn(page, within);
  const now = here.map((k) => page.hashes[k] as number);
  const pairs = paired(before, now);
  const stands = new Set(pairs.map(([k]) => k));
  const old = new Set(pairs.map(([, k]) => k));
  const steps = rising(pairs);
  // Of a text longer than the record, what follows the last recorded sentence is unknown, not new.
  const cut = before.length === MOST_RECORDED;
  const places: ChangedPlace[] = [];
  const at = (k: number) => {
    const index = here[k];
    return index === undefined ? null : { start: page.starts[index] ?? 0, end: page.ends[index] ?? 0 };
  };
  let from = 0;
  let known = 0;
  for (const [next, nextKnown] of [...steps, [now.length, before.length] as const]) {
    const isTail = next === now.length;
    const fresh = isTail && cut ? [] : range(from, next).filter((k) => !stands.has(k));
    const gone = range(known, nextKnown).filter((k) => !old.has(k)).length;
    const [first, last] = [fresh[0], fresh.at(-1)];
    if (first !== undefined && last !== undefined) {
      const span = { start: at(first)?.start ?? 0, end: at(last)?.end ?? 0 };
      places.push({ ...span, kind: gone > 0 ? 'changed' : 'added', count: fresh.length });
    } else if (gone > 0) {
      const start = at(from - 1)?.end ?? within.start;
      places.push({ start, end: Math.max(start, at(next)?.start ?? within.end), kind: 'gone', count: gone });
    }
    from = next + 1;
    known = nextKnown + 1;
  }
  return { kept: before.length === 0 ? 1 : old.size / before.length, places };
}

function indexesIn({ hashes, starts }: Pick<Sentences, 'hashes' | 'starts'>, within: Span): number[] {
  return range(0, hashes.length).filter((k) => {
    const start = starts[k];
    return start !== undefined && start >= within.start && start < within.end;
  });
}

/** Equal sentences of two texts, the first of one with the first of the other, in the second's order. */
function paired(before: readonly number[], now: readonly number[]): (readonly [number, number])[] {
  const places = new Map<number, number[]>();
  before.forEach((hash, k) => {
    const found = places.get(hash);
    if (found) found.push(k);
    else places.set(hash, [k]);
  });
  const used = new Map<number, number>();
  return now.flatMap((hash, k) => {
    const turn = used.get(hash) ?? 0;
    used.set(hash, turn + 1);
    const place = places.get(hash)?.[turn];
    return place === undefined ? [] : [[k, place] as const];
  });
}

/** The longest run of pairs that rises on both sides (patience sorting). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, place], k) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = k;
  });
  const run: (readonly [number, number])[] = [];
  for (let k = ends.at(-1) ?? -1; k >= 0; k = before[k] ?? -1)
    run.push(pairs[k] as readonly [number, number]);
  return run.reverse();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
