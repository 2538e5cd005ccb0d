import type { Metadata } from '../reading/types.ts';
import type { Catalogue } from './catalogue.ts';
import { titlesOf } from './compile.ts';
import type { Entry } from './facts.ts';
import { lettersOf, numberKey, sameNumber, titleKeys } from './keys.ts';

/** What a document is called: on a page, or where another one cites it. */
export type Named = Pick<Metadata, 'title' | 'docNumber'> &
  Partial<Pick<Metadata, 'noticeTitle' | 'issued' | 'issuers'>>;

/** Whether a number names an entry, under any of the numbers it goes by. */
export function numberOf(entry: Entry, docNumber: string | null): 'yes' | 'no' | 'unknown' {
  const answers = [entry.docNumber, ...entry.otherNumbers].map((own) => sameNumber(own, docNumber));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('no') ? 'no' : 'unknown';
}

/**
 * The entries that a title and a number may mean, each as its place in the catalogue. An entry of the
 * same title and another number is another document; an entry of the same number and another title too
 * (orders are counted anew by each government).
 *
 * @returns one entry where there is no doubt, several where there is, none where it is not known
 */
export function lookUp(catalogue: Catalogue, named: Named): number[] {
  const titles = [named.title, named.noticeTitle].filter((title): title is string => !!title);
  const byTitle = titled(catalogue, titles);
  const key = named.docNumber ? numberKey(named.docNumber)?.key : undefined;
  const byNumber = (key ? (catalogue.byNumber.get(key) ?? []) : []).filter(
    (at) => numberOf(catalogue.entries.at(at) as Entry, named.docNumber) === 'yes',
  );
  if (byNumber.length > 0) {
    const both = byNumber.filter((at) => byTitle.includes(at));
    if (both.length > 0 || titles.length === 0)
      return onDay(catalogue, both.length > 0 ? both : byNumber, named);
    // A title that lost or gained a word on the way is still this document's; another title is not.
    return byNumber.filter((at) => renamed(catalogue.entries.at(at) as Entry, named));
  }
  const possible = byTitle.filter(
    (at) => numberOf(catalogue.entries.at(at) as Entry, named.docNumber) !== 'no',
  );
  return ofIssuer(catalogue, onDay(catalogue, possible, named), named);
}

/** By the surest keys first: a notice and what it issues share the later ones. */
function titled(catalogue: Catalogue, titles: readonly string[]): number[] {
  const [sure, derived] = catalogue.byTitle;
  const keys = titles.map(titleKeys);
  const first = keys.flatMap(([key = '']) => sure?.get(key) ?? []);
  if (first.length > 0) return [...new Set(first)];
  const second = keys.flatMap((all) =>
    all.flatMap((key) => [...(sure?.get(key) ?? []), ...(derived?.get(key) ?? [])]),
  );
  return [...new Set(second)];
}

/** Of several, those issued on the day that is stated, where any is. */
function onDay(catalogue: Catalogue, places: number[], { issued }: Named): number[] {
  if (places.length < 2 || !issued) return places;
  const same = places.filter((at) => catalogue.entries.at(at)?.issued === issued);
  return same.length > 0 ? same : places;
}

/** Of several, those that a stated issuer issued, where one is known to be; and those of which no issuer is known. */
function ofIssuer(catalogue: Catalogue, places: number[], { issuers = [] }: Named): number[] {
  if (places.length < 2 || issuers.length === 0) return places;
  const stated = new Set(issuers.map(lettersOf));
  const own = (at: number) => catalogue.entries.at(at)?.issuers ?? [];
  const isSame = (at: number) => own(at).some((issuer) => stated.has(lettersOf(issuer)));
  return places.some(isSame) ? places.filter((at) => isSame(at) || own(at).length === 0) : places;
}

/** Whether a page calls a document by a title much like one of its own, but not the same. */
export function renamed(entry: Entry, named: Named): boolean {
  const own = titlesOf(entry).flatMap(titleKeys);
  const given = [named.title, named.noticeTitle]
    .filter((title): title is string => !!title)
    .flatMap(titleKeys);
  if (given.length === 0 || given.some((key) => own.includes(key))) return false;
  return given.some((key) => own.some((other) => likeness(key, other) > 0.6));
}

/** Share of the pairs of neighbouring letters that two keys have in common, 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 1; i < one.length; i++) {
    const pair = one.slice(i - 1, i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 1; i < other.length; i++) {
    const pair = other.slice(i - 1, i + 1);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common++;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / (one.length + other.length - 2);
}
