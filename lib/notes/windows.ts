import type { Span } from '../reading/types.ts';
import { type Place, type Surrounded, WIDTH } from './context.ts';
import { GRAM, type Grams } from './grams.ts';

/** Pieces of a needle that are looked for. */
const PIECES = 96;

/** A piece that stands more often than this says nothing of the place. */
const COMMON = 128;

/** Places of pieces looked at, those of the rarest pieces first: a long page that repeats itself has no end of them. */
const LOOKED_AT = 256;

/** Windows kept. */
const KEPT = 8;

/** Of windows with fewer votes than this share of the most, nothing is expected. */
const SHARE = 1 / 3;

/** Offsets of a needle's pieces that stand in a text, the rarest first. */
function rarePieces(grams: Grams, needle: string): number[] {
  const step = Math.max(GRAM, Math.floor(needle.length / PIECES));
  const pieces: { offset: number; count: number }[] = [];
  for (let offset = 0; offset + GRAM <= needle.length; offset += step) {
    const count = grams.count(needle, offset);
    if (count > 0 && count <= COMMON) pieces.push({ offset, count });
  }
  pieces.sort((a, b) => a.count - b.count);
  const offsets: number[] = [];
  let places = 0;
  for (const { offset, count } of pieces) {
    places += count;
    if (places > LOOKED_AT) break;
    offsets.push(offset);
  }
  return offsets;
}

/** Votes of each bucket, all 0 between two searches: making the list anew took longer than to vote. */
let votes = new Uint8Array(0);

/**
 * Where a quote could stand, the likeliest first. Each piece of it, and of its context, that is found votes for
 * the start of the quote that it speaks for.
 *
 * @param sought the folded quote, with the context that shall vote too
 * @param slack characters that may have been put in or taken out
 */
export function windows({ grams, start, end }: Place, sought: Surrounded, slack: number): Span[] {
  const front = sought.prefix.slice(-WIDTH);
  const needle = front + sought.quote + sought.suffix.slice(0, WIDTH);
  const lead = front.length;
  const { length } = sought.quote;
  const width = Math.max(16, Math.floor(length / 2));
  const origin = start - needle.length;
  const buckets = Math.ceil((end - origin + lead) / width) + 1;
  if (votes.length < buckets) votes = new Uint8Array(buckets);
  const voted: number[] = [];
  let top = 0;
  for (const offset of rarePieces(grams, needle)) {
    let last = -1;
    for (const at of grams.at(needle, offset)) {
      if (at < start || at + GRAM > end) continue;
      const bucket = Math.floor((at - offset + lead - origin) / width);
      if (bucket === last) continue;
      last = bucket;
      const count = (votes[bucket] as number) + 1;
      votes[bucket] = count;
      if (count === 1) voted.push(bucket);
      if (count > top) top = count;
    }
  }
  const of = (bucket: number) => votes[bucket] as number;
  const found = voted
    .filter((bucket) => of(bucket) >= top * SHARE)
    .sort((a, b) => of(b) - of(a) || a - b)
    .slice(0, KEPT)
    .map((bucket) => ({
      start: Math.max(start, origin + bucket * width - slack),
      end: Math.min(end, origin + (bucket + 1) * width + length + slack),
    }));
  for (const bucket of voted) votes[bucket] = 0;
  return found;
}
