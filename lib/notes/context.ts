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

/**
 * How much of an anchor's context stands around a candidate: characters equal without a gap, going
 * outwards from its start and from its end.
 *
 * @param start start of the candidate in the place's text
 * @param end its end
 * @param most characters to look at on each side
 */
export function contextScore(place: Place, sought: Sought, start: number, end: number, most: number): number {
  const { text } = place;
  const { prefix, suffix } = sought;
  const back = Math.min(most, prefix.length, start - place.start);
  let before = 0;
  while (before < back && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  const ahead = Math.min(most, suffix.length, place.end - end);
  let after = 0;
  while (after < ahead && text[end + after] === suffix[after]) after++;
  return before + after;
}
