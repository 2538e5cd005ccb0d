import type { Span } from '../reading/types.ts';

/** What sort of thing a term is. The order is the one in which the library page offers them. */
export const KINDS = [
  'platform',
  'mechanism',
  'programme',
  'place',
  'body',
  'right',
  'document-type',
  'sector',
  'slogan',
  'concept',
] as const;
export type EntryKind = (typeof KINDS)[number];

/** Where an entry's facts come from: a known document and its article or section, or a law and its article. */
export type Source = { doc: string; at: string } | { law: string; article: string };

/** A term as a person explains it. Every sentence is ours. */
export interface Entry {
  term: string;
  /**
   * Other names and spellings. Quotation marks, widths and 、 need none: the matcher sees through them. But a
   * name that is written in quotation marks as a whole (“两防”) counts only where the text quotes it too.
   */
  aliases: string[];
  kind: EntryKind;
  /** What it means, in Chinese. */
  zh: string;
  /** Its English name, and whether that is the official one. */
  en: string;
  enOfficial: boolean;
  /** What it means, in one or two English sentences. */
  enText: string;
  /** Since when: a year, a month or a day, ISO. */
  since: string | null;
  /** Where it holds; null for the whole country, or where that says nothing. */
  where: string | null;
  sources: Source[];
  /** Other terms of the glossary. */
  related: string[];
  /**
   * Explained where it is looked up, but never marked in a text: names of sorts of documents and of bodies
   * that stand in every paragraph (通知, 国务院), whose marks would bury the others.
   */
  quiet?: boolean | undefined;
}

/** An entry that the reader wrote, or a bundled one as the reader wants it. */
export interface OwnEntry {
  /** UUID. */
  id: string;
  /** The key of the term: an own entry stands in the place of the bundled one with the same key. */
  key: string;
  /** The term is not to be marked or shown at all; the rest says nothing then. */
  hidden: boolean;
  term: string;
  aliases: string[];
  kind: EntryKind;
  /** Either language may be empty, not both. */
  zh: string;
  en: string;
  enText: string;
  where: string | null;
  /** ISO time stamps. */
  created: string;
  updated: string;
}

/** A place of a known document where a term stands. */
export interface Mention {
  doc: string;
  /** Its article or section; empty where it stands before the first. */
  at: string;
}

/** What one known document understands by a word that others use differently; in our own words. */
export interface Meaning {
  doc: string;
  at: string;
  zh: string;
  en: string;
}

/** An entry of the loaded glossary, bundled or own. */
export interface Known extends Omit<Entry, 'enOfficial' | 'quiet'> {
  /** The term for a bundled entry, `own:UUID` for one of the reader's. */
  id: string;
  own: boolean;
  /** See `Entry.quiet`; the reader's own entries never are. */
  quiet: boolean;
  /** Null where there is no saying: the reader's own entries. */
  enOfficial: boolean | null;
  /** How common it is, by `commonness`. */
  common: number;
  mentions: Mention[];
  elsewhere: Meaning[];
}

/** A word that a text is searched for, as the matcher sees it, with what stands behind it. */
export interface Form {
  key: string;
  /** Place of its entry in `Glossary.entries`. */
  entry: number;
  /** It counts only where the text has it in quotation marks. */
  quoted: boolean;
}

/** A place where a form stands. */
export interface Hit extends Span {
  /** Place of the form in the table that was searched for. */
  form: number;
  /** It is part of the title of a document, between 《 and 》. */
  inTitle: boolean;
}

/** A term of the glossary that stands on a page. */
export interface Found extends Span {
  /** The entry's id and term. */
  id: string;
  term: string;
  /** How common it is, by `commonness`: the less, the sooner it is marked. */
  common: number;
  inTitle: boolean;
}
