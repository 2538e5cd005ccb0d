import { type Folded, unfold } from './fold.ts';
import type { Reading } from './read.ts';
import { finish, type Slices } from './slices.ts';
import type { Block, Span, Term, TermUse } from './types.ts';
import { standsAlone } from './uses/neighbours.ts';
import { longestAt, pairHash, type Word, wordTable } from './uses/table.ts';

/**
 * Finds where defined terms are used: after their definition, within its scope, the longest term first.
 *
 * Left out is what would mislead: a term inside a longer name (总部 in 亚太区总部) or word (执法证 in
 * 执法证件), inside the title of a document, inside a clause that defines it, or in a link.
 *
 * @param terms what `findTerms` gave for the same reading; `TermUse.term` is the index into it
 * @returns uses in text order, without overlaps. One pass over the text, however many terms there are and however alike they begin.
 */
export function findUses(reading: Reading, terms: Term[]): TermUse[] {
  return finish(useSlices(reading, terms));
}

/** Units that are looked at between two pauses. */
const A_SLICE = 32_768;

/** `findUses` with pauses. */
export function* useSlices(reading: Reading, terms: Term[]): Slices<TermUse[]> {
  if (terms.length === 0) return [];
  const { folded, input } = reading;
  const table = wordTable(folded, terms);
  const { text } = folded;
  const uses: TermUse[] = [];
  const inLink = linkFinder(input.blocks);
  const last = text.length - 1;
  const place: Place = { at: firstOffset(folded, terms), title: -1 };
  while (place.at < last) {
    yield;
    const pause = Math.min(last, place.at + A_SLICE);
    for (
      seek(text, place, pause, table.mayStart);
      place.at < pause;
      seek(text, place, pause, table.mayStart)
    ) {
      const start = place.at;
      const match = longestAt(text, start, table);
      place.at += match?.word.length ?? 1;
      if (!match || inTitle(text, place.title, start, place.at) || !standsAlone(text, start, place.at))
        continue;
      const span = unfold(folded, start, place.at);
      const term = holding(terms, match, span);
      if (term >= 0 && !inLink(span.start)) uses.push({ ...span, term });
    }
  }
  return uses;
}

/** Where the pass is, and the 《 that is open there; -1 for none. */
interface Place {
  at: number;
  title: number;
}

/**
 * Goes on to the next place before `to` where a word may start. Nearly all of the text is passed over
 * here: engines make such a loop fast in a plain function, but not between a generator's pauses.
 */
function seek(text: string, place: Place, to: number, mayStart: Uint8Array): void {
  let { at, title } = place;
  let code = text.charCodeAt(at);
  for (; at < to; at++) {
    const next = text.charCodeAt(at + 1);
    if (code === 0x300a) title = at;
    else if (code === 0x300b || code === 10) title = -1;
    if (mayStart[pairHash(code, next)] !== 0) break;
    code = next;
  }
  place.at = at;
  place.title = title;
}

/** Nothing is a use before the first definition. */
function firstOffset(folded: Folded, terms: readonly Term[]): number {
  const first = Math.min(...terms.slice(0, 64).map((term) => Math.min(term.clause.start, term.start)));
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] as number) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inside 《…》, unless the term is the whole title: 《条例》. */
function inTitle(text: string, open: number, start: number, end: number): boolean {
  return open >= 0 && !(open === start - 1 && text.charAt(end) === '》');
}

/** How many earlier definitions of one word are asked whether their scope holds a place. */
const MOST_DEFINITIONS = 16;

/** The latest definition before the place whose scope holds it; -1 where there is none, or where it is a definition itself. */
function holding(terms: readonly Term[], { terms: indexes }: Word, place: Span): number {
  const next = firstAfter(terms, indexes, place.start);
  const following = terms[indexes[next] ?? -1];
  if (following && following.clause.start < place.end) return -1;
  for (let i = next - 1; i >= 0 && i >= next - MOST_DEFINITIONS; i--) {
    const term = terms[indexes[i] as number] as Term;
    if (place.start < term.clause.end) return -1;
    if (term.scope.start <= place.start && place.end <= term.scope.end) return indexes[i] as number;
  }
  return -1;
}

/** The place in `indexes` of the first term that starts behind an offset. */
function firstAfter(terms: readonly Term[], indexes: readonly number[], offset: number): number {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[indexes[middle] as number] as Term).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset lies in a block with a link; asked in ascending order. */
function linkFinder(blocks: readonly Block[]): (offset: number) => boolean {
  const links = blocks.filter((block) => block.link);
  let next = 0;
  return (offset) => {
    while (next < links.length && (links[next] as Block).end <= offset) next++;
    const link = links[next];
    return link !== undefined && link.start <= offset;
  };
}
