import type { Entry } from '../facts.ts';
import { type Print, pack } from '../format.ts';
import { loadCatalogue, type WholeCatalogue } from '../index.ts';
import type { Body } from './body.ts';
import type { Group } from './group.ts';
import type { Manifest } from './manifest.ts';
import { fromDeed, fromRow, type Rows } from './rows.ts';

/** The group of a body that holds some slots' sentences, once it was fetched. */
export interface Fetched {
  first: number;
  group: Group;
}

/**
 * Makes a catalogue of the few documents of a shard that a page may be, and of those that they stand in
 * relation to, so that it is asked like any other.
 *
 * @param slots their places in the shard
 * @param fetched sentences, where the reader wants the text compared
 */
export function gather(
  { name, asOf }: Pick<Manifest, 'name' | 'asOf'>,
  body: Body,
  slots: readonly number[],
  fetched: Fetched | null,
): WholeCatalogue {
  const entries: Entry[] = [];
  const prints: Print[] = [];
  const places = new Map<string, number>();
  const bySlot = new Map<number, number>();
  const blocks = new Map<number, Rows>();
  for (const slot of slots) {
    const { first, rows } = body.rows(slot);
    blocks.set(first, rows);
    const entry = fromRow(rows.rows[slot - first]);
    if (!entry) continue;
    const at = enter(entry);
    bySlot.set(slot, at);
    prints[at] ??= {
      grams: body.grams(slot),
      ...(fetched?.group.sentences[slot - fetched.first] ?? NO_SENTENCES),
    };
  }
  for (const [first, rows] of blocks) bind(rows, first, rows.rows.length);
  if (fetched) bind(fetched.group.rows, fetched.first, fetched.group.sentences.length);
  return loadCatalogue(pack({ name, asOf, entries }, prints));

  function enter(entry: Entry): number {
    const place = places.get(entry.id) ?? entries.push({ ...entry, relations: [] }) - 1;
    places.set(entry.id, place);
    return place;
  }

  /** Places below `count` are slots, counted from `first`; those above are the others. */
  function bind(rows: Rows, first: number, count: number): void {
    const wanted = (place: unknown) => typeof place === 'number' && bySlot.has(place + first);
    const at = (place: number): number | undefined => {
      if (place < count) return bySlot.get(place + first);
      const entry = fromRow(rows.others[place - count]);
      return entry ? enter(entry) : undefined;
    };
    for (const row of rows.deeds) {
      if (!Array.isArray(row) || !(wanted(row[1]) || wanted(row[2]))) continue;
      const deed = fromDeed(row);
      if (!deed) continue;
      const [type, one, other, until] = deed;
      const [from, to] = [at(one), at(other)];
      if (from !== undefined && to !== undefined)
        entries[from]?.relations.push({ type, to, ...(until ? { until } : {}) });
    }
  }
}

const NO_SENTENCES = { hashes: new Uint32Array(0), nears: new Uint16Array(0) };
