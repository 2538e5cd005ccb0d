import { fingerprint } from '../catalogue/fingerprint.ts';
import type { Fingerprints } from '../catalogue/types.ts';
import type { Span } from '../reading/types.ts';

type Sentences = Pick<Fingerprints, 'hashes' | 'starts' | 'ends'>;

/**
 * The hash of the sentence in which an offset lies, where that sentence stands only once in its document: by
 * it the place is known for sure, whatever is put in, taken out or put elsewhere around it.
 *
 * @returns null where the offset lies in no sentence, or in one that is repeated
 */
export function onlySentence(text: string, at: number, within: Span): number | null {
  const sentences: Sentences = fingerprint(text);
  const index = sentences.starts.findIndex((start, k) => start <= at && at < (sentences.ends[k] as number));
  const hash = sentences.hashes[index];
  return hash !== undefined && sentenceFinder(sentences)(hash, within) ? hash : null;
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
  const indexes = new Map<number, number[]>();
  hashes.forEach((hash, k) => {
    const same = indexes.get(hash);
    if (same) same.push(k);
    else indexes.set(hash, [k]);
  });
  return (hash, within) => {
    const spans = (indexes.get(hash) ?? [])
      .map((k) => ({ start: starts[k] as number, end: ends[k] as number }))
      .filter(({ start, end }) => start >= within.start && end <= within.end);
    const [first, second] = spans;
    return first && !second ? first : null;
  };
}
