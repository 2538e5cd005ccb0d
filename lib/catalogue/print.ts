import { titlesOf } from './compile.ts';
import type { Entry } from './facts.ts';
import { fingerprint, GRAM } from './fingerprint.ts';
import { GRAMS_KEPT, type Print } from './format.ts';
import { lettersOf } from './keys.ts';
import type { Fingerprints } from './types.ts';

/** A document's text and what to know of it when it is fingerprinted. */
export interface Source {
  entry: Entry;
  text: string;
  /**
   * Lines (with anything on them) at the text's head and tail that are the site's, not the document's. They
   * are kept as sentences that may be absent.
   */
  siteLines: { head: number; tail: number };
}

/**
 * Fingerprints documents that belong to one catalogue: which grams tell a document from the others
 * depends on the others.
 */
export function makePrints(sources: readonly Source[]): Print[] {
  const prints = sources.map(({ text }) => fingerprint(text));
  const common = commonGrams(prints);
  const titles = new Set<number>();
  for (const { entry } of sources) for (const gram of titleGrams(entry)) titles.add(gram);
  return sources.map((source, i) => {
    const print = prints[i] as Fingerprints;
    const span = ownSpan(source);
    const absent = (k: number) => mayBeAbsent(print, k, span, source.text);
    return {
      grams: chooseGrams(print, span, (gram) => common.has(gram) || titles.has(gram)),
      hashes: Uint32Array.from(print.hashes),
      nears: Uint16Array.from(print.nears, (near, k) => (absent(k) ? near | 1 : near)),
    };
  });
}

/** Grams that stand in more than one of the texts. */
function commonGrams(prints: readonly Fingerprints[]): Set<number> {
  const seen = new Set<number>();
  const common = new Set<number>();
  for (const { grams } of prints) {
    for (const gram of new Set(grams)) {
      if (seen.has(gram)) common.add(gram);
      seen.add(gram);
    }
  }
  return common;
}

/** Titles are cited everywhere: their grams say nothing of whose text it is. */
function titleGrams(entry: Entry): number[] {
  return titlesOf(entry).flatMap((title) => fingerprint(lettersOf(title)).grams);
}

/** The offsets between which the document's own text stands. */
function ownSpan({ text, siteLines }: Source): { start: number; end: number } {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)];
  const first = lines[siteLines.head];
  const last = lines[lines.length - 1 - siteLines.tail];
  return { start: first?.index ?? 0, end: last ? last.index + last[0].length : text.length };
}

/**
 * The site's own lines; the first sentence, which runs together with whatever stands before the document;
 * and the last one where nothing ends it.
 */
function mayBeAbsent(
  print: Fingerprints,
  k: number,
  own: { start: number; end: number },
  text: string,
): boolean {
  const start = print.starts[k] as number;
  const end = print.ends[k] as number;
  if (k === 0 || start < own.start || start >= own.end) return true;
  return (
    end > own.end ||
    (k === print.hashes.length - 1 && !/[。；！？.;!?:：)）]\s*$/.test(text.slice(start, end)))
  );
}

/**
 * One gram from each fourteenth of the text, so that halves keep half of them, the middle one of those that
 * tell the document from others; further ones where a fourteenth has none.
 */
function chooseGrams(
  print: Fingerprints,
  own: { start: number; end: number },
  useless: (gram: number) => boolean,
): Uint32Array {
  const places = print.gramsAt
    .map((at, k) => ({ at, gram: print.grams[k] as number }))
    .filter(({ at, gram }) => at >= own.start + GRAM && at < own.end && !useless(gram));
  const taken = new Map<number, number>();
  const length = own.end - own.start;
  for (let slot = 0; slot < GRAMS_KEPT; slot++) {
    const middle = own.start + (length * (slot + 0.5)) / GRAMS_KEPT;
    const reach = length / GRAMS_KEPT / 2;
    take(
      places.filter(({ at }) => Math.abs(at - middle) <= reach),
      middle,
    );
  }
  while (taken.size < GRAMS_KEPT) {
    // The widest stretch without a gram gets one more.
    const ats = [own.start, ...[...taken.values()].sort((a, b) => a - b), own.end];
    const gaps = ats.slice(1).map((at, k) => ({ from: ats[k] as number, to: at }));
    gaps.sort((a, b) => b.to - b.from - (a.to - a.from));
    if (
      !gaps.some(({ from, to }) =>
        take(
          places.filter(({ at }) => at > from && at < to),
          (from + to) / 2,
        ),
      )
    )
      break;
  }
  const ordered = [...taken].sort((a, b) => a[1] - b[1]).map(([gram]) => gram);
  return Uint32Array.from({ length: GRAMS_KEPT }, (_, k) => ordered[k] ?? 0);

  function take(from: typeof places, middle: number): boolean {
    const free = from.filter(({ gram }) => !taken.has(gram));
    free.sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle));
    const [best] = free;
    if (best) taken.set(best.gram, best.at);
    return best !== undefined;
  }
}
