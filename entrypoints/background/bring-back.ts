import { importNotes } from '../../lib/store/import-notes.ts';
import { keptCopies } from '../../lib/store/kept-copies.ts';
import { forgetLoss, lossMended, readLoss } from '../../lib/store/sentinel.ts';
import { tellGlossaryChanged } from './glossary.ts';
import { tellNotesChanged } from './tell.ts';

/**
 * Where the browser has thrown the notes away, brings them back at once from the latest backup and the journal.
 * Ended in the middle, it is done again from the start: what is there already stays.
 *
 * @param now ISO time stamp
 * @throws Problem where the store can't be written
 */
export async function bringBack(now: string): Promise<'nothing lost' | 'brought back' | 'no copies'> {
  const loss = await readLoss();
  if (loss === null || loss.back !== null) return 'nothing lost';
  const file = await keptCopies();
  await importNotes(file, now);
  // Of a store in which no note was in use the reader misses nothing now.
  if (loss.notes > 0) await lossMended(file.notes.length);
  else await forgetLoss();
  if (file.notes.length + (file.terms ?? []).length === 0) return 'no copies';
  tellNotesChanged(
    file.documents.map(({ key }) => key),
    null,
  ).catch(() => undefined);
  if (file.terms) await tellGlossaryChanged();
  return 'brought back';
}
