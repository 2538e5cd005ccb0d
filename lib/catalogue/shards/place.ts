import { type Key, prefixOf } from './keys.ts';
import { LEAST } from './layout.ts';

/** Documents of one shard: in the order of their slots, with the hash each is found by. */
export interface Shelved {
  documents: number[];
  hashes: number[];
}

/** The keys of all documents of one side, before it is known where shards begin. */
export interface Placing {
  add(key: Key, document: number): void;
  /** Sorts all into shards. `starts` are the prefixes that they begin with. */
  shelve(): { starts: number[]; at: (shard: number) => Shelved };
}

const PREFIXES = 2 ** 16;

/** A million keys take 12 bytes each. */
export function openPlacing(): Placing {
  let places = new Uint32Array(1024);
  let hashes = new Uint32Array(1024);
  let documents = new Uint32Array(1024);
  let length = 0;
  return { add, shelve };

  function add(key: Key, document: number): void {
    if (length === places.length) {
      [places, hashes, documents] = [places, hashes, documents].map((old) => {
        const more = new Uint32Array(old.length * 2);
        more.set(old);
        return more;
      }) as [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>];
    }
    places[length] = key.place;
    hashes[length] = key.hash;
    documents[length++] = document;
  }

  function shelve() {
    // By prefix alone, in the order of adding: counted first, then put in their places.
    const ends = new Uint32Array(PREFIXES + 1);
    for (let k = 0; k < length; k++) bump(ends, prefixOf(places[k] as number) + 1);
    for (let prefix = 0; prefix < PREFIXES; prefix++)
      ends[prefix + 1] = (ends[prefix + 1] as number) + (ends[prefix] as number);
    const starts = startsOf(ends);
    const order = new Uint32Array(length);
    const next = ends.slice();
    for (let k = 0; k < length; k++) order[bump(next, prefixOf(places[k] as number))] = k;

    const at = (shard: number): Shelved => {
      const from = ends[starts[shard] ?? 0] as number;
      const to = ends[starts[shard + 1] ?? PREFIXES] as number;
      const own = [...order.subarray(from, to)];
      own.sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
      return {
        documents: own.map((k) => documents[k] as number),
        hashes: own.map((k) => hashes[k] as number),
      };
    };
    return { starts, at };
  }
}

/** Adds one. @returns what was there */
function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}

/**
 * Cuts where enough documents have come together: titles that many documents share stay in one shard, and
 * shards of equal stretches would differ by half.
 *
 * @param ends how many keys stand before each prefix
 */
function startsOf(ends: Uint32Array): number[] {
  const starts = cutFrom(0, LEAST, ends);
  if (lastOf(starts, ends) >= LEAST) return starts;
  // Too few are left over for one more: the last shards take some more each, and leave none.
  const head = starts.slice(0, Math.max(0, starts.length - TAIL));
  for (let least = LEAST; least < LEAST * 2; least++) {
    const tail = cutFrom(starts[head.length] ?? 0, least, ends);
    if (lastOf(tail, ends) >= LEAST) return [...head, ...tail];
  }
  return [0];
}

/** How many shards share what is left over: hardly any of them grows. */
const TAIL = 30;

function cutFrom(first: number, least: number, ends: Uint32Array): number[] {
  const starts = [first];
  let from = ends[first] as number;
  for (let prefix = first + 1; prefix < PREFIXES; prefix++) {
    if ((ends[prefix] as number) - from < least) continue;
    starts.push(prefix);
    from = ends[prefix] as number;
  }
  return starts;
}

const lastOf = (starts: readonly number[], ends: Uint32Array) =>
  (ends[PREFIXES] as number) - (ends[starts.at(-1) ?? 0] as number);
