import { cache, cacheDatabase, cached } from './cache-database.ts';
import { guard } from './guard.ts';

/** Before the names of files that came from a catalogue on a server. */
const PREFIX = 'shards/';

/** A file that was fetched and checked; undefined where it was not. */
export function shardFile(name: string): Promise<Uint8Array | undefined> {
  return cached(PREFIX + name);
}

/** Keeps a file that was fetched and checked. */
export function keepShardFile(name: string, bytes: Uint8Array): Promise<void> {
  return cache(PREFIX + name, bytes);
}

/** Throws away all that was fetched of a catalogue on a server. */
export function dropShardFiles(): Promise<void> {
  return guard(
    cacheDatabase,
    async () => void (await cacheDatabase.files.where('name').startsWith(PREFIX).delete()),
  );
}
