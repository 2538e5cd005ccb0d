import * as v from 'valibot';
import { CatalogueError } from '../format.ts';
import { type Key, shardOf } from './keys.ts';
import {
  type FileRef,
  HASH_BYTES,
  hex,
  KEY_BYTES,
  MAGIC,
  MANIFEST_FILE,
  MANIFEST_HEAD,
  MOST_MANIFEST,
  SHARDS_A_PAGE,
  SHARDS_VERSION,
  SIGNATURE_BYTES,
} from './layout.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Share = v.object({ least: count, median: count });

const Starts = v.pipe(v.string(), v.base64(), v.minLength(4), v.maxLength(32_000));

/** Writes prefixes down. */
export function packStarts(starts: readonly number[]): string {
  return btoa(starts.map((start) => String.fromCharCode(start & 255, start >> 8)).join(''));
}

/** Reads prefixes, in order. @throws CatalogueError where they are not */
export function startsOf(packed: string): Uint16Array {
  const bytes = atob(packed);
  const starts = Uint16Array.from(
    { length: bytes.length >> 1 },
    (_, k) => bytes.charCodeAt(k * 2) + bytes.charCodeAt(k * 2 + 1) * 256,
  );
  const inOrder = starts.every((start, k) => (k === 0 ? start === 0 : start > (starts[k - 1] as number)));
  if (!inOrder || bytes.length % 2 > 0 || starts.length === 0) throw new CatalogueError('problemShardBroken');
  return starts;
}

/** What a manifest says of its catalogue. */
export const Manifest = v.object({
  name: words,
  /** Who made it. */
  maker: words,
  /** The day up to which it knows of repeals and amendments. */
  asOf: v.pipe(v.string(), v.isoDate()),
  documents: count,
  /** Where shards of titles begin, and those of numbers after them: prefixes of 16 bits each, in base64. */
  shards: v.object({ titles: Starts, numbers: Starts }),
  /** How many documents fit what a page asks for: without sentences, and with them. */
  fits: v.object({ shard: Share, group: Share }),
  /** What all files come to, and all of them but the sentences of the number side, in bytes. */
  bytes: count,
  /** SHA-256 and length of each page, in base64. */
  pages: v.array(v.object({ sha256: v.pipe(v.string(), v.base64(), v.length(44)), bytes: count })),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** A manifest whose signature is right. */
export interface SignedManifest {
  manifest: Manifest;
  /** The raw public key that signed it, in hexadecimal. */
  key: string;
}

/** Which shard a key stands in, counted over both sides. */
export function shardOfKey({ shards }: Manifest, key: Key): number {
  const titles = startsOf(shards.titles);
  return key.side === 'titles'
    ? shardOf(key, titles)
    : titles.length + shardOf(key, startsOf(shards.numbers));
}

/** How many shards there are. */
export function shardCount({ shards }: Manifest): number {
  return startsOf(shards.titles).length + startsOf(shards.numbers).length;
}

/** How a page refers to a page of the manifest. */
export function pageRef(manifest: Manifest, shard: number): FileRef {
  const page = manifest.pages[Math.floor(shard / SHARDS_A_PAGE)];
  if (!page) throw new CatalogueError('problemShardBroken');
  return { hash: Uint8Array.from(atob(page.sha256), (char) => char.charCodeAt(0)), length: page.bytes };
}

/** Signs a manifest. @param keys an Ed25519 key pair whose public key can be read */
export async function signManifest(manifest: Manifest, keys: CryptoKeyPair): Promise<Uint8Array> {
  const json = new TextEncoder().encode(JSON.stringify(manifest));
  const out = new Uint8Array(MANIFEST_HEAD + json.length);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(MAGIC.length, SHARDS_VERSION, true);
  out.set(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)), MAGIC.length + 4);
  out.set(json, MANIFEST_HEAD);
  const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, signedPart(out));
  out.set(new Uint8Array(signature), MANIFEST_HEAD - SIGNATURE_BYTES);
  return out;
}

/**
 * Reads a manifest and checks that its own key signed it. Whether that is the key the reader trusts is
 * asked elsewhere.
 *
 * @throws CatalogueError for what is no manifest, one of another version, one that was changed, or where
 *   this browser can't check signatures
 */
export async function openManifest(bytes: Uint8Array): Promise<SignedManifest> {
  refuseForeign(bytes);
  const publicKey = await importKey(bytes.slice(KEY_AT, KEY_AT + KEY_BYTES));
  const signature = bytes.slice(MANIFEST_HEAD - SIGNATURE_BYTES, MANIFEST_HEAD);
  if (!(await crypto.subtle.verify('Ed25519', publicKey, signature, signedPart(bytes))))
    throw new CatalogueError('problemShardSignature');
  return readManifest(bytes);
}

/** Reads a manifest whose signature was checked before. @throws CatalogueError */
export function readManifest(bytes: Uint8Array): SignedManifest {
  refuseForeign(bytes);
  const parsed = v.safeParse(Manifest, parse(bytes.subarray(MANIFEST_HEAD)));
  if (!parsed.success) throw new CatalogueError('problemShardBroken');
  const { shards, pages } = parsed.output;
  const all = startsOf(shards.titles).length + startsOf(shards.numbers).length;
  if (pages.length !== Math.ceil(all / SHARDS_A_PAGE)) throw new CatalogueError('problemShardBroken');
  return { manifest: parsed.output, key: hex(bytes.subarray(KEY_AT, KEY_AT + KEY_BYTES)) };
}

const KEY_AT = MAGIC.length + 4;

function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length > MOST_MANIFEST) throw new CatalogueError('problemShardHuge', MANIFEST_FILE);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new CatalogueError('problemShardForeign');
  if (bytes.length < MANIFEST_HEAD) throw new CatalogueError('problemShardCut', MANIFEST_FILE);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(MAGIC.length, true);
  if (version !== SHARDS_VERSION) throw new CatalogueError('problemShardVersion', String(version));
}

/** The signature covers the version, so that a manifest of one can't be passed off as one of another. */
function signedPart(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const json = bytes.subarray(MANIFEST_HEAD);
  const head = bytes.subarray(0, MAGIC.length + 4);
  const out = new Uint8Array(head.length + json.length);
  out.set(head);
  out.set(json, head.length);
  return out;
}

/** Chrome checks Ed25519 from 137 on, Firefox from 129 on. */
async function importKey(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  } catch (error) {
    const old = error instanceof DOMException && error.name === 'NotSupportedError';
    throw new CatalogueError(old ? 'problemShardNoEd25519' : 'problemShardSignature');
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/**
 * A key's fingerprint as people compare it: the first half of its SHA-256, in eight groups.
 *
 * @param key a raw public key in hexadecimal
 */
export async function keyFingerprint(key: string): Promise<string> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return (hex(hash.subarray(0, HASH_BYTES / 2)).match(/.{4}/g) ?? []).join(' ');
}
