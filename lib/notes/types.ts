import type { StatusState } from '../catalogue/types.ts';
import type { Metadata } from '../reading/types.ts';

export const COLOURS = ['vermilion', 'amber', 'jade', 'indigo'] as const;
export type Colour = (typeof COLOURS)[number];

/** Where in a document a note belongs, in text offsets of the page it was made on, never a DOM path. */
export interface Anchor {
  /** The selected text as the reader sees it. */
  quote: string;
  /** Text before and after the quote, grown until the three together stand once in the document. */
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  /** 第X条, with 第Y款 and 第Z项 where they can be told, or the nearest numbered heading; null where there is none. */
  article: string | null;
  /** Hash of the sentence in which the quote begins, as `fingerprint` makes it; null where it begins in none, or in one that is repeated. */
  sentence: number | null;
}

/** exact: same text, same place; moved: same quote elsewhere; changed: close; lost: not found. */
export const ANCHOR_STATES = ['exact', 'moved', 'changed', 'lost'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** Something that the reader means to do. */
export interface Task {
  /** By which day, ISO; null where no day was set. */
  due: string | null;
  /** When it was ticked off, an ISO time stamp in UTC; null while it is open. */
  done: string | null;
}

/** What a note points to: another note, or an article of a document (`NotedDocument.key`). */
export type NoteLink = { kind: 'note'; id: string } | { kind: 'article'; document: string; article: string };

/** What the reader wrote. A highlight is a note with an empty `body`. */
export interface Note {
  id: string;
  /** The document it belongs to: `NotedDocument.key`. */
  document: string;
  anchor: Anchor;
  colour: Colour;
  /** Markdown. */
  body: string;
  tags: string[];
  task: Task | null;
  links: NoteLink[];
  /** ISO time stamps, UTC. */
  created: string;
  updated: string;
  /** When it was put in the bin; null for a note in use. */
  deleted: string | null;
}

/** A document that carries notes: what was known of it when it was read. */
export interface NotedDocument extends Metadata {
  /** See `document-key.ts`: `known:ID`, `number:文号/title key`, or `page:ADDRESS`. */
  key: string;
  catalogueId: string | null;
  /** Addresses it was read at, the latest first. */
  addresses: string[];
  /** Day it was first and last read with a note, Asia/Shanghai. */
  firstRead: string;
  lastRead: string;
  /** What was read when the first note was made; null for notes from before such records were kept. */
  record: ReadingRecord | null;
}

/** What a document was when its first note was made, so that later changes of it can be told. */
export interface ReadingRecord {
  /** Asia/Shanghai. */
  day: string;
  address: string;
  title: string | null;
  /** Whether it was in force on that day. */
  state: StatusState;
  /** Hashes of its sentences in text order, as `fingerprint` makes them; of a longer text the first 5,000. */
  hashes: number[];
  /** The reader has taken a later text as read: this record is of that one, not of the first reading. */
  renewed?: boolean | undefined;
}

/** Tags of a note at most: a file with more is not taken in. */
export const MOST_TAGS = 100;

/** Sentences of a reading record at most. */
export const MOST_RECORDED = 5000;

/** An earlier version of a note, kept for 30 days. */
export interface NoteVersion {
  id: string;
  /** The note's id. */
  note: string;
  /** When it was overwritten, an ISO time stamp in UTC. */
  at: string;
  /** By what. */
  why: VersionReason;
  /** What was changed together shares this, and can be taken back together; null for a single change. */
  batch: string | null;
  /** The note as it was. */
  was: Note;
}

/** What overwrote a note: the reader's own writing, a file or backup taken in, a change to many notes, or going back. */
export const VERSION_REASONS = ['edit', 'import', 'bulk', 'restore'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];
