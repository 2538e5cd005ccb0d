import type { NotesFile } from '../export/json.ts';
import type { OwnEntry } from '../glossary/types.ts';
import type { ImportReport } from '../messages/lists.ts';
import type { Note } from '../notes/types.ts';
import { keepVersions } from './history.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';
import { merged, write } from './write-notes.ts';

/**
 * Takes in the notes of a file that was checked: all of it or, where anything fails, nothing.
 *
 * A note that is stored too keeps the version that was written last. Nothing is deleted by an import: a
 * note that is in use stays in use, and one that the file has in use comes back from the bin.
 *
 * Versions that are overwritten are kept, under one batch that `undoBatch` takes back.
 *
 * @param now ISO time stamp
 * @returns how many notes were added, updated and left as they were
 * @throws Problem where the store can't be written
 */
export function importNotes(file: NotesFile, now: string, database = notesDatabase): Promise<ImportReport> {
  return write(database, async () => {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0, batch: null };
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
    const overwritten = known.filter((note) => note !== undefined && wanted.has(note.id));
    const old = new Map(overwritten.flatMap((note) => (note ? [[note.id, note]] : [])));
    if (old.size > 0) {
      report.batch = crypto.randomUUID();
      await keepVersions(database, [...old.values()], { why: 'import', at: now, batch: report.batch });
    }
    await database.notes.bulkPut([...wanted.values()]);
    const used = new Set([...wanted.values()].map((note) => note.document));
    const read = file.documents.filter((document) => used.has(document.key));
    const before = await database.documents.bulkGet(read.map((document) => document.key));
    await database.documents.bulkPut(read.map((document, index) => merged(before[index], document)));
    await addTerms(file.terms ?? [], database);
    return report;
  });
}

/** Own terms that are not there yet. One that is, by its term too, stays as it is. */
async function addTerms(terms: readonly OwnEntry[], database: NotesDatabase): Promise<void> {
  if (terms.length === 0) return;
  const there = await database.terms.toArray();
  const taken = new Set(there.flatMap(({ id, key }) => [id, key]));
  for (const term of terms) {
    if (taken.has(term.id) || taken.has(term.key)) continue;
    taken.add(term.id).add(term.key);
    await database.terms.add(term);
  }
}

function newer(stored: Note, incoming: Note): Note {
  const latest = incoming.updated > stored.updated ? incoming : stored;
  const deleted = incoming.deleted === null || stored.deleted === null ? null : latest.deleted;
  return latest.deleted === deleted ? latest : { ...latest, deleted };
}
