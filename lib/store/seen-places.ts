import type { AnchorState } from '../notes/types.ts';
import { cacheDatabase } from './cache-database.ts';
import { guard } from './guard.ts';
import { notesDatabase } from './notes-database.ts';

/**
 * Where notes were found when their page was last read. It is found anew at each reading, so it is kept with
 * what may be thrown away: one file for each document.
 */

/** How a note was found, and on which day (Asia/Shanghai). */
export interface Seen {
  state: AnchorState;
  day: string;
}

interface Stored {
  day: string;
  places: Record<string, AnchorState>;
}

const PREFIX = 'places:';

/**
 * Keeps where a document's notes were found, in place of what was known. For the background alone.
 *
 * @param document its key
 * @param day today in Asia/Shanghai, ISO
 * @param places the state of each note by its id
 * @param whole whether these are all its notes; else what is known of the others stays
 * @throws Problem where the store can't be written
 */
export function keepPlaces(
  document: string,
  day: string,
  places: ReadonlyMap<string, AnchorState>,
  whole: boolean,
): Promise<void> {
  const { files } = cacheDatabase;
  return guard(cacheDatabase, () =>
    cacheDatabase.transaction('rw', files, async () => {
      const before = whole ? null : opened((await files.get(PREFIX + document))?.bytes);
      const row: Stored = { day, places: { ...before?.places, ...Object.fromEntries(places) } };
      await files.put({ name: PREFIX + document, bytes: new TextEncoder().encode(JSON.stringify(row)) });
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
    const { files } = cacheDatabase;
    const rows = documents
      ? await files.bulkGet(documents.map((key) => PREFIX + key))
      : await files.where('name').startsWith(PREFIX).toArray();
    const seen = new Map<string, Seen>();
    for (const row of rows) {
      const { day, places } = opened(row?.bytes) ?? { day: '', places: {} };
      for (const [id, state] of Object.entries(places)) {
        // A note that has moved from one document to another is in both files.
        if ((seen.get(id)?.day ?? '') <= day) seen.set(id, { state, day });
      }
    }
    return seen;
  });
}

/** Forgets what was found in documents that have no notes any more. @throws Problem */
export async function forgetPlaces(): Promise<void> {
  const names = await guard(cacheDatabase, () =>
    cacheDatabase.files.where('name').startsWith(PREFIX).primaryKeys(),
  );
  const keys = names.map((name) => name.slice(PREFIX.length));
  const known = await guard(notesDatabase, () => notesDatabase.documents.bulkGet(keys));
  const unknown = names.filter((_, index) => known[index] === undefined);
  await guard(cacheDatabase, () => cacheDatabase.files.bulkDelete(unknown));
}

function opened(bytes: Uint8Array | undefined): Stored | null {
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Stored) : null;
}
