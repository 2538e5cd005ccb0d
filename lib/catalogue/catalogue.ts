import { titlesOf } from './compile.ts';
import type { Entry } from './facts.ts';
import { type Print, unpack } from './format.ts';
import { numberKey, titleKeys } from './keys.ts';
import type { RelationType } from './types.ts';

/** A relation that points at an entry. */
export interface Incoming {
  type: RelationType;
  from: number;
  until: string | null;
}

/** A catalogue ready to be asked. Made by `loadCatalogue`; read it through `index.ts`. */
export interface Catalogue {
  name: string;
  /** The day up to which it knows of repeals and amendments. */
  asOf: string;
  entries: Entry[];
  /** `prints[i]` belongs to `entries[i]`; entries after the last print are known by name only. */
  prints: Print[];
  byId: Map<string, number>;
  /** Entries by the n-th of their title keys (see `titleKeys`): the surest ones are asked first. */
  byTitle: Map<string, number[]>[];
  byNumber: Map<string, number[]>;
  /** Entries by gram: `entry * 16 + slot`. A gram belongs to one document of a catalogue, or to few. */
  byGram: Map<number, number[]>;
  incoming: Incoming[][];
}

/**
 * Reads a compiled catalogue and makes its indexes.
 *
 * @param bytes the file `catalogue.bin`, or a pack
 * @throws CatalogueError where it can't be used
 */
export function loadCatalogue(bytes: Uint8Array): Catalogue {
  const { contents, prints } = unpack(bytes);
  const { entries } = contents;
  const catalogue: Catalogue = {
    name: contents.name,
    asOf: contents.asOf,
    entries,
    prints,
    byId: new Map(entries.map((entry, at) => [entry.id, at])),
    byTitle: [new Map(), new Map()],
    byNumber: new Map(),
    byGram: new Map(),
    incoming: entries.map(() => []),
  };
  const [sure, derived] = catalogue.byTitle as [Map<string, number[]>, Map<string, number[]>];
  entries.forEach((entry, at) => {
    for (const title of titlesOf(entry)) {
      titleKeys(title).forEach((key, rank) => {
        put(rank === 0 ? sure : derived, key, at);
      });
    }
    for (const number of [entry.docNumber, ...entry.otherNumbers]) {
      const key = number && numberKey(number)?.key;
      if (key) put(catalogue.byNumber, key, at);
    }
    for (const { type, to, until } of entry.relations)
      catalogue.incoming[to]?.push({ type, from: at, until: until ?? null });
  });
  prints.forEach((print, at) => {
    print.grams.forEach((gram, slot) => {
      if (gram !== 0) put(catalogue.byGram, gram, at * 16 + slot);
    });
  });
  return catalogue;
}

function put<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
