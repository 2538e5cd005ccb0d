import type { Metadata, Relation, Span } from '../reading/types.ts';

/**
 * What the content script sends of a text: hashes in text order, never the text itself. `starts[i]`
 * and `ends[i]` are the place of the sentence that `hashes[i]` (unsigned 32 bits) was made of.
 */
export interface Fingerprints {
  hashes: number[];
  starts: number[];
  ends: number[];
  /** For each sentence, an even number of 16 bits that a slightly changed copy of it mostly shares. */
  nears: number[];
  /** A sample of the text's grams (unsigned 32 bits, runs of eight letters) and where each ends. */
  grams: number[];
  gramsAt: number[];
}

/** A known document recognised by its text. */
export interface Match extends Span {
  id: string;
  title: string;
  docNumber: string | null;
  /** Share of the known document's sentences that stand here, changed a little or not, 0 to 1. */
  coverage: number;
  /** Sentences inside the match that the known text does not have. */
  altered: Span[];
  /** How many of its sentences are missing here. */
  missing: number;
  /** Those of `altered` that stand for none of its sentences. Left out where sentences could not be compared. */
  added?: Span[];
  /** Where the missing ones are missing, in page order; left out like `added`. */
  gaps?: Gap[];
  /** Enough of it stands here, on a page that claims to carry it, for differences to mean something. */
  compared?: boolean;
}

/** Sentences of a known text are missing between the end of one sentence of the page and the start of another. */
export interface Gap extends Span {
  count: number;
}

export type StatusState = 'in-force' | 'no-known-end' | 'not-yet' | 'expired' | 'repealed' | 'unknown';

/** Words to be said, as a key of the locales and its arguments, so that they can be said in both languages. */
export interface Reason {
  key: string;
  args: string[];
}

/** Whether a document is in force on a day, and what says so. */
export interface Status {
  state: StatusState;
  /** The day that was asked about. */
  asOf: string;
  /** Why. */
  because: Reason;
  amendedBy: string[];
  repealedBy: string | null;
  extendedBy: string | null;
  /** What says otherwise: the page's own 有效性 field, or, where that was believed, our dates. */
  disagrees?: Reason;
  /** Which catalogue says so, where it is not the bundled one. */
  source?: Reason;
}

export type RelationType = Relation;

/** One relation of a known document to another, by catalogue id or by name where it is not known. */
export interface KnownRelation {
  relation: Relation;
  id: string | null;
  title: string;
  docNumber: string | null;
  /** True where the other document does it to this one: it repeals, amends, cites this one. */
  incoming?: boolean;
  /** Whether the other document is in force on the day that was asked about. */
  status?: Status;
}

/** The facts of a known document. No text of it is kept. */
export interface KnownDocument extends Metadata {
  id: string;
  relations: KnownRelation[];
  /** Nothing of its text is known: it is there because others name it. */
  nameOnly?: boolean;
}

/** One of several known documents that a document of a page may be. */
export type Choice = Pick<KnownDocument, 'id' | 'title' | 'docNumber' | 'issuers' | 'issued'> & {
  status: Status;
};
