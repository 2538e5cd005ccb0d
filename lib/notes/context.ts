/** The part of a folded text that is searched. */
export interface Place {
  text: string;
  start: number;
  end: number;
}

/** What is sought: an anchor's quote, prefix and suffix, folded. */
export interface Sought {
  quote: string;
  prefix: string;
  suffix: string;
}

/** Folded characters of context compared on each side. */
const WIDTH = 48;

/**
 * Compares what stands around a candidate with an anchor's context, by the pairs of neighbouring
 * characters both have: one changed character in the context then costs little, another sentence all.
 *
 * @returns a function from the candidate's start and end to its likeness, 0 to 1; 1 where the anchor has
 *   no context
 */
export function contextLikeness(place: Place, sought: Sought): (start: number, end: number) => number {
  const before = pairs(sought.prefix.slice(-WIDTH));
  const after = pairs(sought.suffix.slice(0, WIDTH));
  const total = before.size + after.size;
  return (start, end) => {
    if (total === 0) return 1;
    const front = pairs(place.text.slice(Math.max(place.start, start - WIDTH), start));
    const back = pairs(place.text.slice(end, Math.min(place.end, end + WIDTH)));
    return (shared(before, front) + shared(after, back)) / total;
  };
}

function pairs(text: string): Set<number> {
  const found = new Set<number>();
  for (let i = 1; i < text.length; i++) found.add((text.charCodeAt(i - 1) << 16) | text.charCodeAt(i));
  return found;
}

function shared(one: Set<number>, other: Set<number>): number {
  let count = 0;
  for (const pair of one) if (other.has(pair)) count++;
  return count;
}
