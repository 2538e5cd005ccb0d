import type { Catalogue, Home, Incoming, Lookup, Source, WholeCatalogue } from '../catalogue.ts';
import type { Entry } from '../facts.ts';
import { CatalogueError } from '../format.ts';
import { freezeGrams, freezePrints, thawGrams, thawPrints } from './prints.ts';
import { freezeLookup, freezeRows, thawLookup, thawRows } from './rows.ts';
import { openSections, type Section, type Sections, writeSections } from './sections.ts';

/**
 * Several catalogues that were made one, as a file that can be asked without being read: making one of 10,000
 * documents takes a second, and a browser stops the worker that did it after half a minute without work.
 *
 * The file is a cache of this machine: whoever keeps it names it for all that it was made of, and makes it
 * anew where it does not open.
 */
const MAGIC = 'ZHUPIFR1';

/** What stands at the file's head. */
interface Head {
  name: string;
  asOf: string;
  sources: { id: string | null; name: string; by: string; known: { name: string; asOf: string } }[];
}

type HomeRow = [source: number, id: string];

/** Writes down what `together` made of several catalogues. */
export function freeze(merged: WholeCatalogue, sources: readonly Source<WholeCatalogue>[]): Uint8Array {
  const { name, asOf, homes = new Map<string, Home[]>() } = merged;
  const head: Head = {
    name,
    asOf,
    sources: sources.map(({ id, name, by, catalogue }) => ({
      ...{ id, name, by },
      known: { name: catalogue.name, asOf: catalogue.asOf },
    })),
  };
  const rowOf = ({ source, id }: Home): HomeRow => [
    sources.findIndex((one) => one.catalogue === source.catalogue),
    id,
  ];
  const homeRows = new Map([...homes].map(([id, all]) => [id, all.map(rowOf)]));
  const [sure = new Map(), derived = new Map()] = merged.byTitle;
  return writeSections(MAGIC, [
    new TextEncoder().encode(JSON.stringify(head)),
    ...freezeFacts(merged),
    ...[sure, derived, merged.byNumber, homeRows].flatMap(freezeLookup),
    ...freezePrints(merged.prints, merged.entries.length),
    ...freezeGrams(merged.byGram),
    // For statuses each is asked by itself: facts are all that takes.
    ...sources.flatMap(({ catalogue }) => freezeFacts(catalogue)),
  ]);
}

/** Opens what `freeze` wrote. @throws CatalogueError where it is something else, or of another version */
export function thaw(file: Uint8Array): Catalogue {
  const sections = openSections(MAGIC, file);
  const { name, asOf, sources: heads } = headOf(sections.bytes());
  const facts = thawFacts(sections);
  const byTitle = [thawLookup<number[]>(sections), thawLookup<number[]>(sections)];
  const byNumber = thawLookup<number[]>(sections);
  const homeRows = thawLookup<HomeRow[]>(sections);
  const prints = thawPrints(sections);
  const byGram = thawGrams(sections);
  const sources = heads.map(({ id, name, by, known }): Source => {
    const catalogue = { ...known, ...thawFacts(sections), prints: NONE, byGram: NOWHERE };
    return { id, name, by, catalogue: { ...catalogue, byTitle: [], byNumber: NOWHERE } };
  });
  const homeOf = ([at, id]: HomeRow) => ({ source: sources[at] as Source, id });
  const homes: Lookup<string, readonly Home[]> = {
    get: (id) => homeRows.get(id)?.map(homeOf),
    has: homeRows.has,
  };
  return { name, asOf, ...facts, byTitle, byNumber, prints, byGram, homes };
}

const NONE = { length: 0, at: () => undefined };
const NOWHERE = { get: () => undefined, has: () => false };

function freezeFacts({ entries, incoming, byId }: WholeCatalogue): Section[] {
  return [...freezeRows(entries), ...freezeRows(incoming), ...freezeLookup(byId)];
}

function thawFacts(sections: Sections): Pick<Catalogue, 'entries' | 'incoming' | 'byId'> {
  return {
    entries: thawRows<Entry>(sections),
    incoming: thawRows<Incoming[]>(sections),
    byId: thawLookup<number>(sections),
  };
}

function headOf(bytes: Uint8Array): Head {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Head;
  } catch {
    throw new CatalogueError('problemCatalogueBroken');
  }
}
