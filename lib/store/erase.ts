import browser from 'webextension-polyfill';
import { emptyCache } from './cache-database.ts';
import { guard } from './guard.ts';
import { clearLocal } from './journal.ts';
import { notesDatabase } from './notes-database.ts';
import { forgetSentinel } from './sentinel.ts';

/**
 * Deletes for good everything that the reader ever wrote or chose here: notes, bin, history, own terms,
 * backups, drafts, settings, and what was fetched from a server, which tells what was read. Catalogue packs stay:
 * they are nobody's own words.
 *
 * @throws Problem where the store can't be written: nothing was deleted then, or, where only the cache can't be
 *   written, all but that
 */
export async function eraseAll(): Promise<void> {
  // First, or a browser that ends in the middle would take this for a loss, and bring all of it back.
  await forgetSentinel();
  await guard(notesDatabase, () =>
    notesDatabase.transaction('rw', notesDatabase.tables, async () => {
      for (const table of notesDatabase.tables) await table.clear();
    }),
  );
  await clearLocal();
  const session = await browser.storage.session.get(null);
  // What is known of open tabs stays, or their pages could not be read on.
  await browser.storage.session.remove(Object.keys(session).filter((key) => !key.startsWith('tab:')));
  await emptyCache();
}
