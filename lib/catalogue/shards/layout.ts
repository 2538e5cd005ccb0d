import { GRAMS_KEPT } from '../format.ts';

/**
 * A catalogue of any size as static files, for a web server or an object store that runs no code of ours.
 *
 * | file | what |
 * | --- | --- |
 * | `catalogue.zhupi` | the manifest: `ZHUPISHD`, version (4), public key (32), Ed25519 signature (64) of what stands before the key and after itself, JSON |
 * | page | for each of 64 shards: SHA-256 and length of its list and of its body, 72 bytes |
 * | list | the key hash of each document of the shard, 4 bytes, sorted: a document's place here is its slot |
 * | body | identification: 14 grams of 24 bits each; SHA-256 and length of its groups; facts, 128 documents compressed together |
 * | group | the sentences of some neighbouring documents, 6 bytes a sentence, and their lesser relations |
 *
 * The manifest holds the SHA-256 of each page, the page that of each list and body, the body that of each
 * group: one signature holds for every byte. All files but the manifest are named by their hash, so that
 * they never change: any server may keep them for ever, and a manifest that is a day old still finds its
 * own. Numbers are little-endian.
 *
 * **Who is in a shard.** A document stands in the shard of each of its titles and, once more, in that of
 * each of its numbers. Were numbers only to point at the shard of the title, a page that asked by number
 * would ask for two shards that hardly one document has in common, and the server would know it. So
 * whichever way a page goes, at least `LEAST` documents fit what it asked for, as long as it does not ask
 * for sentences. A group holds fewer documents: what the text says is compared only if the reader wants
 * that, knowing how few they are.
 *
 * **Where a shard begins** stands in the manifest, as 16 bits of the key's place each. Shards of equal
 * stretches would be simpler, but a title that two hundred documents share makes some half as large again,
 * and the largest decides what a page may have to fetch.
 *
 * **Why so many bytes.** A page may fetch 200 KB at most. It needs the manifest (8 KB for 1,000,000
 * documents), a page of it (5 KB), a list (5 KB), where the title failed another page and list, and one
 * body: 42 bytes of grams a document and some 60 of facts. What is left bounds a group.
 *
 * **Why 24 bits a gram.** Fingerprints are compared only with the documents that have the page's title or
 * number: a handful, not the whole catalogue. A page of 5,000 characters sends 600 grams; with one document
 * two of them agree by chance once in 8,000,000 pages (600 × 14 / 2^24, squared, halved).
 */
export const SHARDS_VERSION = 1;
export const MANIFEST_FILE = 'catalogue.zhupi';
export const MAGIC = 'ZHUPISHD';
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
/** What stands before the JSON of a manifest. */
export const MANIFEST_HEAD = MAGIC.length + 4 + KEY_BYTES + SIGNATURE_BYTES;

export const HASH_BYTES = 32;
/** SHA-256 and length of a file. */
export const FILE_BYTES = HASH_BYTES + 4;
export const SHARDS_A_PAGE = 64;
/** A shard serves at least so many documents, where the catalogue has them. */
export const LEAST = 1000;

export const GRAM_BYTES = 3;
export const GRAM_MASK = 0xffffff;
/** Of a document in a shard, facts aside: its key and its grams. */
export const IDENTIFICATION_BYTES = 4 + GRAMS_KEPT * GRAM_BYTES;

/** A manifest for more would itself be more than a page may fetch. */
export const MOST_MANIFEST = 128 * 1024;
/** Nothing else is larger: a longer list, body or group is refused before it is fetched. */
export const MOST_FILE = 8 * 1024 * 1024;
/** A page fetches no more than this; see the design's budgets. */
export const PAGE_BUDGET = 200 * 1024;

/** A file by its hash and length. */
export interface FileRef {
  hash: Uint8Array;
  length: number;
}

/** Where a file lies below the catalogue's address: by the first 128 bits of its hash. */
export function pathOf({ hash }: FileRef): string {
  const name = hex(hash.subarray(0, 16));
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads the n-th of the file references that stand from `at` on. */
export function readRef(bytes: Uint8Array, at: number): FileRef {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { hash: bytes.slice(at, at + HASH_BYTES), length: view.getUint32(at + HASH_BYTES, true) };
}

export function writeRef(bytes: Uint8Array, at: number, { hash, length }: FileRef): void {
  bytes.set(hash, at);
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint32(at + HASH_BYTES, length, true);
}
