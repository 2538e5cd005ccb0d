import type { FromOursReplies, ImportReport } from '../../lib/messages/lists.ts';
import { dropFromBackups, readBackup } from '../../lib/store/backups.ts';
import { eraseAll } from '../../lib/store/erase.ts';
import { binned, emptyBin } from '../../lib/store/history.ts';
import { importNotes } from '../../lib/store/import-notes.ts';
import { documents } from '../../lib/store/read-notes.ts';
import { fileSaved } from '../../lib/store/saved-file.ts';
import { forgetPlaces } from '../../lib/store/seen-places.ts';
import { forgetLoss } from '../../lib/store/sentinel.ts';
import { bringBack } from './bring-back.ts';
import { tellGlossaryChanged } from './glossary.ts';
import { alone, backUpAll, backUpNow, stopBackingUp, wroteNotes } from './keeping.ts';
import { now } from './page-notes.ts';
import { allowStoring } from './private.ts';
import { remove as removeShards } from './shards-desk.ts';
import { tellNotesChanged } from './tell.ts';

/** What the library's safekeeping asks: backups, the bin, everything deleted. */

/** Makes today's backup now. */
export async function backUp(): Promise<null> {
  await backUpNow();
  return null;
}

/** Takes a backup in, as a file is: what was written later stays, and nothing is overwritten for good. */
export async function restoreBackup({ day }: { day: string }): Promise<ImportReport> {
  await allowStoring(false);
  const file = await readBackup(day);
  const report = await importNotes(file, now());
  // The backup may be older than what is kept: what was lost is lost until all of that is back.
  await mend();
  await forgetLoss();
  tellNotesChanged(
    file.documents.map(({ key }) => key),
    null,
  ).catch(() => undefined);
  if (file.terms) await tellGlossaryChanged();
  return report;
}

/** The reader has read that notes were lost. @throws Problem where they could not be brought back: it is told on */
export async function lossSeen(): Promise<null> {
  await mend();
  await forgetLoss();
  return null;
}

/** Brings back what could not be until now: a loss that is forgotten is never mended. */
async function mend(): Promise<void> {
  await alone(() => bringBack(now()));
}

/** The reader has saved a backup as a file. */
export async function savedFile(): Promise<null> {
  await fileSaved(now());
  return null;
}

/**
 * Deletes for good what is in the bin.
 *
 * @param backups also from the dated backups, and from what was kept since. They come first: where that fails
 *   the bin is as it was, and it can be tried again
 */
export async function emptyTheBin({ backups }: { backups: boolean }): Promise<FromOursReplies['bin/empty']> {
  const gone = await alone(async () => {
    if (!backups) return emptyBin();
    await dropFromBackups(new Set((await binned()).map(({ id }) => id)));
    const gone = await emptyBin();
    // Of a store that is not whole yet no backup is made: it would take the place of a fuller one.
    await bringBack(now());
    await backUpAll();
    return gone;
  });
  await forgetPlaces().catch(() => undefined);
  wroteNotes();
  return { gone };
}

/** Deletes everything of the reader's own for good. @throws Problem where it could not be deleted */
export async function erase(): Promise<null> {
  const keys = (await documents()).map(({ key }) => key);
  await stopBackingUp();
  // Gives back the access to a server too. Where its files can't be deleted, that is said after all else is gone.
  await removeShards().catch(() => undefined);
  await alone(eraseAll);
  tellNotesChanged(keys, null).catch(() => undefined);
  await tellGlossaryChanged();
  return null;
}
