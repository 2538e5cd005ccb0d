import { Dexie } from 'dexie';
import type { Note } from '../notes/types.ts';
import { notesDatabase } from './notes-database.ts';
import { notesById } from './read-notes.ts';

/** What was changed: notes as they are now, also those in the bin, and ids of notes that are gone for good. */
export interface NotesChange {
  notes: Note[];
  gone: string[];
}

/** Ranges of keys, as the library tells them; those of another page come as plain data. */
interface Ranges {
  from?: unknown;
  to?: unknown;
  l?: Ranges | null;
  r?: Ranges | null;
}

/**
 * Tells which notes change, wherever they are written: so that who holds all of them need not read 100,000
 * again for one.
 *
 * @param tell gets what changed; null where everything may have, as after "delete everything"
 * @returns a function that ends it
 */
export function watchNotes(tell: (change: NotesChange | null) => void, database = notesDatabase): () => void {
  const part = `idb://${database.name}/notes/`;
  const listen = (parts: object) => {
    const changed = parts as Record<string, Ranges | undefined>;
    // `all` stands for a database that was replaced as a whole.
    const ranges = changed[part] ?? changed.all;
    if (!ranges) return;
    const ids = singleKeys(ranges);
    if (!ids) tell(null);
    else if (ids.length > 0) fetch(ids).catch(() => tell(null));
  };
  const fetch = async (ids: string[]) => {
    const notes = await notesById(ids, database);
    const there = new Set(notes.map(({ id }) => id));
    tell({ notes, gone: ids.filter((id) => !there.has(id)) });
  };
  Dexie.on('storagemutated', listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}

/** The keys of a tree of ranges; null where one of them is more than a key. */
function singleKeys({ from, to, l, r }: Ranges): string[] | null {
  const own = from === undefined ? [] : typeof from === 'string' && from === to ? [from] : null;
  const left = l ? singleKeys(l) : [];
  const right = r ? singleKeys(r) : [];
  return own && left && right ? [...left, ...own, ...right] : null;
}
