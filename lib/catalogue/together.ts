import {
  emptyCatalogue,
  enter,
  enterNumber,
  enterPrint,
  type Home,
  type Source,
  type WholeCatalogue,
} from './catalogue.ts';
import type { Entry } from './facts.ts';
import { sameDocument } from './same-document.ts';

/**
 * Makes one catalogue of several. A document that stands in more than one counts once, under the id and
 * with the fingerprints of the first that has them; what the first does not know of it is filled in from
 * the others. Relations of all of them hold, so that a document of one may repeal a document of another.
 *
 * An id of a pack is `SOURCE/ID`, so that no pack can pass for the bundled catalogue or for another pack.
 *
 * @param sources the bundled catalogue first
 * @returns a catalogue to be asked like any other; `statusOf` asks each of its sources
 */
export function together(sources: readonly Source<WholeCatalogue>[]): WholeCatalogue {
  const [first] = sources;
  if (first && sources.length === 1 && first.id === null) return first.catalogue;
  const homes = new Map<string, Home[]>();
  const merged = { ...emptyCatalogue(first?.catalogue.name ?? '', first?.catalogue.asOf ?? ''), homes };
  const places = sources.map((source) => takeIn(merged, homes, source));
  sources.forEach(({ catalogue }, k) => {
    catalogue.entries.forEach((entry, at) => {
      for (const relation of entry.relations)
        relate(merged, places[k]?.[at], places[k]?.[relation.to], relation);
    });
  });
  return merged;
}

/** Takes in the documents of a catalogue. @returns the place of each in `merged` */
function takeIn(
  merged: WholeCatalogue,
  homes: Map<string, Home[]>,
  source: Source<WholeCatalogue>,
): number[] {
  const taken = new Set<number>();
  return source.catalogue.entries.map((entry, at) => {
    const print = source.catalogue.prints[at];
    const same = source.id === null ? null : sameDocument(merged, entry, print !== undefined);
    const place =
      same !== null && !taken.has(same)
        ? fillUp(merged, same, entry)
        : enter(merged, { ...entry, id: idIn(source, entry.id), relations: [] });
    taken.add(place);
    if (print && !merged.prints[place]) enterPrint(merged, print, place);
    const { id } = merged.entries[place] as Entry;
    const home = { source, id: entry.id };
    const known = homes.get(id);
    if (known) known.push(home);
    else homes.set(id, [home]);
    return place;
  });
}

const idIn = (source: Source, id: string) => (source.id === null ? id : `${source.id}/${id}`);

/** Its other titles are not taken over: a pack could make a known document answer to any name. */
function fillUp(merged: WholeCatalogue, at: number, from: Entry): number {
  const entry = merged.entries[at] as Entry;
  if (entry.docNumber === null && entry.otherNumbers.length === 0) enterNumber(merged, from.docNumber, at);
  merged.entries[at] = {
    ...entry,
    docNumber: entry.docNumber ?? from.docNumber,
    issuers: entry.issuers.length > 0 ? entry.issuers : from.issuers,
    kind: entry.kind ?? from.kind,
    issued: entry.issued ?? from.issued,
    published: entry.published ?? from.published,
    effective: entry.effective ?? from.effective,
    expires: entry.expires ?? from.expires,
  };
  return at;
}

function relate(
  merged: WholeCatalogue,
  from: number | undefined,
  to: number | undefined,
  { type, until }: Entry['relations'][number],
): void {
  if (from === undefined || to === undefined || from === to) return;
  const entry = merged.entries[from] as Entry;
  if (entry.relations.some((other) => other.type === type && other.to === to)) return;
  entry.relations.push({ type, to, ...(until ? { until } : {}) });
  merged.incoming[to]?.push({ type, from, until: until ?? null });
}
