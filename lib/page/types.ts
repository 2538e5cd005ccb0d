import type { Input, Span } from '../reading/types.ts';

/** document: a policy document; about: an explanation, newsletter or news about one; other: neither. */
export type Verdict = 'document' | 'about' | 'other';

/** What the gate decided of a frame, and by which signs. */
export interface Sight {
  verdict: Verdict;
  /** 通知, 意见, 办法 … where the title or the metadata says so. */
  kind: string | null;
  /** 0 to 1. */
  confidence: number;
  /** Keys of the signs that spoke, such as `metadata-block`, `doc-number`, `list-page`. */
  reasons: string[];
  /** Characters of running text in the frame's best container. */
  textLength: number;
}

/** A body that was read: the input, and the way between its offsets and the page's text nodes. */
export interface PageText {
  body: Element;
  input: Input;
  /** The live text of a span as pieces of text nodes, in order; empty where the page has changed under it. */
  pieces(span: Span): { node: Text; start: number; end: number }[];
  /** The text offsets of a DOM range, cut to the body; null where it touches no text of it. */
  spanOf(range: Range): Span | null;
  /** Lets places that were lost be looked for again, as after the page put its text back. */
  refresh(): void;
}
