import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** The one key of `storage.local` that the catalogue on a server lives under. */
const KEY = 'shards';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(4096));
const Share = v.object({ least: count, median: count });

const Stored = v.object({
  /** Ends with a slash. */
  address: v.pipe(words, v.url()),
  /** Its maker's public key, in hexadecimal, pinned when the reader took it. */
  key: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  fingerprint: words,
  name: words,
  maker: words,
  asOf: words,
  documents: count,
  fits: v.object({ shard: Share, group: Share }),
  bytes: count,
  /** When the manifest was last asked for, as milliseconds. */
  checked: v.number(),
  /** Pages are matched with it. */
  on: v.boolean(),
  /** Texts are compared too, which tells the server more. */
  text: v.boolean(),
  /** The reader wants all of it here: what was fetched is kept, however much it is. */
  all: v.optional(v.boolean(), false),
  /** All of it was fetched: nothing is asked any more. */
  whole: v.boolean(),
  /** What went wrong last; null where all is well. */
  problem: v.nullable(v.object({ key: words, args: v.array(words) })),
});

/** A catalogue on a web server that the reader chose to ask. */
export type ShardSource = v.InferOutput<typeof Stored>;

/** The catalogue on a server that the reader chose; null where none, which is so until they choose one. */
export async function readShardSource(): Promise<ShardSource | null> {
  return parsed((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Changes what is stored, one change at a time across the background and all our pages.
 *
 * @param change gets what is stored now and returns what shall be; null removes it
 */
export function changeShardSource(
  change: (source: ShardSource | null) => ShardSource | null,
): Promise<ShardSource | null> {
  return navigator.locks.request('zhupi-shards', async () => {
    const next = change(await readShardSource());
    if (next) await browser.storage.local.set({ [KEY]: next });
    else await browser.storage.local.remove(KEY);
    return next;
  });
}

/** Calls back with what is stored each time it changes. @returns a function that ends it */
export function watchShardSource(tell: (source: ShardSource | null) => void): () => void {
  const listen = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) tell(parsed(change.newValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

function parsed(stored: unknown): ShardSource | null {
  const source = v.safeParse(Stored, stored);
  return source.success ? source.output : null;
}
