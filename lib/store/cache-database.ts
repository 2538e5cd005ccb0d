import { Dexie, type EntityTable } from 'dexie';
import type { StoredPack } from '../catalogue/pack-facts.ts';
import type { AnchorState } from '../notes/types.ts';
import { guard } from './guard.ts';

/** Something kept to save work or a download. It can be had again, and may be thrown away at any time. */
interface Cached {
  name: string;
  bytes: Uint8Array;
}

type CacheDatabase = Dexie & {
  files: EntityTable<Cached, 'name'>;
  packs: EntityTable<StoredPack, 'id'>;
  /** Their bytes, apart, so that packs can be listed without them. */
  packFiles: EntityTable<{ id: string; bytes: Uint8Array }, 'id'>;
  /** See `digest.ts`. */
  digest: EntityTable<DigestPart, 'name'>;
  /** See `seen-places.ts`. */
  places: EntityTable<SeenPlaces, 'document'>;
  /** Of the files that came from a server: their sizes in bytes, and when each was last used, in milliseconds. */
  shardUses: EntityTable<{ name: string; size: number; used: number }, 'name'>;
};

/** A piece of what is searched of all notes: their texts, one a line, and the rest of each as JSON. */
export interface DigestPart {
  name: string;
  texts: string;
  rest: string;
}

/** Where a document's notes were found when it was last read. */
export interface SeenPlaces {
  document: string;
  /** Asia/Shanghai. */
  day: string;
  /** The state of each note by its id. */
  places: Record<string, AnchorState>;
}

/** Apart from the notes, so that emptying or losing it can never touch them. */
export const cacheDatabase = new Dexie('zhupi-cache') as CacheDatabase;
cacheDatabase.version(1).stores({ files: 'name' });
cacheDatabase.version(2).stores({ packs: 'id', packFiles: 'id' });
cacheDatabase.version(3).stores({ digest: 'name' });
cacheDatabase.version(4).stores({ places: 'document' });
cacheDatabase.version(5).stores({ shardUses: 'name, used' });

/** What is cached under a name; undefined where nothing is. */
export function cached(name: string): Promise<Uint8Array | undefined> {
  return guard(cacheDatabase, async () => (await cacheDatabase.files.get(name))?.bytes);
}

/** Keeps bytes under a name, in place of what was there. */
export function cache(name: string, bytes: Uint8Array): Promise<void> {
  return guard(cacheDatabase, async () => void (await cacheDatabase.files.put({ name, bytes })));
}

/** Throws away what was downloaded or worked out. Packs stay: they can't be had again without their file. */
export function emptyCache(): Promise<void> {
  const { files, digest, places, shardUses } = cacheDatabase;
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', files, digest, places, shardUses, async () => {
      await files.clear();
      await digest.clear();
      await places.clear();
      await shardUses.clear();
    }),
  );
}
