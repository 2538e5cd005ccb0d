import type { WholeCatalogue } from './catalogue.ts';
import { titlesOf } from './compile.ts';
import type { Entry } from './facts.ts';
import { numberKey, titleKey, titleKeys } from './keys.ts';
import { numberOf } from './look-up.ts';

/**
 * The document of a catalogue that an entry of another catalogue is too: the same number and one title in
 * common. Where a number is missing, the same title will do if the day agrees, or if one of the two is only
 * a name that others cite.
 *
 * @param hasText whether the entry has fingerprints of its own
 * @returns its place, or null where there is none, or more than one
 */
export function sameDocument(catalogue: WholeCatalogue, entry: Entry, hasText: boolean): number | null {
  const titles = titlesOf(entry);
  const numbered = byNumber(catalogue, entry);
  if (numbered.length > 0) {
    const keys = new Set(titles.flatMap(titleKeys));
    return only(
      numbered.filter((at) => {
        const other = titlesOf(catalogue.entries[at] as Entry);
        // An order is cited by its number alone; two titles must agree.
        return other.length === 0 || titles.length === 0 || other.flatMap(titleKeys).some((k) => keys.has(k));
      }),
    );
  }
  const titled = titles.flatMap((title) => catalogue.byTitle[0]?.get(titleKey(title)) ?? []);
  return only(
    titled.filter((at) => {
      const other = catalogue.entries[at] as Entry;
      const number = numberOf(other, entry.docNumber);
      if (number !== 'unknown') return number === 'yes';
      if (other.issued && entry.issued) return other.issued === entry.issued;
      return !hasText || catalogue.prints[at] === undefined;
    }),
  );
}

/** Entries of the same number. Orders are counted anew with each term of office: their years must not differ. */
function byNumber(catalogue: WholeCatalogue, entry: Entry): number[] {
  const number = entry.docNumber ? numberKey(entry.docNumber) : null;
  if (!number) return [];
  return (catalogue.byNumber.get(number.key) ?? []).filter((at) => {
    const other = catalogue.entries[at] as Entry;
    if (numberOf(other, entry.docNumber) !== 'yes') return false;
    const years = [entry, other].map(({ issued }) => issued?.slice(0, 4));
    return number.year !== null || !years[0] || !years[1] || years[0] === years[1];
  });
}

function only(places: readonly number[]): number | null {
  const [first, ...others] = new Set(places);
  return first !== undefined && others.length === 0 ? first : null;
}
