import type { Folded } from '../reading/fold.ts';
import { finish, type Slices } from '../reading/slices.ts';
import { standsAlone } from './borders.ts';
import { keyed } from './key.ts';
import { bitOf, pieceHash, prefixHashes, slotOf, type Table, threeOf, twoOf } from './table.ts';
import type { Hit } from './types.ts';

/** Units that are looked at between two pauses. */
const A_SLICE = 65_536;
const NEWLINE = 10;
const OPENS = '《'.charCodeAt(0);
const CLOSES = '》'.charCodeAt(0);

/** A piece of keyed text in which a word of the table stands. */
interface Piece {
  start: number;
  end: number;
  form: number;
  inTitle: boolean;
}

/**
 * Finds where words of a table stand in a text, through quotation marks, punctuation variants, widths and
 * case: the longest first, none within another, none within a longer word.
 *
 * @param text the text that was folded
 * @returns places in text order, without overlaps. One pass over the text, however many words there are.
 */
export function findWords(text: string, folded: Folded, table: Table): Hit[] {
  return finish(wordSlices(text, folded, table));
}

/** `findWords` with pauses. */
export function* wordSlices(text: string, folded: Folded, table: Table): Slices<Hit[]> {
  if (table.size === 0) return [];
  const key = keyed(folded.text);
  yield;
  const search: Search = {
    ...key,
    prefixes: prefixHashes(key.units, key.length),
    table,
    pieces: [],
    title: 0,
  };
  yield;
  for (let i = 0; i < key.length; i += A_SLICE) {
    searchFrom(search, i, Math.min(key.length, i + A_SLICE));
    yield;
  }
  const hits = search.pieces.flatMap(({ start, end, form, inTitle }): Hit[] => {
    const first = folded.at[key.at[start] as number] as number;
    const last = (folded.at[key.at[end - 1] as number] as number) + 1;
    return standsAlone(text, first, last) ? [{ start: first, end: last, form, inTitle }] : [];
  });
  return longestFirst(hits);
}

interface Search {
  units: Uint16Array;
  length: number;
  prefixes: Int32Array;
  table: Table;
  pieces: Piece[];
  /** Behind the last 《 that has not been closed in its block; 0 for none. */
  title: number;
}

/** Looks at the places from `from` to `to`. A plain function: engines run generators slower. */
function searchFrom(search: Search, from: number, to: number): void {
  const { units, length, prefixes, table } = search;
  const { twos, threes, familyOf, families } = table;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    if (unit === OPENS) search.title = i + 1;
    else if (unit === CLOSES || unit === NEWLINE) search.title = 0;
    const two = twoOf(unit, units[i + 1] as number);
    if (bitOf(twos, two) === 0) continue;
    const sizes = families[familyOf[two] as number] as number[];
    const goesOn = bitOf(threes, threeOf(two, units[i + 2] as number));
    const many = goesOn ? sizes.length : sizes[0] === 2 ? 1 : 0;
    for (let one = 0; one < many; one++) {
      const size = sizes[one] as number;
      if (i + size <= length) addForms(search, i, size, pieceHash(prefixes, i, size));
    }
  }
}

/** Notes the words with a hash and a length: mostly none, then one, unless two happen to share them. */
function addForms({ units, table, pieces, title }: Search, start: number, size: number, hash: number): void {
  const { slots, mask, hashes, lengths } = table;
  for (let slot = slotOf(hash, mask); slots[slot]; slot = (slot + 1) & mask) {
    const form = (slots[slot] as number) - 1;
    if (hashes[form] !== hash || lengths[form] !== size) continue;
    const end = start + size;
    const wholeTitle = title === start && units[end] === CLOSES;
    pieces.push({ start, end, form, inTitle: title > 0 && !wholeTitle });
  }
}

/** Of hits that overlap the longest, and of equally long ones the first. @returns them in text order */
function longestFirst(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  /** Hits that hang together; no other overlaps any of them. */
  let run: Hit[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start >= end) {
      settle(run, kept);
      run = [];
    }
    run.push(hit);
    end = Math.max(end, hit.end);
  }
  settle(run, kept);
  return kept;
}

/** Settles one run. What was taken is no shorter than what comes, so it covers an end of what it overlaps. */
function settle(run: readonly Hit[], kept: Hit[]): void {
  const first = run[0];
  if (!first) return;
  if (run.length === 1) {
    kept.push(first);
    return;
  }
  const length = (hit: Hit) => hit.end - hit.start;
  const covered = new Uint8Array(run.reduce((end, hit) => Math.max(end, hit.end), 0) - first.start);
  const taken: Hit[] = [];
  for (const hit of [...run].sort((a, b) => length(b) - length(a) || a.start - b.start)) {
    const from = hit.start - first.start;
    const to = hit.end - first.start;
    if (covered[from] || covered[to - 1]) continue;
    covered.fill(1, from, to);
    taken.push(hit);
  }
  kept.push(...taken.sort((a, b) => a.start - b.start));
}
