import type { WholeCatalogue } from '../catalogue.ts';
import { titlesOf } from '../compile.ts';
import type { Entry } from '../facts.ts';
import { GRAMS_KEPT, type Print } from '../format.ts';
import type { Supply } from './build.ts';
import type { Deed } from './rows.ts';

/** A law that everybody cites is not followed by a list of everybody. */
const MOST_CITING = 20;
const CITING: ReadonlySet<string> = new Set(['basis', 'cites']);

/** The documents of a catalogue in memory, to be split into shards: those known by name only too. */
export function supplyOf({ entries, prints, incoming }: WholeCatalogue): Supply {
  const entryAt = (at: number) => entries[at] as Entry;
  return {
    count: entries.length,
    names: (at) => {
      const entry = entryAt(at);
      return {
        titles: titlesOf(entry),
        numbers: [entry.docNumber, ...entry.otherNumbers].filter((number) => number !== null),
      };
    },
    bound: (at) => {
      const own = entryAt(at).relations.map(({ type, to, until }) => deed(type, true, to, until));
      let citing = 0;
      const others = (incoming[at] ?? [])
        .filter(({ type }) => !CITING.has(type) || citing++ < MOST_CITING)
        .map(({ type, from, until }) => deed(type, false, from, until));
      return { entry: entryAt(at), deeds: [...own, ...others] };
    },
    prints: (documents) => documents.map((at) => prints[at] ?? NO_PRINT),
  };

  function deed(type: Deed['type'], own: boolean, at: number, until: string | null | undefined): Deed {
    return { type, own, other: entryAt(at), ...(until ? { until } : {}) };
  }
}

const NO_PRINT: Print = {
  grams: new Uint32Array(GRAMS_KEPT),
  hashes: new Uint32Array(0),
  nears: new Uint16Array(0),
};
