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

/** Things by their place, from 0: an array, or what makes each when it is asked for. */
export interface Listed<T> {
  readonly length: number;
  at(place: number): T | undefined;
}

/** Things by a key: a map, or what finds them elsewhere. */
export interface Lookup<Key, T> {
  get(key: Key): T | undefined;
  has(key: Key): boolean;
}

/** A catalogue and what it is called where a fact of it is told. */
export interface Source<C extends Catalogue = Catalogue> {
  /** Stands before the ids of its documents; null for the bundled catalogue, whose ids stay as they are. */
  id: string | null;
  /** What it is called and who made it. */
  name: string;
  by: string;
  catalogue: C;
}

/** Where a document stands: in which catalogue, under which of its own ids. */
export interface Home {
  source: Source;
  id: string;
}

/** A catalogue ready to be asked. Made by `loadCatalogue` or `thaw`; read it through `index.ts`. */
export interface Catalogue {
  name: string;
  /** The day up to which it knows of repeals and amendments. */
  asOf: string;
  entries: Listed<Entry>;
  /** The fingerprints of the entry at the same place; an entry without them is known by name only. */
  prints: Listed<Print>;
  byId: Lookup<string, number>;
  /** Entries by the n-th of their title keys (see `titleKeys`): the surest ones are asked first. */
  byTitle: readonly Lookup<string, readonly number[]>[];
  byNumber: Lookup<string, readonly number[]>;
  /** Entries by gram: `entry * 16 + slot`. A gram belongs to one document of a catalogue, or to few. */
  byGram: Lookup<number, readonly number[]>;
  incoming: Listed<readonly Incoming[]>;
  /** Where several catalogues were made one (`together`): which of them know a document, by its id here. */
  homes?: Lookup<string, readonly Home[]>;
}

/** A catalogue all of which lies in memory, so that it can be gone through and added to. */
export interface WholeCatalogue extends Catalogue {
  entries: Entry[];
  prints: Print[];
  byId: Map<string, number>;
  byTitle: Map<string, number[]>[];
  byNumber: Map<string, number[]>;
  byGram: Map<number, number[]>;
  incoming: Incoming[][];
  homes?: Map<string, Home[]>;
}

/**
 * Reads a compiled catalogue and makes its indexes.
 *
 * @param bytes the file `catalogue.bin`
 * @param indexed false for one that is only asked for statuses, and put together with others (`together`),
 *   where the indexes are made
 * @throws CatalogueError where it can't be used
 */
export function loadCatalogue(bytes: Uint8Array, indexed = true): WholeCatalogue {
  const { contents, prints } = unpack(bytes);
  const { name, asOf, entries } = contents;
  const catalogue = emptyCatalogue(name, asOf);
  if (indexed) {
    for (const entry of entries) enter(catalogue, entry);
    prints.forEach((print, at) => {
      enterPrint(catalogue, print, at);
    });
  } else {
    const byId = new Map(entries.map(({ id }, at) => [id, at]));
    Object.assign(catalogue, { entries, prints, byId, incoming: entries.map(() => []) });
  }
  entries.forEach((entry, from) => {
    for (const { type, to, until } of entry.relations)
      catalogue.incoming[to]?.push({ type, from, until: until ?? null });
  });
  return catalogue;
}

/** A catalogue that knows nothing yet: `enter`, `enterPrint` and `incoming` fill it. */
export function emptyCatalogue(name: string, asOf: string): WholeCatalogue {
  return {
    name,
    asOf,
    entries: [],
    prints: [],
    byId: new Map(),
    byTitle: [new Map(), new Map()],
    byNumber: new Map(),
    byGram: new Map(),
    incoming: [],
  };
}

/** Adds an entry, its titles and numbers, but not its relations. @returns its place */
export function enter(catalogue: WholeCatalogue, entry: Entry): number {
  const at = catalogue.entries.push(entry) - 1;
  catalogue.byId.set(entry.id, at);
  catalogue.incoming.push([]);
  const [sure, derived] = catalogue.byTitle as [Map<string, number[]>, Map<string, number[]>];
  for (const title of titlesOf(entry)) {
    titleKeys(title).forEach((key, rank) => {
      put(rank === 0 ? sure : derived, key, at);
    });
  }
  for (const number of [entry.docNumber, ...entry.otherNumbers]) enterNumber(catalogue, number, at);
  return at;
}

/** Adds a number under which an entry is found. */
export function enterNumber(catalogue: WholeCatalogue, docNumber: string | null, at: number): void {
  const key = docNumber && numberKey(docNumber)?.key;
  if (key) put(catalogue.byNumber, key, at);
}

/** Adds the fingerprints of an entry. */
export function enterPrint(catalogue: WholeCatalogue, print: Print, at: number): void {
  catalogue.prints[at] = print;
  print.grams.forEach((gram, slot) => {
    if (gram !== 0) put(catalogue.byGram, gram, at * 16 + slot);
  });
}

/** Lists stay short in a catalogue that was made by us; one from elsewhere may hold a title a million times. */
function put<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  // Entries come in order: the same one again is the last.
  else if (list[list.length - 1] !== value) list.push(value);
}
