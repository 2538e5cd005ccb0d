import { fromJson } from '../../lib/export/json.ts';
import type { FromOursReplies, ImportReport } from '../../lib/messages/lists.ts';
import type { Colour } from '../../lib/notes/types.ts';
import { importNotes } from '../../lib/store/import-notes.ts';
import { editNote, removeNote, restoreNote } from '../../lib/store/write-notes.ts';
import { changed, now } from './page-notes.ts';
import { allowStoring } from './private.ts';
import { tellNotesChanged } from './tell.ts';

/** What our own pages do with notes. They read the store themselves, but the background alone writes. */

/** Changes what is written in a stored note. */
export async function write({
  id,
  body,
  tags,
  colour,
}: {
  id: string;
  body: string;
  tags: string[];
  colour: Colour;
}): Promise<FromOursReplies['note/write']> {
  const note = await editNote(id, { body, tags, colour }, now());
  changed(note, null);
  return { note };
}

/** Puts a note into the bin. */
export async function remove({ id }: { id: string }): Promise<null> {
  changed(await removeNote(id, now()), null);
  return null;
}

/** Takes a note out of the bin. */
export async function restore({ id }: { id: string }): Promise<FromOursReplies['note/restore']> {
  const note = await restoreNote(id, now());
  changed(note, null);
  return { note };
}

/** Takes in a file of notes, all of it or nothing. @throws Problem saying what is wrong with it */
export async function importFile({ json }: { json: string }): Promise<ImportReport> {
  const file = fromJson(json);
  await allowStoring(false);
  const report = await importNotes(file);
  tellNotesChanged(
    file.documents.map(({ key }) => key),
    null,
  ).catch(() => undefined);
  return report;
}
