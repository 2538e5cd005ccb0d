import type { Listed, Lookup } from '../catalogue.ts';
import type { Section, Sections } from './sections.ts';

/** Writes values down, to be read one by one by their places. */
export function freezeRows(values: readonly unknown[]): Section[] {
  const encoder = new TextEncoder();
  const rows = values.map((value) => encoder.encode(JSON.stringify(value)));
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, k) => {
    starts[k + 1] = (starts[k] as number) + row.length;
  });
  const text = new Uint8Array(starts[rows.length] as number);
  rows.forEach((row, k) => {
    text.set(row, starts[k]);
  });
  return [starts, text];
}

/** What `freezeRows` wrote; a row is read when it is first asked for. */
export function thawRows<T>(sections: Sections): Listed<T> {
  const starts = sections.words();
  const text = sections.bytes();
  const decoder = new TextDecoder();
  const read = new Map<number, T>();
  const length = Math.max(0, starts.length - 1);
  return { length, at };

  function at(place: number): T | undefined {
    if (!(place >= 0 && place < length)) return undefined;
    let value = read.get(place);
    if (value === undefined) {
      value = JSON.parse(decoder.decode(text.subarray(starts[place], starts[place + 1]))) as T;
      read.set(place, value);
    }
    return value;
  }
}

/** Writes a map down, to be asked for its keys without reading it. */
export function freezeLookup(map: ReadonlyMap<string, unknown>): Section[] {
  const rows = [...map].map((row) => ({ row, hash: hashOf(row[0]) })).sort((a, b) => a.hash - b.hash);
  return [Uint32Array.from(rows, ({ hash }) => hash), ...freezeRows(rows.map(({ row }) => row))];
}

/** What `freezeLookup` wrote. */
export function thawLookup<T>(sections: Sections): Lookup<string, T> {
  const hashes = sections.words();
  const rows = thawRows<[key: string, value: T]>(sections);
  return { get, has: (key) => get(key) !== undefined };

  function get(key: string): T | undefined {
    const hash = hashOf(key);
    for (let k = firstAt(hashes, hash); hashes[k] === hash; k++) {
      const row = rows.at(k);
      if (row?.[0] === key) return row[1];
    }
    return undefined;
  }
}

/** The place of the first of sorted numbers that is not below another. */
export function firstAt(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a over UTF-16 units. Keys of one hash are told apart by themselves. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
