/**
 * The words of `lib/reading`. Everything here is plain data: what reading gets (`Input`) and what it
 * finds (`Findings`). Offsets are UTF-16 units into `Input.text`; `end` is exclusive. Dates are
 * `YYYY-MM-DD`, counted in Asia/Shanghai.
 */

/** A place in the text. */
export interface Span {
  start: number;
  end: number;
}

export type BlockKind = 'heading' | 'para' | 'item' | 'cell' | 'signature' | 'title' | 'other';

/**
 * A paragraph-like piece of the text. Blocks are in order and do not overlap; what lies between two
 * of them is white space. A line break inside a block is soft (the sentence goes on), one between
 * blocks is hard.
 */
export interface Block extends Span {
  kind: BlockKind;
  /** The number of the table in the body, and the cell's row and column in it, all from 0. */
  table?: number;
  row?: number;
  col?: number;
  /** The text lies in a link: marks there must leave the click to the link. */
  link?: boolean;
}

/** A label and its value from a page's metadata block, white space removed from the label: 发文字号, 成文日期 … */
export interface LabelledFact {
  label: string;
  value: string;
}

/** What the page says of the document outside its text. Every part may be missing, and may be wrong. */
export interface PageFacts {
  pairs: LabelledFact[];
  /** `<title>` without the site's suffix, and the visible page heading. */
  title: string | null;
  heading: string | null;
  /** `<meta>` names in lower case and their content. */
  meta: Record<string, string>;
  breadcrumb: string[];
  /** Address of the page, without its fragment; null for a file. */
  url: string | null;
}

/** What reading gets. Made by `lib/page` from a page, by `plain.ts` from a text file. */
export interface Input {
  text: string;
  blocks: Block[];
  facts: PageFacts;
}

export type DeadlineKind =
  | 'effective'
  | 'expiry'
  | 'due'
  | 'target'
  | 'period'
  | 'from'
  | 'within'
  | 'before-event'
  | 'recurring'
  | 'validity'
  | 'ongoing';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';

/** A time expression that binds or targets somebody, now or later. */
export interface Deadline extends Span {
  text: string;
  kind: DeadlineKind;
  /** First day, ISO, for effective, from, period. */
  from: string | null;
  /** Last day, ISO; for a recurring deadline `MM-DD`, `DD` or null. */
  to: string | null;
  /** Length and unit of within, before-event, validity. */
  count: number | null;
  unit: TimeUnit | null;
  /** The event that a relative deadline counts from, verbatim. */
  anchor: string | null;
  every: 'year' | 'month' | 'quarter' | 'week' | null;
  /** The date was worked out (from context, from the document's own date), not read off the page. */
  derived?: boolean;
  /** Keys of notes for the card, such as `civil-code-203`; their words stand in the locales. */
  notes?: string[];
}

export type TermKind = 'definition' | 'abbreviation' | 'scope' | 'gloss';

/** A place where the text itself tells what a term means. */
export interface Term extends Span {
  /** `start`/`end` are the term's own place; the clause that says what it means is here. */
  clause: Span;
  term: string;
  kind: TermKind;
  definition: string;
  definitionAt: Span;
  /** Nearest 第X条 or numbered heading, or null. */
  article: string | null;
  /** Where the definition holds: the whole document, or the part it names. */
  scope: Span;
}

/** A later occurrence of a defined term: `term` is the index into `Findings.terms`. */
export interface TermUse extends Span {
  term: number;
}

export type Relation = 'basis' | 'repeals' | 'amends' | 'extends' | 'attaches' | 'interprets' | 'cites';

/** Another document named by its title, its number, or both; or a place of this one (`inner`). */
export interface Citation extends Span {
  title: string | null;
  docNumber: string | null;
  relation: Relation;
  /** 第X条第Y款第Z项 that is cited, verbatim, or null. */
  article: string | null;
  /** The place in this text that an inner reference (本办法第十一条, 附件2) points to. */
  inner?: Span | null;
}

/** Who leads, who supports, by when. `start`/`end` is the place that says so. */
export interface Duty extends Span {
  lead: string[];
  support: string[];
  due: string | null;
  /** What is to be done: the place of the task. */
  task: Span | null;
}

/** A heading. Level 1 is the outermost that the document uses. */
export interface OutlineItem {
  start: number;
  end: number;
  level: number;
  /** 第一章, 第三条, 一、, （二）, 1., 附件1 … */
  label: string;
  title: string;
}

export interface Metadata {
  title: string | null;
  noticeTitle: string | null;
  docNumber: string | null;
  issuers: string[];
  kind: string | null;
  issued: string | null;
  published: string | null;
  effective: string | null;
  expires: string | null;
}

/** One of the documents that a text holds; most texts hold one, which spans it all. */
export interface DocumentPart extends Span {
  metadata: Metadata;
}

export interface Findings {
  /** In text order, never empty for a text that holds anything; the main document is `main`. */
  documents: DocumentPart[];
  main: number;
  deadlines: Deadline[];
  terms: Term[];
  uses: TermUse[];
  citations: Citation[];
  duties: Duty[];
  outline: OutlineItem[];
}
