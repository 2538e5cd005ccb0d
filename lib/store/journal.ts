import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Change, recordTo } from './recorded.ts';

/**
 * What was written since the last backup, in `storage.local`: another store than the database. Together they
 * hold every note that was acknowledged.
 *
 * This is no idle caution. Chromium keeps IndexedDB in LevelDB, and goes on writing a log file whose last
 * record was cut off when the browser was killed. When it next opens that file it takes all of it for damaged,
 * and deletes every database of ours (issue 1287 of google/leveldb).
 *
 * Entries are numbered. The head says which there are, and is written together with each.
 */

const HEAD = 'journal';
const keyOf = (number: number) => `journal:${number}`;

const Head = v.object({
  /** The first entry, and the one after the last. */
  from: v.number(),
  to: v.number(),
  /** Letters of the entries, or more. */
  letters: v.number(),
  /** An entry that was too large to be kept; null where there is none. */
  missing: v.nullable(v.number()),
});
type Head = v.InferOutput<typeof Head>;

const Entry = v.array(
  v.tuple([v.picklist(['notes', 'documents', 'terms']), v.string(), v.nullable(v.object({}))]),
);

/** Letters and rows of one entry: a large import is for the next backup, and is not even written out. */
const LARGEST = 1_000_000;
const MOST_ROWS = 5000;
/** A journal with more than that asks for a backup, which empties it. */
const MOST_ENTRIES = 1000;
const MOST_LETTERS = 4_000_000;

/** One after the other: numbers must not be given twice. */
let line: Promise<unknown> = Promise.resolve();
let waiting: Change[] = [];

/** From now on the store's changes are kept here. */
export function keepJournal(): void {
  recordTo(append);
}

/** Keeps what a transaction did. Those that wait while one is being written are written together. */
export function append(changes: readonly Change[]): Promise<void> {
  waiting = waiting.concat(changes);
  return inTurn(write);
}

/** Whether a key of `storage.local` is the journal's, which changes with each note. */
export function isJournalKey(key: string): boolean {
  return key === HEAD || key.startsWith('journal:');
}

/** Where the journal ends now, and whether it is so long, or so incomplete, that a backup should be made. */
export async function journalEnd(): Promise<{ end: number; empty: boolean; full: boolean }> {
  const { from, to, letters, missing } = await head();
  const full = missing !== null || letters > MOST_LETTERS || to - from > MOST_ENTRIES;
  return { end: to, empty: to === from, full };
}

/** Everything that was kept, in the order in which it was written. Entries that can't be read are passed over. */
export async function readJournal(): Promise<Change[]> {
  await line;
  const keys = numbers(await head());
  const stored = keys.length > 0 ? await browser.storage.local.get(keys) : {};
  return keys.flatMap((key) => {
    try {
      // The rows are checked by whoever takes them in.
      const json: unknown = JSON.parse(String(stored[key]));
      return v.safeParse(Entry, json).success ? (json as Change[]) : [];
    } catch {
      return [];
    }
  });
}

/** A backup holds everything up to `end`: that need not be kept here. */
export function dropJournal(end: number): Promise<void> {
  return inTurn(async () => {
    const now = await head();
    await browser.storage.local.remove(numbers({ ...now, to: Math.min(end, now.to) }));
    const missing = now.missing !== null && now.missing >= end ? now.missing : null;
    const letters = end >= now.to ? 0 : now.letters;
    await browser.storage.local.set({ [HEAD]: { ...now, from: Math.min(end, now.to), letters, missing } });
  });
}

/** Empties `storage.local`, with no entry after it of what was written before. */
export function clearLocal(): Promise<void> {
  return inTurn(() => {
    // What could not be written until now neither.
    waiting = [];
    return browser.storage.local.clear();
  });
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = line.then(work);
  line = result.catch(() => undefined);
  return result;
}

async function write(): Promise<void> {
  if (waiting.length === 0) return;
  const taken = waiting;
  waiting = [];
  try {
    const entry = taken.length > MOST_ROWS ? '' : JSON.stringify(taken);
    const fits = entry !== '' && entry.length <= LARGEST;
    const { from, to, letters, missing } = await head();
    const next: Head = {
      ...{ from, to: to + 1 },
      letters: letters + (fits ? entry.length : 0),
      missing: fits ? missing : to,
    };
    await browser.storage.local.set({ [HEAD]: next, ...(fits ? { [keyOf(to)]: entry } : {}) });
  } catch (error) {
    // With the next that is written, and before it.
    waiting = taken.concat(waiting);
    throw error;
  }
}

async function head(): Promise<Head> {
  const stored = v.safeParse(Head, (await browser.storage.local.get(HEAD))[HEAD]);
  return stored.success ? stored.output : { from: 0, to: 0, letters: 0, missing: null };
}

function numbers({ from, to }: Head): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => keyOf(from + index));
}
