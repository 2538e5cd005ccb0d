import { fromJson } from '../../lib/export/json.ts';
import type { FromOursReplies, ImportReport } from '../../lib/messages/lists.ts';
import { changeNotes, type ManyChange, restoreVersion, undoBatch } from '../../lib/store/change-many.ts';
import { importNotes } from '../../lib/store/import-notes.ts';
import { notesById } from '../../lib/store/read-notes.ts';
import { editNote, removeNote, restoreNote } from '../../lib/store/write-notes.ts';
import { tellGlossaryChanged } from './glossary.ts';
import { changed, now } from './page-notes.ts';
import { allowStoring } from './private.ts';
import { tellNotesChanged } from './tell.ts';
import { setOnly, type Written } from './written.ts';

/** What our own pages do with notes. They read the store themselves, but the background alone writes. */

/** Changes what is written in a stored note. */
export async function write({
  id,
  ...written
}: { id: string } & Written): Promise<FromOursReplies['note/write']> {
  const note = await editNote(id, setOnly(written), now());
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

/** Changes many notes at once, all or none. */
export async function changeMany({
  ids,
  change,
}: {
  ids: string[];
  change: ManyChange;
}): Promise<FromOursReplies['notes/change']> {
  const before = await documentsOf(ids);
  const done = await changeNotes(ids, change, now());
  tellAll([...before, ...done.notes.map(({ document }) => document)]);
  return done;
}

/** Takes back a change of many notes, or what an import has overwritten. */
export async function undo({ batch }: { batch: string }): Promise<FromOursReplies['notes/undo']> {
  const notes = await undoBatch(batch, now());
  tellAll(notes.map(({ document }) => document));
  return { notes };
}

/** Brings back an earlier version of a note. */
export async function backToVersion({
  version,
}: {
  version: string;
}): Promise<FromOursReplies['note/version']> {
  const restored = await restoreVersion(version, now());
  changed(restored.note, null);
  return restored;
}

/** Takes in a file of notes, all of it or nothing. @throws Problem saying what is wrong with it */
export async function importFile({ json }: { json: string }): Promise<ImportReport> {
  const file = fromJson(json);
  await allowStoring(false);
  const report = await importNotes(file, now());
  tellAll(file.documents.map(({ key }) => key));
  if (file.terms) await tellGlossaryChanged();
  return report;
}

async function documentsOf(ids: readonly string[]): Promise<string[]> {
  return (await notesById(ids)).map(({ document }) => document);
}

function tellAll(documents: readonly string[]): void {
  tellNotesChanged([...new Set(documents)], null).catch(() => undefined);
}
