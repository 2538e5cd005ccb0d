import type { FileRef } from './layout.ts';
import { shardCount } from './manifest.ts';
import type { Reach } from './reach.ts';

/** How far the whole catalogue has been fetched. */
export interface Progress {
  /** The shard to go on with; the same as `all` where it is done. */
  next: number;
  all: number;
}

/**
 * Fetches all files of a catalogue, so that nothing has to be asked while reading. What is on the shelf is
 * passed over, so that it may be stopped and begun again at any time.
 *
 * @param from the shard to begin with
 * @param enough asked after each shard: whether to stop there
 * @throws CatalogueError where a file can't be had
 */
export async function fetchWhole(reach: Reach, from: number, enough: () => boolean): Promise<Progress> {
  const all = shardCount(await reach.manifest());
  let next = Math.min(from, all);
  while (next < all) {
    const { list, body } = await reach.shard(next);
    await fetchMissing(reach, [list, body]);
    const { groups } = await reach.body(body);
    await fetchMissing(reach, groups);
    next++;
    if (enough()) break;
  }
  return { next, all };
}

async function fetchMissing(reach: Reach, refs: readonly FileRef[]): Promise<void> {
  // Four at a time: a shard has some twenty small files, and a round trip each.
  for (let at = 0; at < refs.length; at += 4)
    await Promise.all(refs.slice(at, at + 4).map((ref) => reach.file(ref)));
}
