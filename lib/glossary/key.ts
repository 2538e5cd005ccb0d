import { fold } from '../reading/fold.ts';

/**
 * How the matcher sees a text: folded as `lib/reading/fold.ts` does (half width, no white space), without
 * quotation marks, Latin letters small, and all signs that separate the parts of a name as one.
 */

/** Dropped: “双随机” and 双随机 are one. */
const QUOTES = '“”‘’"\'`';
/** 双随机、一公开 and 双随机·一公开 are one. */
const SEPARATORS = '、,·•・‧/';
/** Most terms are their own key: a thousand of them are to be ready soon. */
const HAN_ONLY = /^[\u4e00-\u9fff]*$/;
const DROPPED = 1;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** What a unit of folded text becomes; 0 for what stays as it is. */
const TABLE = new Uint16Array(0x10000);
for (const char of QUOTES) TABLE[char.charCodeAt(0)] = DROPPED;
for (const char of SEPARATORS) TABLE[char.charCodeAt(0)] = '、'.charCodeAt(0);
for (let unit = 0x41; unit <= 0x5a; unit++) TABLE[unit] = unit + 0x20;

/** A folded text as the matcher sees it. */
export interface Keyed {
  /** Code units, of which the first `length` count. */
  units: Uint16Array;
  length: number;
  /** For each unit its place in the folded text. */
  at: Int32Array;
}

/** @param folded folded text; linear in its length */
export function keyed(folded: string): Keyed {
  const units = new Uint16Array(folded.length);
  const at = new Int32Array(folded.length);
  let n = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    // Most of a text is Han characters, which stay: they need no look into a large table.
    const key = unit >= FIRST_HAN && unit <= LAST_HAN ? unit : TABLE[unit] || unit;
    units[n] = key;
    at[n] = i;
    if (key !== DROPPED) n++;
  }
  return { units, length: n, at };
}

/** A term as the matcher sees it; terms with the same key are one. */
export function keyOf(term: string): string {
  if (HAN_ONLY.test(term)) return term;
  const blocks = [{ start: 0, end: term.length, kind: 'other' as const }];
  const { units, length } = keyed(fold({ text: term, blocks }).text);
  return String.fromCharCode(...units.subarray(0, length));
}

/**
 * 53 bits of a key that tell nothing of it, and that only who has the word itself can work out. FNV-1a, twice.
 *
 * A page's reader has to search for the reader's own terms without being given them, and is told the names of
 * those that it met. A page's process that somebody has taken over could ask for the name of every number; so
 * each number is to come with this proof. What such a process can still do is guess: the table that it must be
 * given holds a word's first two characters, its length and 32 bits, by which words of up to some five
 * characters can be worked out, and longer ones be looked for in a dictionary.
 */
export function proofOf(key: string): number {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    one = Math.imul(one ^ key.charCodeAt(i), 0x01000193);
    two = Math.imul(two ^ key.charCodeAt(i), 0x5bd1e995);
  }
  return (one >>> 0) * 2 ** 21 + (two >>> 11);
}

/** Whether a name is written in quotation marks as a whole: it is too short, or too plain, to count without. */
export function isQuotedName(name: string): boolean {
  return /^“[^“”]*”$/.test(name);
}

/** The keys that a term is searched for as: with the signs that separate its parts, and without them. */
export function formsOf(term: string): string[] {
  const key = keyOf(term);
  const bare = key.replace(/[、-]/g, '');
  return (bare === key ? [key] : [key, bare]).filter((form) => form.length >= 2);
}
