import * as v from 'valibot';
import { Contents } from './facts.ts';

/**
 * A compiled catalogue, little-endian:
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | `ZHUPICAT` |
 * | 4 × 4 | format version, documents with fingerprints N, their sentences S, bytes of the contents |
 * | N × 60 | identification: its first sentence, 14 grams |
 * | S × 4 | sentence hashes, in order |
 * | S × 2 | near hashes, in order; the lowest bit is set where the sentence may be absent |
 * | rest | contents: JSON, the facts |
 *
 * **Two tiers.** A page is first compared with the identification alone, 60 bytes a document; sentences,
 * 6 bytes each, are looked at only for the documents that this finds. Grams and sentences are hashes of
 * letters, so that nothing of a text can be read back.
 *
 * **Why fourteen grams.** A gram is eight letters in a row. A page sends one gram in eight, chosen by its
 * own letters, so a document's grams are among them whatever stands around. Fourteen of them are kept, one
 * from each fourteenth of the text, none that stands in another document of the catalogue or in a title.
 * With 5 % of characters changed a gram survives with 0.95^8 = 0.66: of fourteen 9 are expected, and fewer
 * than 3 are left once in 11,000 times. Half a document keeps seven. Two random grams agree once in 2^32: a
 * page of 5,000 characters sends 600, so that against 1,000,000 documents (14,000,000 grams) two of them
 * agree by chance, but two of one document only on one page in 500,000.
 *
 * **Why 32 + 16 bits a sentence.** Sentences are only compared with those of documents already identified.
 * A page of 5,000 sentences against one of 700 agrees by chance once in 1,200 pages (5,000 × 700 / 2^32),
 * and a single chance agreement, out of order, is not believed. 15 further bits are the least 4-gram
 * of the sentence: two copies that differ by one character in forty share it eight times in ten, and so an
 * altered sentence is told from a missing one. The last bit marks what copies of a document often lack: a
 * site's own lines, the head, a signature.
 */
export const FORMAT_VERSION = 1;
export const GRAMS_KEPT = 14;
export const IDENTIFICATION_BYTES = 4 + GRAMS_KEPT * 4;
export const SENTENCE_BYTES = 6;

const MAGIC = 'ZHUPICAT';
const HEADER = 24;
/** More than any catalogue we can hold in a worker. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A document's fingerprints as they are kept. */
export interface Print {
  /** Fourteen grams in text order; 0 where the text has fewer. */
  grams: Uint32Array;
  hashes: Uint32Array;
  nears: Uint16Array;
}

/** Whether a copy may lack the k-th sentence and still be whole. */
export function mayLack(print: Print, k: number): boolean {
  return ((print.nears[k] as number) & 1) === 1;
}

/** A catalogue file as it lies in memory. */
export interface Parsed {
  contents: Contents;
  prints: Print[];
  bytes: number;
}

/** A catalogue file that can't be used: a key of the locales and its arguments, like a `Problem`. */
export class CatalogueError extends Error {
  readonly key: string;
  readonly args: string[];
  constructor(key: string, ...args: string[]) {
    super(`${key} ${args.join(' ')}`.trim());
    this.key = key;
    this.args = args;
  }
}

/** Writes a catalogue. `prints[i]` belongs to `contents.entries[i]`. */
export function pack(contents: Contents, prints: readonly Print[]): Uint8Array {
  const sentences = prints.reduce((sum, print) => sum + print.hashes.length, 0);
  const json = new TextEncoder().encode(JSON.stringify(contents, withoutNothing));
  const identification = prints.length * IDENTIFICATION_BYTES;
  const out = new Uint8Array(HEADER + identification + sentences * SENTENCE_BYTES + json.length);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(MAGIC));
  [FORMAT_VERSION, prints.length, sentences, json.length].forEach((value, i) => {
    view.setUint32(8 + i * 4, value, true);
  });
  let sentence = 0;
  const hashesAt = HEADER + identification;
  const nearsAt = hashesAt + sentences * 4;
  prints.forEach((print, i) => {
    const at = HEADER + i * IDENTIFICATION_BYTES;
    view.setUint32(at, sentence, true);
    print.grams.forEach((gram, slot) => {
      view.setUint32(at + 4 + slot * 4, gram, true);
    });
    print.hashes.forEach((hash, k) => {
      view.setUint32(hashesAt + (sentence + k) * 4, hash, true);
      view.setUint16(nearsAt + (sentence + k) * 2, print.nears[k] ?? 0, true);
    });
    sentence += print.hashes.length;
  });
  out.set(json, nearsAt + sentences * 2);
  return out;
}

/** Most facts of most documents are not known: what is null or an empty list is left out. */
function withoutNothing(key: string, value: unknown): unknown {
  const nothing = value === null || (key !== 'entries' && Array.isArray(value) && value.length === 0);
  return nothing ? undefined : value;
}

/**
 * Reads a catalogue.
 *
 * @throws CatalogueError for a file that is none, is of a newer format, is damaged, or is too large
 */
export function unpack(bytes: Uint8Array): Parsed {
  if (bytes.length > MOST_BYTES) throw new CatalogueError('problemCatalogueHuge', String(MOST_BYTES >> 20));
  if (bytes.length < HEADER || new TextDecoder('latin1').decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new CatalogueError('problemCatalogueForeign');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [version = 0, count = 0, sentences = 0, json = 0] = [0, 1, 2, 3].map((i) =>
    view.getUint32(8 + i * 4, true),
  );
  if (version !== FORMAT_VERSION) throw new CatalogueError('problemCatalogueNewer', String(version));
  const hashesAt = HEADER + count * IDENTIFICATION_BYTES;
  const nearsAt = hashesAt + sentences * 4;
  const jsonAt = nearsAt + sentences * 2;
  if (jsonAt + json !== bytes.length) throw new CatalogueError('problemCatalogueBroken');

  const hashes = new Uint32Array(sentences);
  const nears = new Uint16Array(sentences);
  for (let i = 0; i < sentences; i++) {
    hashes[i] = view.getUint32(hashesAt + i * 4, true);
    nears[i] = view.getUint16(nearsAt + i * 2, true);
  }
  const firstOf = (i: number) =>
    i < count ? view.getUint32(HEADER + i * IDENTIFICATION_BYTES, true) : sentences;
  const prints: Print[] = [];
  for (let i = 0; i < count; i++) {
    const from = firstOf(i);
    const to = firstOf(i + 1);
    if (from > to || to > sentences) throw new CatalogueError('problemCatalogueBroken');
    const grams = new Uint32Array(GRAMS_KEPT);
    for (let slot = 0; slot < GRAMS_KEPT; slot++)
      grams[slot] = view.getUint32(HEADER + i * IDENTIFICATION_BYTES + 4 + slot * 4, true);
    prints.push({ grams, hashes: hashes.subarray(from, to), nears: nears.subarray(from, to) });
  }
  return { contents: contentsOf(bytes.subarray(jsonAt), count), prints, bytes: bytes.length };
}

function contentsOf(json: Uint8Array, count: number): Contents {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw new CatalogueError('problemCatalogueBroken');
  }
  const parsed = v.safeParse(Contents, raw);
  if (!parsed.success) throw new CatalogueError('problemCatalogueBroken');
  const contents = parsed.output;
  const { entries } = contents;
  const pointsOut = entries.some((entry) => entry.relations.some(({ to }) => to >= entries.length));
  if (entries.length < count || pointsOut || new Set(entries.map((entry) => entry.id)).size < entries.length)
    throw new CatalogueError('problemCatalogueBroken');
  return contents;
}
