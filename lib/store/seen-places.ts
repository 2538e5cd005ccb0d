import type { AnchorState } from '../notes/types.ts';
import { cacheDatabase } from './cache-database.ts';
import { guard } from './guard.ts';
import { notesDatabase } from './notes-database.ts';

/**
 * Where notes were found when their page was last read. It is found anew at each reading, so it is kept with
 * what may be thrown away.
 */

/** How a note was found, and on which day (Asia/Shanghai). */
export interface Seen {
  state: AnchorState;
  day: string;
}

/**
 * Keeps where a document's notes were found, in place of what was known. For the background alone.
 *
 * @param document its key
 * @param day today in Asia/Shanghai, ISO
 * @param found the state of each note by its id
 * @param whole whether these are all its notes; else what is known of the others stays
 * @throws Problem where the store can't be written
 */
export function keepPlaces(
  document: string,
  day: string,
  found: ReadonlyMap<string, AnchorState>,
  whole: boolean,
): Promise<void> {
  const { places } = cacheDatabase;
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', places, async () => {
      const before = whole ? undefined : await places.get(document);
      await places.put({ document, day, places: { ...before?.places, ...Object.fromEntries(found) } });
    }),
  );
}

/**
 * Where notes were found last, by their ids; a note that is not there was not looked at. May be called in a
 * `liveQuery`.
 *
 * @param documents keys of theirs; null for all
 * @throws Problem where the store can't be read
 */
export function placesSeen(documents: readonly string[] | null): Promise<Map<string, Seen>> {
  return guard(cacheDatabase, async () => {
    const { places } = cacheDatabase;
    const rows = documents ? await places.bulkGet([...documents]) : await places.toArray();
    const seen = new Map<string, Seen>();
    for (const row of rows) {
      for (const [id, state] of Object.entries(row?.places ?? {})) {
        const day = row?.day ?? '';
        // A note that has moved from one document to another is known in both.
        if ((seen.get(id)?.day ?? '') <= day) seen.set(id, { state, day });
      }
    }
    return seen;
  });
}

/** Forgets what was found in documents that have no notes any more. @throws Problem */
export async function forgetPlaces(): Promise<void> {
  const { places } = cacheDatabase;
  const keys = await guard(cacheDatabase, () => places.toCollection().primaryKeys());
  const known = await guard(notesDatabase, () =>
    notesDatabase.documents.where('key').anyOf(keys).primaryKeys(),
  );
  const left = new Set<string>(known);
  const unknown = keys.filter((key) => !left.has(key));
  await guard(cacheDatabase, () => places.bulkDelete(unknown));
}
