import { type Folded, foldedOffset } from '../fold.ts';
import type { Term } from '../types.ts';

/** Full names longer than this are not looked for: they seldom come again word for word. */
const LONGEST_NAME = 40;

/** A word to look for: a term by its indexes (several where it is defined again), or a full name that only covers. */
export interface Word {
  word: string;
  terms: number[];
}

/** So few that the table stays in the processor's nearest cache; two pairs that share a place cost one more look. */
const PAIRS = 0x1000;

/**
 * The words that start with the same two characters. A place is asked once for each length, not for each
 * word: in a text that defines 测站一 to 测站九百 all words start alike.
 */
export interface WordFamily {
  /** The lengths that occur, longest first; at most as many as terms may have characters. */
  lengths: number[];
  words: Map<string, Word>;
}

/** Words by their first two characters; `mayStart` says for most pairs at once that none starts so. */
export interface WordTable {
  mayStart: Uint8Array;
  pairs: Map<number, WordFamily>;
}

/**
 * The table for one pass over the text: terms of two characters and more, and the full names of short
 * ones, so that a short name is not found within its own full name.
 */
export function wordTable(folded: Folded, terms: readonly Term[]): WordTable {
  const words = new Map<string, Word>();
  const add = (word: string, term: number | null) => {
    if (word.length < 2) return;
    const entry = words.get(word) ?? { word, terms: [] };
    if (term !== null) entry.terms.push(term);
    words.set(word, entry);
  };
  terms.forEach((term, i) => {
    if (isLooked(folded, term)) add(foldedText(folded, term.start, term.end), i);
    if (term.kind !== 'abbreviation' && term.kind !== 'gloss') return;
    const { start, end } = term.definitionAt;
    if (end - start <= 2 * LONGEST_NAME) {
      const name = foldedText(folded, start, end).replace(/^《(.*)》$/, '$1');
      if (name.length <= LONGEST_NAME && !/[,。;:、]/.test(name)) add(name, null);
    }
  });
  const mayStart = new Uint8Array(PAIRS);
  const pairs = new Map<number, WordFamily>();
  for (const entry of words.values()) {
    mayStart[pairHash(entry.word.charCodeAt(0), entry.word.charCodeAt(1))] = 1;
    const key = pairKey(entry.word, 0);
    const family = pairs.get(key) ?? { lengths: [], words: new Map() };
    family.words.set(entry.word, entry);
    pairs.set(key, family);
  }
  for (const family of pairs.values()) {
    const lengths = new Set([...family.words.keys()].map((word) => word.length));
    family.lengths = [...lengths].sort((a, b) => b - a);
  }
  return { mayStart, pairs };
}

/** The longest word of the table at a place; null where none stands there. */
export function longestAt(text: string, at: number, { pairs }: WordTable): Word | null {
  const family = pairs.get(pairKey(text, at));
  for (const length of family?.lengths ?? []) {
    const word = family?.words.get(text.slice(at, at + length));
    if (word) return word;
  }
  return null;
}

/** A scope bracket speaks of the word everywhere only where it says 下同. */
function isLooked(folded: Folded, term: Term): boolean {
  if (term.kind !== 'scope') return true;
  return /[,;]下同\)?$/.test(foldedText(folded, term.clause.start, term.clause.end));
}

function foldedText(folded: Folded, start: number, end: number): string {
  // The border before a block has the block's own offset.
  return folded.text.slice(foldedOffset(folded, start), foldedOffset(folded, end)).replace(/^\n/, '');
}

/** The key of the two characters at `at`. */
function pairKey(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** The place of two characters in `mayStart`. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & (PAIRS - 1);
}
