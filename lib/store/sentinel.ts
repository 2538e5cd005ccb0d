import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { backupsMade } from './backups.ts';
import { guard } from './guard.ts';
import { journalEnd } from './journal.ts';
import { notesDatabase } from './notes-database.ts';
import { storeCounts } from './read-pages.ts';

/**
 * Notices that the browser threw the database away, as it may when the disk is full, when site data is
 * cleared, or when a profile is repaired. What is known of the database stands in `storage.local`, which
 * is another store. A database carries an id: one that was made anew has another.
 */

/** What the notes were when they were last looked at. */
const Sentinel = v.object({
  id: v.string(),
  notes: v.number(),
  /** When a note was last written, ISO; null where there is none. */
  last: v.nullable(v.string()),
});

/** What was lost, as it was counted last. */
const Loss = v.object({
  notes: v.number(),
  last: v.nullable(v.string()),
  noticed: v.string(),
  /** How many notes were brought back from the copies; null where that is yet to be done. */
  back: v.optional(v.nullable(v.number()), null),
});
export type Loss = v.InferOutput<typeof Loss>;

const KEY = 'sentinel';
const LOST = 'store-lost';

/**
 * Compares the database with what is known of it, and remembers how it is now. A loss that is noticed stays
 * noticed until `forgetLoss`.
 *
 * @param now ISO time stamp
 * @throws Problem where the store can't be read; that is no loss, and nothing is concluded then
 */
export async function lookAfterNotes(now: string): Promise<void> {
  const id = await identity();
  const { notes, last } = await storeCounts();
  await navigator.locks.request('zhupi-sentinel', async () => {
    const stored = await browser.storage.local.get([KEY, LOST]);
    const known = v.safeParse(Sentinel, stored[KEY]);
    const lost = v.safeParse(Loss, stored[LOST]);
    const toBeMended = lost.success && lost.output.back === null;
    if (known.success && known.output.id !== id && !toBeMended) {
      const { notes, last } = known.output;
      // A bin, own terms, and a note that was not counted yet are to be brought back too.
      if (notes > 0 || (await hasCopies()))
        await browser.storage.local.set({ [LOST]: { notes, last, noticed: now, back: null } });
    }
    await browser.storage.local.set({ [KEY]: { id, notes, last } });
  });
}

/**
 * Whether it is known already that there are notes in this database. Then a further note need not be
 * counted at once: counting 100,000 takes longer than writing one.
 */
export async function notesAreKnown(): Promise<boolean> {
  const known = await knownStore();
  return known !== null && known.notes > 0 && known.id === (await identity());
}

/** Whether the database is another one than that which is known. @throws Problem where it can't be opened */
export async function notesAreLost(): Promise<boolean> {
  const known = await knownStore();
  return known !== null && known.id !== (await identity());
}

/** The loss that the reader was not told of yet, or null. */
export async function readLoss(): Promise<Loss | null> {
  const stored = await browser.storage.local.get(LOST).catch(() => ({}) as Record<string, unknown>);
  const parsed = v.safeParse(Loss, stored[LOST]);
  return parsed.success ? parsed.output : null;
}

/** As many notes as could be were brought back from the copies. */
export async function lossMended(back: number): Promise<void> {
  const loss = await readLoss();
  if (loss) await browser.storage.local.set({ [LOST]: { ...loss, back } });
}

/** The reader has read of the loss. */
export async function forgetLoss(): Promise<void> {
  await browser.storage.local.remove(LOST);
}

/** What comes now is no loss, and what was lost before is not to be brought back. */
export async function forgetSentinel(): Promise<void> {
  await browser.storage.local.remove([KEY, LOST]);
}

/** What is known of the database; null where nothing is. */
async function knownStore(): Promise<v.InferOutput<typeof Sentinel> | null> {
  const stored = await browser.storage.local.get(KEY);
  const known = v.safeParse(Sentinel, stored[KEY]);
  return known.success ? known.output : null;
}

/** Whether anything is kept beside the database. */
async function hasCopies(): Promise<boolean> {
  return !(await journalEnd()).empty || (await backupsMade()).length > 0;
}

/** The database's id. One whose tables were emptied from outside gets a new one. */
function identity(): Promise<string> {
  return guard(notesDatabase, () =>
    notesDatabase.transaction('rw', notesDatabase.about, async () => {
      const stored = await notesDatabase.about.get('id');
      if (stored) return stored.value;
      const value = crypto.randomUUID();
      await notesDatabase.about.put({ name: 'id', value });
      return value;
    }),
  );
}
