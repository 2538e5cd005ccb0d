/**
 * The first letters of pinyin, from the order in which the browser itself sorts Chinese: each letter's
 * syllables begin with the same character in it, whatever the version of its data, as far as common characters
 * go. No syllable begins with i, u or v.
 */
const FIRSTS: readonly (readonly [letter: string, first: string])[] = [
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

const collator = new Intl.Collator('zh-Hans-u-co-pinyin');
const known = new Map<string, string>();

/** Orders Chinese by pinyin, Latin letters before it. */
export function byPinyin(a: string, b: string): number {
  return collator.compare(a, b);
}

/**
 * The first letter of one character's pinyin, small; a Latin letter or digit is its own; empty for signs.
 *
 * A character with several readings has the one that it is sorted under.
 */
export function initialOf(char: string): string {
  const before = known.get(char);
  if (before !== undefined) return before;
  const initial = /^[a-z0-9]$/i.test(char)
    ? char.toLowerCase()
    : /\p{Script=Han}/u.test(char)
      ? han(char)
      : '';
  known.set(char, initial);
  return initial;
}

/** The first letters of a term: ywtb for 一网通办. */
export function initialsOf(term: string): string {
  return [...term].map(initialOf).join('');
}

function han(char: string): string {
  let found = 'a';
  for (const [letter, first] of FIRSTS) {
    if (collator.compare(char, first) < 0) break;
    found = letter;
  }
  return found;
}
