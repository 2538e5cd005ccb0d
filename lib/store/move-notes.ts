import type { NotedDocument, NoteLink } from '../notes/types.ts';
import { guard } from './guard.ts';
import { type NotesDatabase, notesDatabase } from './notes-database.ts';
import { merged, write } from './write-notes.ts';

/** Which of some keys are those of documents that have or had notes. */
export function notedAmong(keys: readonly string[], database = notesDatabase): Promise<string[]> {
  return guard(database, async () => {
    const found = await database.documents
      .where('key')
      .anyOf([...keys])
      .primaryKeys();
    return found;
  });
}

/**
 * Moves all notes of some documents, those in the bin too, to the one document that these turned out to be:
 * all of them or, where anything fails, none. Links to its articles go along. Time stamps stay.
 *
 * @param keys the documents' keys
 * @param to what is known of the document now; where and when it was read is taken from what was stored, so
 *   that moving leaves no trace of the page that is open
 * @param isSame whether a stored document may be the one: an address may have carried another one before
 * @returns the keys whose notes were moved
 */
export function moveNotes(
  keys: readonly string[],
  to: NotedDocument,
  isSame: (stored: NotedDocument) => boolean,
  database: NotesDatabase = notesDatabase,
): Promise<string[]> {
  return write(database, async () => {
    const others = keys.filter((key) => key !== to.key);
    const found = (await database.documents.bulkGet(others)).filter((one) => one !== undefined);
    const from = found.filter(isSame);
    if (from.length === 0) return [];
    const gone = from.map(({ key }) => key);
    const moved = database.notes.where('document').anyOf(gone);
    const ids = await moved.primaryKeys();
    await moved.modify({ document: to.key });
    // What an earlier version says is brought back into the document as it is called now.
    await database.history
      .where('note')
      .anyOf(ids)
      .modify(({ was }) => {
        was.document = to.key;
      });
    const leadsThere = (link: NoteLink) => link.kind === 'article' && gone.includes(link.document);
    await database.notes
      .filter(({ links }) => links.some(leadsThere))
      .modify((note) => {
        note.links = note.links.map((link) => (leadsThere(link) ? { ...link, document: to.key } : link));
      });
    const start = await database.documents.get(to.key);
    const stored = from.reduce<NotedDocument | undefined>(
      (so, { addresses, firstRead, lastRead, record }) => {
        return merged(so, { ...to, addresses, firstRead, lastRead, record });
      },
      start,
    );
    if (stored) await database.documents.put(stored);
    await database.documents.bulkDelete(gone);
    return gone;
  });
}
