import type { Folded } from '../reading/fold.ts';
import { finish, type Slices } from '../reading/slices.ts';
import { standsAlone } from './borders.ts';
import { keyed } from './key.ts';
import { pairOf, pieceHash, prefixHashes, slotOf, type Table } from './table.ts';
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
  const { units, length, at } = keyed(folded.text);
  yield;
  const prefixes = prefixHashes(units, length);
  yield;
  const pieces: Piece[] = [];
  /** Behind the last 《 that has not been closed in its block; 0 for none. */
  let title = 0;
  for (let i = 0; i < length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const unit = units[i] as number;
    if (unit === OPENS) title = i + 1;
    else if (unit === CLOSES || unit === NEWLINE) title = 0;
    const family = table.familyOf[pairOf(unit, units[i + 1] as number)] as number;
    if (family === 0) continue;
    for (const size of table.families[family] as number[]) {
      const end = i + size;
      if (end > length) continue;
      for (const form of formsAt(table, pieceHash(prefixes, i, size), size)) {
        const wholeTitle = title === i && units[end] === CLOSES;
        pieces.push({ start: i, end, form, inTitle: title > 0 && !wholeTitle });
      }
    }
  }
  yield;
  const hits = pieces.flatMap(({ start, end, form, inTitle }): Hit[] => {
    const first = folded.at[at[start] as number] as number;
    const last = (folded.at[at[end - 1] as number] as number) + 1;
    return standsAlone(text, first, last) ? [{ start: first, end: last, form, inTitle }] : [];
  });
  return longestFirst(hits);
}

/** The words with a hash and a length: one, unless two happen to share them. */
function formsAt({ slots, mask, hashes, lengths }: Table, hash: number, size: number): number[] {
  let found: number[] = NONE;
  for (let slot = slotOf(hash, mask); slots[slot]; slot = (slot + 1) & mask) {
    const form = (slots[slot] as number) - 1;
    if (hashes[form] === hash && lengths[form] === size) found = [...found, form];
  }
  return found;
}

const NONE: number[] = [];

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
