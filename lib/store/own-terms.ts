import type { OwnChange } from '../glossary/own.ts';
import type { OwnEntry } from '../glossary/types.ts';
import { guard } from './guard.ts';
import { notesDatabase } from './notes-database.ts';
import { recorded } from './recorded.ts';

/** The reader's own glossary: written by the background alone, read by our pages too. */

/** All own entries, hidden ones among them. May be called in a `liveQuery`. @throws Problem */
export function ownTerms(database = notesDatabase): Promise<OwnEntry[]> {
  return guard(database, () => database.terms.toArray());
}

/**
 * Puts and removes own entries, all or none. A term has one entry: one that is put takes the place of
 * another with the same key.
 *
 * @returns the change that undoes this one
 * @throws Problem where the store can't be written; nothing was changed then
 */
export function changeOwnTerms(change: OwnChange, database = notesDatabase): Promise<OwnChange> {
  // Of several entries for one term the last counts.
  const put = [...new Map(change.put.map((entry) => [entry.key, entry])).values()];
  const ids = [...put.map(({ id }) => id), ...change.remove];
  return recorded(database, [database.terms], async () => {
    const before = new Map<string, OwnEntry>();
    for (const entry of await database.terms.bulkGet(ids)) if (entry) before.set(entry.id, entry);
    const namesakes = await database.terms
      .where('key')
      .anyOf(put.map(({ key }) => key))
      .toArray();
    for (const entry of namesakes) before.set(entry.id, entry);
    await database.terms.bulkDelete([...before.keys()]);
    await database.terms.bulkPut(put);
    const added = put.filter(({ id }) => !before.has(id)).map(({ id }) => id);
    return { put: [...before.values()], remove: added };
  });
}
