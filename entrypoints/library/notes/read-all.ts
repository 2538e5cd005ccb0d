import type { NoteSearch } from '../../../lib/notes/search.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { type DigestAge, dropDigest, readDigest, writeDigest } from '../../../lib/store/digest.ts';
import { eachNotes, notesSince } from '../../../lib/store/read-pages.ts';

/** Notes below which reading them takes no time, and a digest would be of no use. */
export const MANY = 5000;
/** A digest is made anew when so many notes have changed since; a search brings in no more before it is ready. */
const MOST_SINCE = 1000;
/** Days after which it is made anew wherever any note has changed. */
const OLD = 7 * 24 * 60 * 60 * 1000;
/** Notes looked through at once while the reader works. */
const BESIDE = 400;

/** Every note in memory. */
export interface Memory {
  search: NoteSearch;
  /** Where each note stands in its document, by its id. */
  positions: Map<string, number>;
}

interface Watcher {
  /** More notes are in memory. */
  onRead: () => void;
  /** All notes can be searched, as they are now. Told again where that was not quite so. */
  onReady: () => void;
  /** Whether nobody needs this any more. */
  isOver: () => boolean;
}

/** Takes notes into memory. @returns how many of them were others than before */
export function takeIn({ search, positions }: Memory, notes: readonly Note[]): number {
  for (const { id, anchor, deleted } of notes) {
    if (deleted === null) positions.set(id, anchor.start);
    else positions.delete(id);
  }
  return search.put(notes);
}

/**
 * Brings all notes into memory: out of the digest where there is one, with what was written since, so that they can
 * be searched at once. Then the notes themselves are looked through, and what the digest had wrong is put right. In the
 * end there is a new one where it is worth it.
 *
 * @param many from how many notes on there is a digest
 * @throws Problem where the store can't be read
 */
export async function readAll(memory: Memory, watcher: Watcher, many = MANY): Promise<void> {
  const { search, positions } = memory;
  const { onRead, onReady, isOver } = watcher;
  const known = new Set(positions.keys());
  const age = await fromDigest(memory, watcher);
  if (isOver()) return;
  if (age) onReady();
  for (const id of positions.keys()) known.add(id);

  let others = 0;
  const take = (notes: Note[]) => {
    if (isOver()) return;
    for (const { id } of notes) known.delete(id);
    others += takeIn(memory, notes);
    if (!age) onRead();
  };
  await (age ? eachNotes(take, BESIDE, undefined, idle) : eachNotes(take));
  if (isOver()) return;
  others += known.size;
  search.remove([...known]);
  for (const id of known) positions.delete(id);
  if (!age || others > 0) onReady();

  if (search.size < many) {
    if (age) await dropDigest(null).catch(() => undefined);
    return;
  }
  if (age && others === 0 && !isWorn(age)) return;
  const made = new Date().toISOString();
  const entries = search.find('');
  await idle();
  // It is no trouble where it can't be kept.
  await writeDigest(entries, positions, made, isOver).catch(() => undefined);
}

/** Whether so much was written since that it should be made anew. */
function isWorn({ made, since }: Age): boolean {
  return since > MOST_SINCE / 2 || (since > 0 && Date.now() - Date.parse(made) > OLD);
}

interface Age extends DigestAge {
  /** How many notes were written after it was made. */
  since: number;
}

/** Null where there is none to begin with; what was read of it then is put right by reading all. */
async function fromDigest(memory: Memory, { onRead, isOver }: Watcher): Promise<Age | null> {
  try {
    const age = await readDigest((entries) => {
      if (isOver()) return;
      memory.search.putEntries(entries);
      for (const { id, start } of entries) if (!memory.positions.has(id)) memory.positions.set(id, start);
      onRead();
    });
    const since = age && (await notesSince(age.last, MOST_SINCE));
    if (!since || isOver()) return null;
    takeIn(memory, since);
    // The last note of the digest is among them.
    return { ...age, since: since.length - 1 };
  } catch {
    return null;
  }
}

/** Until the page has nothing else to do. */
function idle(): Promise<unknown> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(done, { timeout: 1000 });
    else setTimeout(done);
  });
}
