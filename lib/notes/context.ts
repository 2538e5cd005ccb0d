import type { Span } from '../reading/types.ts';
import type { Grams } from './grams.ts';

/** The part of a folded text that is searched. */
export interface Place {
  grams: Grams;
  start: number;
  end: number;
}

/** A quote with what stands before and after it, folded. */
export interface Surrounded {
  quote: string;
  prefix: string;
  suffix: string;
}

/**
 * How often a quote stood in its document: `once`; `nearly` so elsewhere, with a fifth of it or less changed; word for
 * word `elsewhere`, in other surroundings; with a `twin` in surroundings that are like its own on one side at least.
 */
export type Repeat = 'once' | 'nearly' | 'elsewhere' | 'twin';

/** What is sought: an anchor's quote, prefix and suffix. */
export interface Sought extends Surrounded {
  repeat: Repeat;
}

/** How like what stands around a place is to an anchor's context, 0 to 1; 1 where the anchor has none. */
export interface Likeness {
  /** Of both sides together. */
  likeness: number;
  /** Of the side that is less like it, and of the other. */
  weaker: number;
  stronger: number;
}

export interface ContextLikeness {
  /** Of a place, from its start and end. */
  likeness: (start: number, end: number) => Likeness;
  /** No place in this window with at least `length` characters is more like it than this. */
  atMost: (window: Span, length: number) => number;
}

/** Folded characters of context compared on each side. */
export const WIDTH = 48;

/** Characters that may have come between a quote and the document's border. */
const AT_BORDER = 2;

/** A context shorter than this is one that a border of the document has cut. */
const LITTLE = 12;

const SLOTS = 1 << 12;

/** For each pair of characters the turn in which it was last met; one for all, since a turn ends before the next. */
const wanted = [new Uint32Array(SLOTS), new Uint32Array(SLOTS)] as const;
const counted = new Uint32Array(SLOTS);
let turn = 0;

/**
 * Compares what stands around a candidate with an anchor's context, by the pairs of neighbouring
 * characters both have: one changed character in the context then costs little, another sentence all.
 *
 * @returns functions that are to be called before the next ones are made
 */
export function contextLikeness(
  { grams: { text }, start: first, end: last }: Place,
  { prefix, suffix }: Surrounded,
): ContextLikeness {
  const own = ++turn;
  const [before, after] = wanted;
  const inFront = pairs(prefix, Math.max(0, prefix.length - WIDTH), prefix.length, before, own);
  const behind = pairs(suffix, 0, Math.min(WIDTH, suffix.length), after, own);
  const total = inFront + behind;
  const isCut = Math.min(prefix.length, suffix.length) < LITTLE;
  return {
    likeness(start, end) {
      const front = shared(text, Math.max(first, start - WIDTH), start, before, own);
      const back = shared(text, end, Math.min(last, end + WIDTH), after, own);
      // Where the document began or ended beside the quote, it must do so now: that little context tells nothing else.
      const one =
        prefix.length < LITTLE ? Number(start - first <= prefix.length + AT_BORDER) : front / inFront;
      const other = suffix.length < LITTLE ? Number(last - end <= suffix.length + AT_BORDER) : back / behind;
      const weaker = Math.min(one, other);
      return { weaker, stronger: Math.max(one, other), likeness: isCut ? weaker : (front + back) / total };
    },
    atMost(window, length) {
      if (isCut) return 1;
      const front = shared(text, Math.max(first, window.start - WIDTH), window.end - length, before, own);
      const back = shared(text, window.start + length, Math.min(last, window.end + WIDTH), after, own);
      return (front + back) / total;
    },
  };
}

/** Marks the pairs of a piece of text; how many different ones there are. */
function pairs(text: string, start: number, end: number, marks: Uint32Array, own: number): number {
  let count = 0;
  for (let i = start + 1; i < end; i++) {
    const slot = slotOf(text, i);
    if (marks[slot] === own) continue;
    marks[slot] = own;
    count++;
  }
  return count;
}

/** How many of the marked pairs a piece of text has. */
function shared(text: string, start: number, end: number, marks: Uint32Array, own: number): number {
  turn++;
  let count = 0;
  for (let i = start + 1; i < end; i++) {
    const slot = slotOf(text, i);
    if (marks[slot] !== own || counted[slot] === turn) continue;
    counted[slot] = turn;
    count++;
  }
  return count;
}

function slotOf(text: string, at: number): number {
  return Math.imul((text.charCodeAt(at - 1) << 16) | text.charCodeAt(at), 0x9e3779b1) >>> 20;
}
