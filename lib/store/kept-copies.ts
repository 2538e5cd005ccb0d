import { fromJson, type NotesFile, toJson } from '../export/json.ts';
import type { OwnEntry } from '../glossary/types.ts';
import type { Note, NotedDocument } from '../notes/types.ts';
import { backupIfReadable, backupsMade } from './backups.ts';
import { readJournal } from './journal.ts';

/**
 * All that is kept beside the database: the backup made last of those that can be read, and what the journal says was
 * written since.
 *
 * @throws where it can't be told what is there
 */
export async function keptCopies(): Promise<NotesFile> {
  const backup = await latestBackup();
  const documents = byKey(backup.documents, ({ key }) => key);
  const notes = byKey(backup.notes, ({ id }) => id);
  const terms = byKey(backup.terms ?? [], ({ id }) => id);
  for (const [table, key, row] of await readJournal()) {
    const rows: Map<string, object> = { notes, documents, terms }[table];
    // A document without notes is left out of any file. One that was forgotten in a store that was not whole may have some.
    if (!row && table === 'documents') continue;
    if (!row) rows.delete(key);
    else if (table !== 'notes' || !isOlder(row, notes.get(key))) rows.set(key, row);
  }
  return readable({
    documents: [...documents.values()],
    notes: [...notes.values()],
    terms: [...terms.values()],
  });
}

/** In a store that is whole no note grows older. One that was made anew may have taken in an older copy since. */
function isOlder(row: object, known: Note | undefined): boolean {
  return known !== undefined && 'updated' in row && String(row.updated) < known.updated;
}

async function latestBackup(): Promise<NotesFile> {
  for (const { day } of await backupsMade()) {
    const file = await backupIfReadable(day);
    if (file) return file;
  }
  return { documents: [], notes: [] };
}

/** As a file that was checked: all of it or, where something in it can't be taken in, the rest. */
function readable(file: NotesFile): NotesFile {
  const all = checked(file);
  if (all) return all;
  const documents = byKey(file.documents, ({ key }) => key);
  const parts = [
    ...file.notes.map((note) => {
      const document = documents.get(note.document) ?? unknown(note);
      return checked({ documents: [document], notes: [note] });
    }),
    ...(file.terms ?? []).map((term) => checked({ documents: [], notes: [], terms: [term] })),
  ].filter((part) => part !== null);
  const found = byKey(
    parts.flatMap((part): NotedDocument[] => part.documents),
    ({ key }) => key,
  );
  return {
    documents: [...found.values()],
    notes: parts.flatMap((part): Note[] => part.notes),
    terms: parts.flatMap((part): OwnEntry[] => part.terms ?? []),
  };
}

/** A note's document of which no more is kept than the note says. The rest is read anew when its page is. */
function unknown({ document, created }: Note): NotedDocument {
  const day = String(created).slice(0, 10);
  return {
    ...{ key: document, catalogueId: null, title: null, noticeTitle: null, docNumber: null, issuers: [] },
    ...{ kind: null, issued: null, published: null, effective: null, expires: null, addresses: [] },
    ...{ firstRead: day, lastRead: day, record: null },
  };
}

function checked(file: NotesFile): NotesFile | null {
  try {
    return fromJson(toJson(file, new Date(0).toISOString()), Number.POSITIVE_INFINITY);
  } catch {
    return null;
  }
}

function byKey<T>(rows: readonly T[], key: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [key(row), row]));
}
