import { fingerprint } from '../catalogue/fingerprint.ts';
import type { Fingerprints } from '../catalogue/types.ts';
import type { Span } from '../reading/types.ts';

type Sentences = Pick<Fingerprints, 'hashes' | 'starts' | 'ends'>;

/**
 * The sentence in which an offset lies, where that stands only once in its document: by it the place is known,
 * whatever is put in, taken out or put elsewhere around it.
 *
 * @param text in simplified characters
 * @returns its hash and its place; null where the offset lies in no sentence, or in one that is repeated
 */
export function onlySentence(text: string, at: number, within: Span): { hash: number; span: Span } | null {
  const sentences: Sentences = fingerprint(text);
  const index = sentences.starts.findIndex((start, k) => start <= at && at < (sentences.ends[k] as number));
  const hash = sentences.hashes[index];
  const span = hash === undefined ? null : sentenceFinder(sentences)(hash, within);
  return hash === undefined || !span ? null : { hash, span };
}

/**
 * @returns a function from a sentence's hash to its place; null where it stands in that part of the text never
 *   or more than once
 */
export function sentenceFinder({
  hashes,
  starts,
  ends,
}: Sentences): (hash: number, within: Span) => Span | null {
  const last = new Map<number, number>();
  /** For each sentence the one before it that is the same; -1 where there is none. */
  const before = hashes.map((hash, k) => {
    const same = last.get(hash) ?? -1;
    last.set(hash, k);
    return same;
  });
  return (hash, within) => {
    let found: Span | null = null;
    for (let k = last.get(hash) ?? -1; k >= 0; k = before[k] as number) {
      const span = { start: starts[k] as number, end: ends[k] as number };
      if (span.start < within.start || span.end > within.end) continue;
      if (found) return null;
      found = span;
    }
    return found;
  };
}
