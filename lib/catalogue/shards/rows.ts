import * as v from 'valibot';
import { Day, Entry, RELATIONS } from '../facts.ts';
import { CatalogueError } from '../format.ts';
import type { RelationType } from '../types.ts';
import { squeeze, unsqueeze } from './squeeze.ts';

/** What one document does to another, or has done to it. */
export interface Deed {
  type: RelationType;
  /** The document that the other one stands in relation to does it to that one; else it is done to it. */
  own: boolean;
  other: Entry;
  until?: string;
}

/** A document on its way into shards: its facts and what binds it to others, wherever those stand. */
export interface Bound {
  entry: Entry;
  deeds: readonly Deed[];
}

/** Facts as they are written down: a list in a fixed order, cut after the last that is known. */
const ROW = [
  'id',
  'title',
  'noticeTitle',
  'docNumber',
  'issuers',
  'kind',
  'issued',
  'published',
  'effective',
  'expires',
  'otherTitles',
  'otherNumbers',
] as const;

/** What one document does to another: which, by their places, and until when for `extends`. */
type DeedRow = readonly [RelationType, number, number, string?];

/** Documents and their relations: `deeds` point at documents by their place, after these at `others`. */
export interface Rows {
  rows: readonly unknown[];
  others: readonly unknown[];
  deeds: readonly unknown[];
}

const isRows = (value: unknown): value is Rows =>
  typeof value === 'object' &&
  value !== null &&
  ['rows', 'others', 'deeds'].every((name) => Array.isArray(Reflect.get(value, name)));

/** Compresses rows. */
export function packRows(rows: Rows): Uint8Array {
  return squeeze(new TextEncoder().encode(JSON.stringify(rows)));
}

/** Reads compressed rows. Each row is checked when it is used. @throws CatalogueError where they are none */
export function openRows(bytes: Uint8Array): Rows {
  try {
    const rows: unknown = JSON.parse(new TextDecoder().decode(unsqueeze(bytes)));
    if (isRows(rows)) return rows;
  } catch {
    // What is no JSON is no rows either.
  }
  throw new CatalogueError('problemShardBroken');
}

/** Writes documents down. @param facts whether with their facts, or only what binds them */
export function toRows(documents: readonly Bound[], facts: boolean): Rows {
  const others: unknown[] = [];
  const places = new Map<string, number>();
  const deeds: DeedRow[] = [];
  documents.forEach(({ deeds: own }, at) => {
    for (const deed of own) {
      const row = toRow(deed.other);
      const key = JSON.stringify(row);
      const place = places.get(key) ?? documents.length + others.push(row) - 1;
      places.set(key, place);
      const [from, to] = deed.own ? [at, place] : [place, at];
      deeds.push(deed.until ? [deed.type, from, to, deed.until] : [deed.type, from, to]);
    }
  });
  return { rows: facts ? documents.map(({ entry }) => toRow(entry)) : [], others, deeds };
}

function toRow(entry: Entry): unknown[] {
  const row: unknown[] = ROW.map((name) => {
    const value = name === 'id' && entry.id === usualId(entry) ? null : entry[name];
    return Array.isArray(value) && value.length === 0 ? null : value;
  });
  while (row.length > 0 && row[row.length - 1] === null) row.pop();
  return row;
}

const DeedTuple = v.union([
  v.strictTuple([v.picklist(RELATIONS), v.number(), v.number()]),
  v.strictTuple([v.picklist(RELATIONS), v.number(), v.number(), Day]),
]);

/** Reads what one document does to another. @returns null where it is nothing of the kind */
export function fromDeed(deed: unknown): DeedRow | null {
  const parsed = v.safeParse(DeedTuple, deed);
  return parsed.success ? parsed.output : null;
}

/** Reads one row. @returns null where it is none */
export function fromRow(row: unknown): Entry | null {
  if (!Array.isArray(row)) return null;
  const facts: Record<string, unknown> = {};
  ROW.forEach((name, at) => {
    if (row[at] !== null && row[at] !== undefined) facts[name] = row[at];
  });
  facts.id ??= usualId(facts);
  const parsed = v.safeParse(Entry, facts);
  return parsed.success ? parsed.output : null;
}

const usualId = ({ docNumber, title }: { docNumber?: unknown; title?: unknown }) => docNumber ?? title;
