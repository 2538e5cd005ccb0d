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
  /** 第X条, or the nearest numbered heading; null where the text has neither. */
  article: string | null;
}

/** exact: same text, same place; moved: same quote elsewhere; changed: close; lost: not found. */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'lost';

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
}
