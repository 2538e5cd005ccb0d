import { cacheDatabase, cached } from './cache-database.ts';
import { guard } from './guard.ts';

/** Before the names of catalogues that were made one of several. */
const PREFIX = 'frozen/';

/** The catalogue that was made under a name; undefined where it was not. @throws Problem */
export function frozenCatalogue(name: string): Promise<Uint8Array | undefined> {
  return cached(PREFIX + name);
}

/** Keeps a catalogue, in place of all that were made before. @throws Problem */
export function keepFrozen(name: string, bytes: Uint8Array): Promise<void> {
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', cacheDatabase.files, async () => {
      await cacheDatabase.files.where('name').startsWith(PREFIX).delete();
      await cacheDatabase.files.put({ name: PREFIX + name, bytes });
    }),
  );
}
