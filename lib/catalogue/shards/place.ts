import { type Key, shardOf } from './keys.ts';
import { LEAST } from './layout.ts';

/** Documents of one shard: in the order of their slots, with the hash each is found by. */
export interface Shelved {
  documents: number[];
  hashes: number[];
}

/** The keys of all documents of one side, before it is known how many shards there are. */
export interface Placing {
  add(key: Key, document: number): void;
  /** Sorts all into shards, as many as leave `LEAST` documents or more in each. */
  shelve(): { count: number; at: (shard: number) => Shelved };
}

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
    const order = Uint32Array.from({ length }, (_, k) => k);
    const rank = (k: number) => (places[k] as number) * 2 ** 21 + (hashes[k] as number) / 2 ** 11;
    order.sort((a, b) => rank(a) - rank(b) || (documents[a] as number) - (documents[b] as number));
    const sorted = Uint32Array.from(order, (k) => places[k] as number);
    const count = mostShards(sorted);
    const starts = startsOf(sorted, count);
    const at = (shard: number): Shelved => {
      const own = [...order.subarray(starts[shard], starts[shard + 1])];
      own.sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
      return {
        documents: own.map((k) => documents[k] as number),
        hashes: own.map((k) => hashes[k] as number),
      };
    };
    return { count, at };
  }
}

/** The largest number of shards of which none holds fewer than `LEAST`. */
function mostShards(sorted: Uint32Array): number {
  for (let count = Math.floor(sorted.length / LEAST); count > 1; count -= Math.ceil(count / 200)) {
    const starts = startsOf(sorted, count);
    let enough = true;
    for (let shard = 0; shard < count && enough; shard++)
      enough = (starts[shard + 1] as number) - (starts[shard] as number) >= LEAST;
    if (enough) return count;
  }
  return 1;
}

/** Where each shard begins among the sorted places, and where the last ends. */
function startsOf(sorted: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let shard = 0; shard < count; shard++) {
    while (at < sorted.length && shardOf({ place: sorted[at] as number }, count) < shard) at++;
    starts[shard] = at;
  }
  starts[count] = sorted.length;
  return starts;
}
