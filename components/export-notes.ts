import { fileName } from '../lib/export/file-name.ts';
import { toJson } from '../lib/export/json.ts';
import { allToMarkdown, documentToMarkdown } from '../lib/export/markdown.ts';
import { t } from '../lib/i18n/t.ts';
import { Problem } from '../lib/messages/problem.ts';
import type { Note, NotedDocument } from '../lib/notes/types.ts';
import { today } from '../lib/settings/today.ts';
import { allNotes, documents, notesById, notesOfAll } from '../lib/store/read-notes.ts';
import type { ExportFormat } from './export-buttons.tsx';
import type { OutFile } from './save-file.ts';

/**
 * Makes the file of some documents' notes, or of all.
 *
 * @param keys of the documents; null for every one
 * @param now the moment of the export
 * @throws Problem where there is nothing to export or the store can't be read
 */
export async function exportNotes(
  keys: readonly string[] | null,
  format: ExportFormat,
  now = new Date(),
): Promise<OutFile> {
  const [known, notes] = await Promise.all([documents(), keys ? notesOfAll(keys) : allNotes()]);
  return fileOf(known, notes, { format, now, named: keys !== null });
}

/**
 * Makes the file of some notes.
 *
 * @param ids of the notes; those in the bin are left out
 * @throws Problem where nothing is left to export or the store can't be read
 */
export async function exportChosen(
  ids: readonly string[],
  format: ExportFormat,
  now = new Date(),
): Promise<OutFile> {
  const [known, notes] = await Promise.all([documents(), notesById(ids)]);
  const inUse = notes.filter(({ deleted }) => deleted === null);
  return fileOf(known, inUse, { format, now, named: true });
}

/** @param named whether the notes of one document only are called by its title */
function fileOf(
  known: readonly NotedDocument[],
  notes: Note[],
  { format, now, named }: { format: ExportFormat; now: Date; named: boolean },
): OutFile {
  const used = new Set(notes.map((note) => note.document));
  const chosen = known.filter(({ key }) => used.has(key));
  const [first] = chosen;
  if (!first) throw new Problem('exportNothing');
  const day = today(now);
  const one = named && chosen.length === 1;
  const title = one ? `${first.title ?? first.docNumber ?? ''} ${day}` : `${t('exportAllName')} ${day}`;
  if (format === 'json') {
    return {
      name: fileName(title, 'json', t('exportAllName')),
      type: 'application/json',
      text: toJson({ documents: chosen, notes }, now.toISOString()),
    };
  }
  return {
    name: fileName(title, 'md', t('exportAllName')),
    type: 'text/markdown',
    text: one ? documentToMarkdown(first, notes, t) : allToMarkdown({ documents: chosen, notes }, day, t),
  };
}
