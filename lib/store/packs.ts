import type { StoredPack } from '../catalogue/pack-facts.ts';
import { Problem } from '../messages/problem.ts';
import { cacheDatabase } from './cache-database.ts';
import { guard } from './guard.ts';

/**
 * The reader's packs. Reading is for everyone, writing for the background alone. Every function throws a
 * Problem where the store can't be used.
 */

/** More than anybody needs: each costs memory in every worker's life. */
export const MOST_PACKS = 20;
/** Bytes of all packs together. */
export const MOST_BYTES = 64_000_000;

/** The packs that were not removed, the first loaded first. May be called in a Dexie `liveQuery`. */
export function listPacks(): Promise<StoredPack[]> {
  return guard(cacheDatabase, async () => {
    const packs = await cacheDatabase.packs.toArray();
    return packs
      .filter((pack) => pack.removed === null)
      .sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1));
  });
}

/** The packs that are switched on, the first loaded first. */
export async function packsOn(): Promise<StoredPack[]> {
  return (await listPacks()).filter((pack) => pack.on);
}

/** Their files, with what is known of each. */
export async function packsInUse(): Promise<{ pack: StoredPack; bytes: Uint8Array }[]> {
  const packs = await packsOn();
  return guard(cacheDatabase, async () => {
    const files = await cacheDatabase.packFiles.bulkGet(packs.map(({ id }) => id));
    return packs.flatMap((pack, k) => {
      const bytes = files[k]?.bytes;
      return bytes ? [{ pack, bytes }] : [];
    });
  });
}

/**
 * Keeps a pack; one that is there already is switched on. What was removed before goes for good now.
 *
 * @throws Problem `packTooMany`, `packNoRoom` where there are as many as we hold; nothing is changed then
 */
export function putPack(pack: StoredPack, bytes: Uint8Array): Promise<StoredPack> {
  return write(async () => {
    const others = await cacheDatabase.packs.toArray();
    const before = others.find(({ id }) => id === pack.id);
    const kept = others.filter(({ id, removed }) => id !== pack.id && removed === null);
    if (kept.length >= MOST_PACKS) throw new Problem('packTooMany', String(MOST_PACKS));
    if (kept.reduce((sum, one) => sum + one.bytes, pack.bytes) > MOST_BYTES)
      throw new Problem('packNoRoom', String(MOST_BYTES / 1_000_000));
    const gone = others.filter(({ id, removed }) => id !== pack.id && removed !== null).map(({ id }) => id);
    await cacheDatabase.packs.bulkDelete(gone);
    await cacheDatabase.packFiles.bulkDelete(gone);
    const stored = { ...pack, added: before?.removed === null ? before.added : pack.added };
    await cacheDatabase.packs.put(stored);
    await cacheDatabase.packFiles.put({ id: pack.id, bytes });
    return stored;
  });
}

/**
 * Changes a pack: switches it on or off, removes it, or brings it back.
 *
 * @throws Problem `packGone` where there is none
 */
export function changePack(
  id: string,
  change: Partial<Pick<StoredPack, 'on' | 'removed'>>,
): Promise<StoredPack> {
  return write(async () => {
    const pack = await cacheDatabase.packs.get(id);
    if (!pack) throw new Problem('packGone');
    const changed = { ...pack, ...change };
    await cacheDatabase.packs.put(changed);
    return changed;
  });
}

function write<T>(work: () => Promise<T>): Promise<T> {
  return guard(cacheDatabase, async () =>
    cacheDatabase.transaction('rw', cacheDatabase.packs, cacheDatabase.packFiles, work),
  );
}
