import type { DeadlineKind, TimeUnit } from '../types.ts';
import type { Atom } from './atoms.ts';
import type { Around } from './moments.ts';

/** What a rule sees of the text around a piece of time. Offsets are into the folded text. */
export interface Sight {
  text: string;
  start: number;
  end: number;
  /** Offset of the sentence's first character, at most `REACH` before `start`. */
  from: number;
  /** The sentence up to the piece of time. */
  head: string;
  /** The sentence after the piece of time, at most `AHEAD` characters. */
  tail: string;
  around: Around;
  /** The day the document was first published, where it is known. */
  published: string | null;
  /** The beginning that this sentence named before (自…起施行), with its day where it is known. */
  begun: { from: string | null } | null;
  /** 每年3月底前…；9月底前…: a yearly limit in this paragraph, which further days without a year share. */
  yearly: boolean;
  /** 简报 and 新闻: texts that tell what others did. */
  news: boolean;
  /** The block is a title or a heading. */
  title: boolean;
}

/** What a rule found. Offsets are into the folded text; what is left out is null. */
export interface Found {
  kind: DeadlineKind;
  start: number;
  end: number;
  from?: string | null;
  to?: string | null;
  count?: number;
  unit?: TimeUnit;
  /** Place of the event in the folded text. */
  anchor?: { start: number; end: number } | null;
  every?: 'year' | 'month' | 'quarter' | 'week' | null;
  derived?: boolean;
  notes?: string[];
}

/** A rule looks at one piece of time: what it binds; `null` leaves it to the next rule, `false` ends the matter. */
export type Rule<A extends Atom> = (atom: A, sight: Sight) => Found | null | false;

const REACH = 90;
const AHEAD = 48;

/** 。 ; ! ? and the end of a block. */
function endsSentence(code: number): boolean {
  return code === 0x3002 || code === 59 || code === 10 || code === 33 || code === 63;
}

/** The words around a piece of time. */
export function lookAt(
  text: string,
  start: number,
  end: number,
): Pick<Sight, 'text' | 'start' | 'end' | 'from' | 'head' | 'tail'> {
  const from = sentenceStart(text, start);
  return {
    text,
    start,
    end,
    from,
    head: text.slice(from, start),
    tail: text.slice(end, sentenceEnd(text, end)),
  };
}

/** Offset of the sentence's first character, looking back a bounded way. */
export function sentenceStart(text: string, offset: number): number {
  const limit = Math.max(0, offset - REACH);
  let i = offset;
  while (i > limit && !endsSentence(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Offset after the sentence's last character, looking ahead a bounded way. */
export function sentenceEnd(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + AHEAD);
  let i = offset;
  while (i < limit && !endsSentence(text.charCodeAt(i))) i++;
  return i;
}

/** What of the sentence before the piece of time follows its last comma. */
export function clause({ head }: Sight): string {
  return head.slice(head.lastIndexOf(',') + 1);
}

/** Whether a day is before the document was made: then it tells, and binds nobody. */
export function isPast(day: string | null, { around }: Sight): boolean {
  if (!day) return false;
  return around.made ? day < around.made : around.year !== null && Number(day.slice(0, 4)) < around.year;
}

/** Words that tell what has been done. */
const TOLD =
  /已(?!设|有的)|(?<![为除])了(?!解)|以来|先后|曾|获悉|举行的|共(?:完成|有)\d|连续[一二三四五六七八九十两\d]+年/;

/** Whether the words around tell of the past. */
export function tells(sight: Sight): boolean {
  return TOLD.test(sight.tail.slice(0, 30)) || TOLD.test(clause(sight));
}
