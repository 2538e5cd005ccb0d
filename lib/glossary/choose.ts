import type { Block, DocumentPart, OutlineItem, Span } from '../reading/types.ts';
import type { Found } from './types.ts';

/** How often a term is marked. */
export type HowOften = 'section' | 'every' | 'off';

/** What choosing needs to know of the text. */
export interface Around {
  blocks: readonly Block[];
  outline: readonly OutlineItem[];
  documents: readonly Pick<DocumentPart, 'start' | 'end'>[];
  /** Places that have a mark that says what a word means already: the page's own terms and their uses. */
  taken: readonly Span[];
  /** Whether the page itself says what this term means. */
  explained: (term: Found) => boolean;
}

/** At most this many marks stand in any stretch of so many characters. */
const MOST = 6;
const STRETCH = 1000;
/** A section that is shorter goes on in the next one: articles of three lines are no sections of a text. */
const SHORTEST_SECTION = 1000;

/**
 * Chooses which of the terms that stand on a page are marked.
 *
 * Never: within the title of the document or of another one, in its signature, in a link, over a mark of the
 * page's own terms, and where the page itself says what the term means. With `section` each term once in a
 * section, rather in its text than in its heading, and no more than six in any 1,000 characters: the less
 * common come first. With `every` all that is left.
 *
 * @param found in text order, without overlaps
 * @returns some of them, in text order. O(n log n)
 */
export function chooseMarks(found: readonly Found[], often: HowOften, around: Around): Found[] {
  if (often === 'off') return [];
  const free = markable(found, around);
  if (often === 'every') return free.map(({ term }) => term);
  const marked = new Crowd();
  const chosen: Found[] = [];
  for (const group of bySection(free, around)) {
    const one = group.find(({ term }) => marked.join(term.start));
    if (one) chosen.push(one.term);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

interface Candidate {
  term: Found;
  heading: boolean;
}

function markable(found: readonly Found[], { blocks, taken, explained }: Around): Candidate[] {
  const own = [...taken].sort((a, b) => a.start - b.start);
  const free: Candidate[] = [];
  let block = 0;
  let next = 0;
  for (const term of found) {
    while (block < blocks.length && (blocks[block] as Block).end <= term.start) block++;
    while (next < own.length && (own[next] as Span).end <= term.start) next++;
    const { kind, link } = blocks[block] ?? { kind: 'other' };
    const over = own[next];
    if (link || kind === 'title' || kind === 'signature' || term.inTitle) continue;
    if ((over && over.start < term.end) || explained(term)) continue;
    free.push({ term, heading: kind === 'heading' });
  }
  return free;
}

/** The places of each term in each section, those that are to be tried first before the others. */
function bySection(candidates: readonly Candidate[], around: Around): Candidate[][] {
  const starts = sectionStarts(around);
  const groups = new Map<string, Candidate[]>();
  let section = 0;
  for (const candidate of candidates) {
    while (section < starts.length && (starts[section] as number) <= candidate.term.start) section++;
    const key = `${section} ${candidate.term.id}`;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  for (const group of groups.values()) group.sort((a, b) => Number(a.heading) - Number(b.heading));
  const common = ([first]: Candidate[]) => first?.term.common ?? 0;
  // Sorting is stable: of equally common terms the one that stands first.
  return [...groups.values()].sort((a, b) => common(a) - common(b));
}

/** Where sections start: at documents, and at headings of the outermost level that are far enough apart. */
function sectionStarts({ outline, documents }: Around): number[] {
  const parts = new Set(documents.map(({ start }) => start));
  const heads = outline.filter(({ level }) => level === 1).map(({ start }) => start);
  const starts: number[] = [];
  for (const start of [...parts, ...heads].sort((a, b) => a - b)) {
    const last = starts.at(-1);
    if (last === undefined || parts.has(start) || start - last >= SHORTEST_SECTION) starts.push(start);
  }
  return starts;
}

/** Places of marks, none of which are more than `MOST` in a stretch. */
class Crowd {
  readonly #places: number[] = [];

  /** Puts a mark at a place, if there is room. */
  join(place: number): boolean {
    const at = this.#after(place);
    // Of the places around it, with itself, any MOST + 1 that follow each other must be a stretch apart.
    const near = [
      ...this.#places.slice(Math.max(0, at - MOST), at),
      place,
      ...this.#places.slice(at, at + MOST),
    ];
    for (let i = 0; i + MOST < near.length; i++) {
      if ((near[i + MOST] as number) - (near[i] as number) < STRETCH) return false;
    }
    this.#places.splice(at, 0, place);
    return true;
  }

  /** How many places lie before one. */
  #after(place: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
