import { Problem } from '../messages/problem.ts';
import type { ReadingRecord } from '../notes/types.ts';
import { notesDatabase } from './notes-database.ts';
import { write } from './write-notes.ts';

/**
 * Puts another reading record into a document's place of the old one, with which later texts are compared from
 * now on. For the background alone.
 *
 * @param key the document's
 * @returns the record before, for taking this back
 * @throws Problem `problemDocumentGone` where the document is not stored
 */
export function putRecord(
  key: string,
  record: ReadingRecord | null,
  database = notesDatabase,
): Promise<ReadingRecord | null> {
  return write(database, async () => {
    const document = await database.documents.get(key);
    if (!document) throw new Problem('problemDocumentGone');
    await database.documents.put({ ...document, record });
    return document.record;
  });
}
