import { keyOf } from '../../../lib/glossary/key.ts';
import { initialOf, initialsOf } from '../../../lib/glossary/pinyin.ts';
import type { EntryKind, Known } from '../../../lib/glossary/types.ts';

/** What is to be shown of the glossary; null for anything. */
export interface Wanted {
  words: string;
  kind: EntryKind | null;
  /** A small letter; `#` for digits. */
  letter: string | null;
  /** A known document's id. */
  document: string | null;
  ownOnly: boolean;
}

export const EVERYTHING: Wanted = { words: '', kind: null, letter: null, document: null, ownOnly: false };

/** An entry with what it is searched and sorted by. */
export interface Listed {
  entry: Known;
  letter: string;
  /** The names as the matcher sees them, the first letters of their pinyin, and the English, small. */
  keys: string[];
  initials: string[];
  english: string;
}

/** The letter that a term is listed under. */
export function letterOf(term: string): string {
  const [initial = ''] = [...term].map(initialOf).filter(Boolean);
  return /^[a-z]$/.test(initial) ? initial : '#';
}

/** @param entries in the order that they are to be listed in */
export function listed(entries: readonly Known[]): Listed[] {
  return entries.map((entry) => {
    const names = [entry.term, ...entry.aliases];
    return {
      entry,
      letter: letterOf(entry.term),
      keys: names.map(keyOf),
      initials: names.map(initialsOf),
      english: `${entry.en}\n${entry.enText}`.toLowerCase(),
    };
  });
}

/**
 * What is left of the glossary.
 *
 * Words are looked for in names, in both meanings and in the English name; Latin letters also as the first
 * letters of a name's pinyin. Names that begin with the words come first.
 */
export function select(all: readonly Listed[], wanted: Wanted): Listed[] {
  const { kind, letter, document, ownOnly } = wanted;
  const left = all.filter(
    (one) =>
      (kind === null || one.entry.kind === kind) &&
      (letter === null || one.letter === letter) &&
      (!ownOnly || one.entry.own) &&
      (document === null || speaksIn(one.entry, document)),
  );
  const words = wanted.words.trim().toLowerCase();
  if (words === '') return left;
  const key = keyOf(words);
  const rank = (one: Listed) => rankOf(one, words, key);
  return left
    .map((one) => ({ one, rank: rank(one) }))
    .filter((ranked) => ranked.rank < NO_HIT)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const NO_HIT = 9;

function rankOf({ entry, keys, initials, english }: Listed, words: string, key: string): number {
  if (keys.some((name) => name === key)) return 0;
  const isLatin = /^[a-z0-9]+$/.test(words);
  if (isLatin && initials.includes(words)) return 1;
  if (key && keys.some((name) => name.startsWith(key))) return 2;
  if (key && keys.some((name) => name.includes(key))) return 3;
  if (isLatin && initials.some((letters) => letters.startsWith(words))) return 4;
  if (english.includes(words)) return 5;
  return entry.zh.includes(words) ? 6 : NO_HIT;
}

function speaksIn({ sources, mentions }: Known, document: string): boolean {
  return [...sources, ...mentions].some((one) => 'doc' in one && one.doc === document);
}
