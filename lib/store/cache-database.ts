import { Dexie, type EntityTable } from 'dexie';
import { guard } from './guard.ts';

/** Something kept to save work or a download. It can be had again, and may be thrown away at any time. */
interface Cached {
  name: string;
  bytes: Uint8Array;
}

type CacheDatabase = Dexie & { files: EntityTable<Cached, 'name'> };

/** Apart from the notes, so that emptying or losing it can never touch them. */
const database = new Dexie('zhupi-cache') as CacheDatabase;
database.version(1).stores({ files: 'name' });

/** What is cached under a name; undefined where nothing is. */
export function cached(name: string): Promise<Uint8Array | undefined> {
  return guard(database, async () => (await database.files.get(name))?.bytes);
}

/** Keeps bytes under a name, in place of what was there. */
export function cache(name: string, bytes: Uint8Array): Promise<void> {
  return guard(database, async () => void (await database.files.put({ name, bytes })));
}

/** Throws everything cached away. */
export function emptyCache(): Promise<void> {
  return guard(database, () => database.files.clear());
}
