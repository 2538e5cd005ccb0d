import type { NotesFile } from '../export/json.ts';
import type { ImportReport } from '../messages/lists.ts';
import type { Note } from '../notes/types.ts';
import { notesDatabase } from './notes-database.ts';
import { merged, write } from './write-notes.ts';

/**
 * Takes in the notes of a file that was checked: all of it or, where anything fails, nothing.
 *
 * A note that is stored too keeps the version that was written last. Nothing is deleted by an import: a
 * note that is in use stays in use, and one that the file has in use comes back from the bin.
 *
 * @returns how many notes were added, updated and left as they were
 * @throws Problem where the store can't be written
 */
export function importNotes(file: NotesFile, database = notesDatabase): Promise<ImportReport> {
  return write(database, async () => {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
    const known = await database.notes.bulkGet(file.notes.map((note) => note.id));
    const wanted = new Map<string, Note>();
    file.notes.forEach((note, index) => {
      const stored = wanted.get(note.id) ?? known[index];
      const result = stored ? newer(stored, note) : note;
      if (result === stored) report.unchanged++;
      else {
        report[stored ? 'updated' : 'added']++;
        wanted.set(note.id, result);
      }
    });
    await database.notes.bulkPut([...wanted.values()]);
    const used = new Set([...wanted.values()].map((note) => note.document));
    const read = file.documents.filter((document) => used.has(document.key));
    const before = await database.documents.bulkGet(read.map((document) => document.key));
    await database.documents.bulkPut(read.map((document, index) => merged(before[index], document)));
    return report;
  });
}

function newer(stored: Note, incoming: Note): Note {
  const latest = incoming.updated > stored.updated ? incoming : stored;
  const deleted = incoming.deleted === null || stored.deleted === null ? null : latest.deleted;
  return latest.deleted === deleted ? latest : { ...latest, deleted };
}
