import { findDeadlines } from '../../../../lib/reading/deadlines.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import type { Reading } from '../../../../lib/reading/read.ts';
import type { Deadline, Input, Metadata } from '../../../../lib/reading/types.ts';

/** A document made on Monday, 10 March 2025, unless told otherwise. */
const METADATA: Metadata = {
  title: null,
  noticeTitle: null,
  docNumber: null,
  issuers: [],
  kind: null,
  issued: '2025-03-10',
  published: null,
  effective: null,
  expires: null,
};

/** A reading of one document, whose dates stand in for what the metadata finder would say. */
export function readingOf(input: Input, metadata: Partial<Metadata> = {}): Reading {
  const folded = fold(input);
  const documents = [{ start: 0, end: input.text.length, metadata: { ...METADATA, ...metadata } }];
  return { input, folded, outline: [], documents };
}

/** The deadlines of a plain text. */
export function deadlinesOf(text: string, metadata: Partial<Metadata> = {}): Deadline[] {
  return findDeadlines(readingOf(plainInput(text), metadata));
}

/**
 * A deadline in one line: kind, cycle, length and unit, dates, then its text after a colon, as in
 * `within 5 workday: 自收到之日起5个工作日内` or `period 2025-04-01..2025-06-30: 2025年4月至6月`.
 */
export function said({ kind, every, count, unit, from, to, text }: Deadline): string {
  const days = from && to ? `${from}..${to}` : (from ?? to);
  return `${[kind, every, count === null ? null : `${count} ${unit}`, days].filter((part) => part !== null).join(' ')}: ${text}`;
}

/** Kind and value without the text, for sentences that say the same in another form. */
export function value(deadline: Deadline): string {
  return said({ ...deadline, text: '' });
}
