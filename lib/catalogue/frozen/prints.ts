import type { Listed, Lookup } from '../catalogue.ts';
import { GRAMS_KEPT, type Print } from '../format.ts';
import { firstAt } from './rows.ts';
import type { Section, Sections } from './sections.ts';

/** Writes fingerprints down by place. @param prints may have gaps */
export function freezePrints(prints: readonly (Print | undefined)[], length: number): Section[] {
  const has = new Uint8Array(length);
  const grams = new Uint32Array(length * GRAMS_KEPT);
  const starts = new Uint32Array(length + 1);
  for (let at = 0; at < length; at++) {
    const print = prints[at];
    starts[at + 1] = (starts[at] as number) + (print?.hashes.length ?? 0);
    if (!print) continue;
    has[at] = 1;
    grams.set(print.grams, at * GRAMS_KEPT);
  }
  const hashes = new Uint32Array(starts[length] as number);
  const nears = new Uint16Array(starts[length] as number);
  prints.forEach((print, at) => {
    hashes.set(print?.hashes ?? [], starts[at]);
    nears.set(print?.nears ?? [], starts[at]);
  });
  return [has, grams, starts, hashes, nears];
}

/** What `freezePrints` wrote. */
export function thawPrints(sections: Sections): Listed<Print> {
  const [has, grams, starts] = [sections.bytes(), sections.words(), sections.words()];
  const [hashes, nears] = [sections.words(), sections.shorts()];
  return {
    length: has.length,
    at: (place) => {
      if (has[place] !== 1) return undefined;
      const [from, to] = [starts[place], starts[place + 1]];
      return {
        grams: grams.subarray(place * GRAMS_KEPT, (place + 1) * GRAMS_KEPT),
        hashes: hashes.subarray(from, to),
        nears: nears.subarray(from, to),
      };
    },
  };
}

/** Writes down which codes stand under each gram. */
export function freezeGrams(byGram: ReadonlyMap<number, readonly number[]>): Section[] {
  const sorted = [...byGram].sort(([one], [other]) => one - other);
  const grams = sorted.flatMap(([gram, codes]) => codes.map(() => gram));
  return [Uint32Array.from(grams), Uint32Array.from(sorted.flatMap(([, codes]) => codes))];
}

/** What `freezeGrams` wrote. */
export function thawGrams(sections: Sections): Lookup<number, readonly number[]> {
  const [grams, codes] = [sections.words(), sections.words()];
  return { get, has: (gram) => grams[firstAt(grams, gram)] === gram };

  function get(gram: number): number[] | undefined {
    const from = firstAt(grams, gram);
    let to = from;
    while (grams[to] === gram) to++;
    return to > from ? [...codes.subarray(from, to)] : undefined;
  }
}
