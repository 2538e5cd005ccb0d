import { cacheDatabase } from './cache-database.ts';
import { guard } from './guard.ts';

/** Before the names of files that came from a catalogue on a server. */
const PREFIX = 'shards/';

/** Bytes of all of them, unless the reader fetched the whole catalogue. */
const MOST = 50_000_000;
/** Where there are more, the least recently used go until so many are left: not one with each page. */
const LEFT = 40_000_000;

/** Files whose use was noted in this worker's life. */
const noted = new Set<string>();

/** A file that was fetched and checked; undefined where it was not. */
export function shardFile(file: string): Promise<Uint8Array | undefined> {
  const name = PREFIX + file;
  return guard(cacheDatabase, async () => {
    const found = await cacheDatabase.files.get(name);
    if (found && !noted.has(name)) {
      noted.add(name);
      // Nobody waits for it: a use that is not noted is no loss.
      cacheDatabase.shardUses.update(name, { used: Date.now() }).catch(() => undefined);
    }
    return found?.bytes;
  });
}

/** Keeps a file that was fetched and checked. */
export function keepShardFile(file: string, bytes: Uint8Array): Promise<void> {
  const name = PREFIX + file;
  const { files, shardUses } = cacheDatabase;
  noted.add(name);
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', files, shardUses, async () => {
      await files.put({ name, bytes });
      await shardUses.put({ name, size: bytes.length, used: Date.now() });
    }),
  );
}

/**
 * Throws away the files that were not used for longest, where they have become too many.
 *
 * @param most bytes of all together
 * @param left bytes that are left where there are more
 */
export function trimShardFiles(most = MOST, left = LEFT): Promise<void> {
  const { files, shardUses } = cacheDatabase;
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', files, shardUses, async () => {
      const uses = await shardUses.orderBy('used').toArray();
      let sum = uses.reduce((bytes, { size }) => bytes + size, 0);
      if (sum <= most) return;
      const gone: string[] = [];
      for (const { name, size } of uses) {
        if (sum <= left) break;
        gone.push(name);
        sum -= size;
      }
      await files.bulkDelete(gone);
      await shardUses.bulkDelete(gone);
    }),
  );
}

/** Throws away all that was fetched of a catalogue on a server. */
export function dropShardFiles(): Promise<void> {
  const { files, shardUses } = cacheDatabase;
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', files, shardUses, async () => {
      await files.where('name').startsWith(PREFIX).delete();
      await shardUses.clear();
    }),
  );
}
