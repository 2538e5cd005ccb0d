import { CatalogueError } from '../format.ts';
import { openRows, packRows, type Rows } from './rows.ts';

/** Sentences of one document: see `Print`. */
export interface Sentences {
  hashes: Uint32Array;
  nears: Uint16Array;
}

/** Sentences of some neighbouring documents, and what binds them to others beside what the body says. */
export interface Group {
  sentences: Sentences[];
  rows: Rows;
}

/** Writes a group: documents (4), sentences of each (4), all hashes (4 each), all near hashes (2), rows. */
export function packGroup({ sentences, rows }: Group): Uint8Array {
  const json = packRows(rows);
  const total = sentences.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const hashesAt = 4 + sentences.length * 4;
  const nearsAt = hashesAt + total * 4;
  const out = new Uint8Array(nearsAt + total * 2 + json.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, sentences.length, true);
  let at = 0;
  sentences.forEach(({ hashes, nears }, k) => {
    view.setUint32(4 + k * 4, hashes.length, true);
    hashes.forEach((hash, i) => {
      view.setUint32(hashesAt + (at + i) * 4, hash, true);
      view.setUint16(nearsAt + (at + i) * 2, nears[i] ?? 0, true);
    });
    at += hashes.length;
  });
  out.set(json, nearsAt + total * 2);
  return out;
}

/** Reads a group. @throws CatalogueError where it is not well formed, though its hash was right */
export function openGroup(bytes: Uint8Array): Group {
  const broken = new CatalogueError('problemShardBroken');
  if (bytes.length < 4) throw broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const hashesAt = 4 + count * 4;
  if (hashesAt > bytes.length) throw broken;
  const lengths = Array.from({ length: count }, (_, k) => view.getUint32(4 + k * 4, true));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const nearsAt = hashesAt + total * 4;
  if (nearsAt + total * 2 > bytes.length) throw broken;
  let at = 0;
  const sentences = lengths.map((length) => {
    const from = at;
    at += length;
    return {
      hashes: Uint32Array.from({ length }, (_, i) => view.getUint32(hashesAt + (from + i) * 4, true)),
      nears: Uint16Array.from({ length }, (_, i) => view.getUint16(nearsAt + (from + i) * 2, true)),
    };
  });
  return { sentences, rows: openRows(bytes.subarray(nearsAt + total * 2)) };
}
