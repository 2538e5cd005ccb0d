import { GRAMS_KEPT, type Print } from '../format.ts';
import { BLOCK, type GroupRef, packBody, packList } from './body.ts';
import { packGroup } from './group.ts';
import { keysOf, type Side } from './keys.ts';
import { FILE_BYTES, type FileRef, MANIFEST_FILE, pathOf, SHARDS_A_PAGE, writeRef } from './layout.ts';
import { type Manifest, packStarts, signManifest } from './manifest.ts';
import { openPlacing, type Shelved } from './place.ts';
import { type Bound, toRows } from './rows.ts';

/** Documents to be split into shards, by their number from 0: asked for a shard at a time, never all at once. */
export interface Supply {
  count: number;
  /** What a document is called. */
  names(document: number): { titles: string[]; numbers: string[] };
  /** Its facts and relations. */
  bound(document: number): Bound;
  /** The fingerprints of documents of one shard. */
  prints(documents: readonly number[]): Print[];
}

/** What a status is made of; other relations lie with the sentences. */
const STATUS: ReadonlySet<string> = new Set(['repeals', 'amends', 'extends']);
/** Bytes of a group, unless said otherwise: what a page's other requests leave of its 200 KB. */
export const GROUP_BYTES = 28 * 1024;

export interface ShardOptions {
  name: string;
  maker: string;
  asOf: string;
  keys: CryptoKeyPair;
  groupBytes?: number;
  /** Keeps a file under its path. */
  put: (path: string, bytes: Uint8Array) => void;
}

/**
 * Splits a catalogue into shards and signs their manifest, which is written last.
 *
 * @returns the manifest as written
 */
export async function buildShards(supply: Supply, options: ShardOptions): Promise<Manifest> {
  const placings = { titles: openPlacing(), numbers: openPlacing() };
  for (let document = 0; document < supply.count; document++) {
    const { titles, numbers } = supply.names(document);
    for (const key of keysOf(titles, numbers)) placings[key.side].add(key, document);
  }
  const grams = new Uint32Array(supply.count * GRAMS_KEPT);
  const fits = { shard: [] as number[], group: [] as number[] };
  const refs: FileRef[] = [];
  const shards = { titles: '', numbers: '' };
  let bytes = 0;
  for (const side of ['titles', 'numbers'] as const) {
    const { starts, at } = placings[side].shelve();
    shards[side] = packStarts(starts);
    for (let shard = 0; shard < starts.length; shard++) refs.push(...(await writeShard(side, at(shard))));
  }
  const pages: Manifest['pages'] = [];
  for (let from = 0; from < refs.length; from += SHARDS_A_PAGE * 2) {
    const part = refs.slice(from, from + SHARDS_A_PAGE * 2);
    const page = new Uint8Array(part.length * FILE_BYTES);
    part.forEach((ref, k) => {
      writeRef(page, k * FILE_BYTES, ref);
    });
    const { hash, length } = await put(page);
    pages.push({ sha256: btoa(String.fromCharCode(...hash)), bytes: length });
  }
  const manifest: Manifest = {
    name: options.name,
    maker: options.maker,
    asOf: options.asOf,
    documents: supply.count,
    shards,
    fits: { shard: share(fits.shard), group: share(fits.group) },
    bytes,
    pages,
  };
  options.put(MANIFEST_FILE, await signManifest(manifest, options.keys));
  return manifest;

  async function put(content: Uint8Array): Promise<FileRef> {
    const hash = await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>);
    const ref = { hash: new Uint8Array(hash), length: content.length };
    options.put(pathOf(ref), content);
    bytes += content.length;
    return ref;
  }

  async function writeShard(side: Side, { documents, hashes }: Shelved): Promise<FileRef[]> {
    const prints = side === 'titles' ? supply.prints(documents) : [];
    prints.forEach((print, k) => {
      grams.set(print.grams, (documents[k] as number) * GRAMS_KEPT);
    });
    const bound = documents.map((document) => supply.bound(document));
    const groups = side === 'titles' ? await writeGroups(documents, bound, prints) : [];
    const status = bound.map(({ entry, deeds }) => ({
      entry,
      deeds: deeds.filter(({ type }) => STATUS.has(type)),
    }));
    const blocks = Array.from({ length: Math.ceil(status.length / BLOCK) }, (_, k) =>
      toRows(status.slice(k * BLOCK, (k + 1) * BLOCK), true),
    );
    const own = documents.map((at) => grams.subarray(at * GRAMS_KEPT, (at + 1) * GRAMS_KEPT));
    fits.shard.push(new Set(documents).size);
    return [await put(packList(hashes)), await put(packBody(own, groups, blocks))];
  }

  async function writeGroups(
    documents: readonly number[],
    bound: readonly Bound[],
    prints: readonly Print[],
  ): Promise<GroupRef[]> {
    const groups: GroupRef[] = [];
    for (const [first, next] of groupsOf(prints, options.groupBytes ?? GROUP_BYTES)) {
      const lesser = bound.slice(first, next).map(({ entry, deeds }) => ({
        entry,
        deeds: deeds.filter(({ type }) => !STATUS.has(type)),
      }));
      const group = { sentences: prints.slice(first, next), rows: toRows(lesser, false) };
      groups.push({ first, ...(await put(packGroup(group))) });
      fits.group.push(new Set(documents.slice(first, next)).size);
    }
    return groups;
  }
}

/** Neighbouring documents in groups of equal bytes, as few as leave none with more than wanted. */
function groupsOf(prints: readonly Print[], bytes: number): [first: number, next: number][] {
  const sizes = prints.map(({ hashes }) => 4 + hashes.length * 6);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.max(1, Math.ceil(total / bytes));
  const groups: [number, number][] = [];
  let first = 0;
  let sum = 0;
  sizes.forEach((size, at) => {
    sum += size;
    const isLast = at === sizes.length - 1;
    if (!isLast && sum < (total * (groups.length + 1)) / count) return;
    groups.push([first, at + 1]);
    first = at + 1;
  });
  return groups;
}

function share(values: readonly number[]): { least: number; median: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { least: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0 };
}
