import { CatalogueError, GRAMS_KEPT } from '../format.ts';
import { FILE_BYTES, type FileRef, GRAM_BYTES, GRAM_MASK, readRef, writeRef } from './layout.ts';
import { openRows, packRows, type Rows } from './rows.ts';

/** Some neighbouring documents of a shard whose sentences lie in one file. */
export interface GroupRef extends FileRef {
  /** The slot of its first document. */
  first: number;
}

/** A shard's identification and facts. */
export interface Body {
  /** Documents in it. */
  count: number;
  /** The fourteen grams of the document in a slot, cut to 24 bits; 0 where it has fewer. */
  grams(slot: number): Uint32Array;
  groups: GroupRef[];
  /** The facts of the document in a slot: the block that holds them, and where that block begins. */
  rows(slot: number): { first: number; rows: Rows };
}

/** Documents of which the facts are compressed together: a page needs those of one or two blocks. */
export const BLOCK = 128;

const HEAD = 8;
const ONE_GRAMS = GRAMS_KEPT * GRAM_BYTES;
const ONE_GROUP = 2 + FILE_BYTES;

/** Writes the key hashes of a shard's documents, in the order of their slots. */
export function packList(hashes: readonly number[]): Uint8Array {
  const out = new Uint8Array(hashes.length * 4);
  const view = new DataView(out.buffer);
  hashes.forEach((hash, slot) => {
    view.setUint32(slot * 4, hash, true);
  });
  return out;
}

/** The slots of the documents that have a key: few, by binary search. */
export function findInList(list: Uint8Array, hash: number): number[] {
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  const count = list.length >> 2;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint32(middle * 4, true) < hash) low = middle + 1;
    else high = middle;
  }
  const slots: number[] = [];
  for (let slot = low; slot < count && view.getUint32(slot * 4, true) === hash; slot++) slots.push(slot);
  return slots;
}

/** Writes a body. @param blocks the facts of each `BLOCK` documents */
export function packBody(
  grams: readonly Uint32Array[],
  groups: readonly GroupRef[],
  blocks: readonly Rows[],
): Uint8Array {
  const packed = blocks.map(packRows);
  const groupsAt = HEAD + grams.length * ONE_GRAMS;
  const lengthsAt = groupsAt + groups.length * ONE_GROUP;
  let at = lengthsAt + packed.length * 4;
  const out = new Uint8Array(packed.reduce((sum, { length }) => sum + length, at));
  const view = new DataView(out.buffer);
  view.setUint32(0, grams.length, true);
  view.setUint32(4, groups.length, true);
  grams.forEach((one, slot) => {
    for (let k = 0; k < GRAMS_KEPT; k++) {
      const gramAt = HEAD + slot * ONE_GRAMS + k * GRAM_BYTES;
      view.setUint16(gramAt, (one[k] ?? 0) & 0xffff, true);
      view.setUint8(gramAt + 2, ((one[k] ?? 0) & GRAM_MASK) >>> 16);
    }
  });
  groups.forEach((group, k) => {
    view.setUint16(groupsAt + k * ONE_GROUP, group.first, true);
    writeRef(out, groupsAt + k * ONE_GROUP + 2, group);
  });
  packed.forEach((block, k) => {
    view.setUint32(lengthsAt + k * 4, block.length, true);
    out.set(block, at);
    at += block.length;
  });
  return out;
}

/** Reads a body. @throws CatalogueError where it is not well formed, though its hash was right */
export function openBody(bytes: Uint8Array): Body {
  const broken = new CatalogueError('problemShardBroken');
  if (bytes.length < HEAD) throw broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const groupCount = view.getUint32(4, true);
  const groupsAt = HEAD + count * ONE_GRAMS;
  const lengthsAt = groupsAt + groupCount * ONE_GROUP;
  const starts = [lengthsAt + Math.ceil(count / BLOCK) * 4];
  if ((starts[0] ?? 0) > bytes.length) throw broken;
  for (let k = 0; k < Math.ceil(count / BLOCK); k++)
    starts.push((starts[k] ?? 0) + view.getUint32(lengthsAt + k * 4, true));
  if (starts[starts.length - 1] !== bytes.length) throw broken;
  const groups = Array.from({ length: groupCount }, (_, k) => ({
    first: view.getUint16(groupsAt + k * ONE_GROUP, true),
    ...readRef(bytes, groupsAt + k * ONE_GROUP + 2),
  }));
  const blocks = new Map<number, Rows>();
  return { count, groups, rows, grams };

  function grams(slot: number): Uint32Array {
    return Uint32Array.from({ length: GRAMS_KEPT }, (_, k) => {
      const at = HEAD + slot * ONE_GRAMS + k * GRAM_BYTES;
      return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    });
  }

  function rows(slot: number) {
    const block = Math.floor(slot / BLOCK);
    const opened = blocks.get(block) ?? openRows(bytes.subarray(starts[block], starts[block + 1]));
    blocks.set(block, opened);
    return { first: block * BLOCK, rows: opened };
  }
}
