import * as v from 'valibot';
import { OwnEntrySchema } from '../glossary/own.ts';
import type { OwnEntry } from '../glossary/types.ts';
import { Problem } from '../messages/problem.ts';
import * as s from '../messages/shapes.ts';
import type { Note, NotedDocument } from '../notes/types.ts';

/** Name and version of the file format. A reader of a later version must still read the earlier ones. */
const FORMAT = 'zhupi-notes';
const VERSION = 2;

/** Characters of a file that is taken in at most: a message in Chrome holds 64 MB. */
export const LARGEST_FILE = 25_000_000;

/** As `Date` writes it, so that two can be compared as strings: in years of four digits, also after later edits. */
const Moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT/),
  v.check((moment) => !Number.isNaN(Date.parse(moment))),
  v.transform((moment) => new Date(moment).toISOString()),
  v.regex(/^(?!9999-12-31)\d{4}-/),
);
const Day = s.IsoDay;

const StoredNote = v.object({
  id: s.NoteId,
  document: s.DocumentKey,
  anchor: s.Anchor,
  colour: s.Colour,
  body: s.Body,
  tags: s.Tags,
  // Version 1 had neither tasks nor links, nor a document's record.
  task: v.optional(v.nullable(s.Task), null),
  links: v.optional(s.Links, []),
  created: Moment,
  updated: Moment,
  deleted: v.nullable(Moment),
});

const StoredDocument = v.object({
  key: s.DocumentKey,
  catalogueId: v.nullable(v.pipe(v.string(), v.maxLength(400))),
  ...s.Metadata.entries,
  issuers: s.KnownIssuers,
  addresses: v.pipe(v.array(s.Address), v.maxLength(100)),
  firstRead: Day,
  lastRead: Day,
  record: v.optional(v.nullable(s.ReadingRecord), null),
});

const File = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(VERSION)),
  exported: Moment,
  documents: v.array(StoredDocument),
  notes: v.array(StoredNote),
  /** The reader's own glossary: in backups only. */
  terms: v.optional(v.array(OwnEntrySchema), []),
});

/** Notes and the documents they belong to, as they stand in a file. */
export interface NotesFile {
  documents: NotedDocument[];
  notes: Note[];
  /** The reader's own glossary, where the file holds it. */
  terms?: OwnEntry[];
}

/**
 * Writes notes as JSON that `fromJson` reads again without loss.
 *
 * @param exported the moment, ISO
 * @returns the file's text; documents without a note in it are left out
 */
export function toJson({ documents, notes, terms = [] }: NotesFile, exported: string): string {
  const used = new Set(notes.map((note) => note.document));
  const file: v.InferInput<typeof File> = {
    format: FORMAT,
    version: VERSION,
    exported,
    documents: documents.filter((document) => used.has(document.key)),
    notes,
    ...(terms.length > 0 ? { terms } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a file that `toJson` wrote. The file may come from anywhere.
 *
 * @param largest characters taken in at most
 * @throws Problem for one that is too large, no JSON, not ours, of a newer version, or damaged
 */
export function fromJson(text: string, largest = LARGEST_FILE): NotesFile {
  if (text.length > largest) throw new Problem('importTooBig', String(largest / 1_000_000));
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Problem('importNoJson');
  }
  const head = v.safeParse(
    v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer()) }),
    data,
  );
  if (!head.success) throw new Problem('importForeign');
  if (head.output.version > VERSION) throw new Problem('importNewer');
  const file = v.safeParse(File, data, { abortEarly: true });
  if (!file.success) throw new Problem('importDamaged', v.getDotPath(file.issues[0]) ?? '');
  const { documents, notes, terms } = file.output;
  const keys = new Set(documents.map((document) => document.key));
  const orphan = notes.findIndex((note) => !keys.has(note.document));
  if (orphan >= 0) throw new Problem('importDamaged', `notes.${orphan}.document`);
  return { documents, notes, ...(terms.length > 0 ? { terms } : {}) };
}
