import { CatalogueError } from '../format.ts';
import { type Body, openBody } from './body.ts';
import { type Fetch, fetchFile, PATIENCE } from './fetch-file.ts';
import {
  FILE_BYTES,
  type FileRef,
  hex,
  MANIFEST_FILE,
  MOST_FILE,
  MOST_MANIFEST,
  pathOf,
  readRef,
  SHARDS_A_PAGE,
} from './layout.ts';
import { type Manifest, openManifest, pageRef, readManifest } from './manifest.ts';

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;
/** A manifest is asked for again after a day. */
const FRESH = DAY;
/** Where a server failed, it is left alone for so long. */
const REST = 5 * 60 * 1000;
/** Opened bodies that are kept in memory: of the pages that the reader has open. */
const KEPT = 4;

/** A catalogue elsewhere, and what the reader trusts of it. */
export interface Trust {
  /** Ends with a slash. */
  address: string;
  /** The public key that was pinned, in hexadecimal. */
  key: string;
  /** The newest day of a manifest that was seen: an older one is refused. */
  asOf: string;
  /** When the manifest was last asked for with success, as milliseconds; 0 where never. */
  checked: number;
}

/** Where files that were fetched are kept. */
export interface Shelf {
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** What reaching needs of the world. */
export interface World {
  fetch: Fetch;
  shelf: Shelf;
  now: () => number;
  /** A new manifest was accepted. */
  accepted: (trust: Trust, manifest: Manifest) => Promise<void>;
  /** Something went wrong though there was something to go on with; null where all is well again. */
  failed: (problem: CatalogueError | null) => Promise<void>;
  patience?: number;
}

/** The two files of a shard. */
export interface ShardRefs {
  list: FileRef;
  body: FileRef;
}

/** The way to a catalogue's files: what is on the shelf is not fetched. Every file is checked. */
export interface Reach {
  manifest(): Promise<Manifest>;
  shard(number: number): Promise<ShardRefs>;
  file(ref: FileRef): Promise<Uint8Array>;
  body(ref: FileRef): Promise<Body>;
  /** Bytes fetched so far. */
  spent(): number;
  /** Whether a file would have to be fetched. */
  isAway(ref: FileRef): Promise<boolean>;
}

/**
 * Reads a catalogue's manifest as nobody has before: what it says, and the key to be pinned.
 *
 * @param now milliseconds
 * @throws CatalogueError also where it is dated in the future
 */
export async function introduce(fetch: Fetch, address: string, now: number) {
  const bytes = await fetchFile(fetch, address + MANIFEST_FILE, MOST_MANIFEST);
  const signed = await openManifest(bytes);
  refuseFuture(signed.manifest, now);
  return { bytes, ...signed };
}

/**
 * Checks a manifest against what is trusted.
 *
 * @param now milliseconds
 * @throws CatalogueError where another key signed it, it is older than one that was seen, or dated in the future
 */
export async function openTrusted(bytes: Uint8Array, { key, asOf }: Trust, now: number): Promise<Manifest> {
  const signed = await openManifest(bytes);
  if (signed.key !== key) throw new CatalogueError('problemShardKeyChanged');
  if (signed.manifest.asOf < asOf) throw new CatalogueError('problemShardOlder', signed.manifest.asOf, asOf);
  refuseFuture(signed.manifest, now);
  return signed.manifest;
}

/**
 * The newest manifest is believed and older ones are refused: one from the future would shut out all that
 * follow. Clocks may differ by a day, which takes in the time zones too.
 */
function refuseFuture({ asOf }: Manifest, now: number): void {
  if (asOf > new Date(now + DAY).toISOString().slice(0, 10))
    throw new CatalogueError('problemShardFuture', asOf);
}

/** A manifest from the shelf was checked when it was put there; checking it again costs a starting worker. */
function keptManifest(bytes: Uint8Array, { key }: Trust): Manifest | null {
  try {
    const signed = readManifest(bytes);
    return signed.key === key ? signed.manifest : null;
  } catch {
    return null;
  }
}

/** Opens the way to a catalogue. It may be kept for as long as `trust` is the same source. */
export function openReach(trust: Trust, world: World): Reach {
  const { shelf, now } = world;
  const patience = world.patience ?? PATIENCE;
  let { asOf, checked } = trust;
  let spent = 0;
  let present: Manifest | null = null;
  let restUntil = 0;
  let renewAfter = 0;
  const bodies = new Map<string, Promise<Body>>();

  return { manifest, shard, file, body, spent: () => spent, isAway };

  async function get(path: string, most: number): Promise<Uint8Array> {
    if (now() < restUntil) throw new CatalogueError('problemShardResting');
    try {
      const bytes = await fetchFile(world.fetch, trust.address + path, most, patience);
      spent += bytes.length;
      return bytes;
    } catch (error) {
      // A file that is missing or too large is that file's fault; a server that is away, is away.
      if (error instanceof CatalogueError && AWAY.has(error.key)) restUntil = now() + REST;
      // The catalogue may have been made anew since: the next question looks for a newer manifest.
      if (error instanceof CatalogueError && error.key === 'problemShardMissing') checked = 0;
      throw error;
    }
  }

  async function manifest(): Promise<Manifest> {
    present ??= await kept();
    if (present && (now() - checked < FRESH || now() < renewAfter)) return present;
    try {
      return await renew();
    } catch (error) {
      if (!present || !(error instanceof CatalogueError)) throw error;
      renewAfter = now() + REST;
      await world.failed(error);
      return present;
    }
  }

  async function kept(): Promise<Manifest | null> {
    const bytes = await shelf.get(MANIFEST_FILE);
    // One that no longer fits what is trusted is as good as none.
    return bytes ? keptManifest(bytes, trust) : null;
  }

  async function renew(): Promise<Manifest> {
    const bytes = await get(MANIFEST_FILE, MOST_MANIFEST);
    present = await openTrusted(bytes, { ...trust, asOf }, now());
    ({ asOf } = present);
    checked = now();
    await shelf.put(MANIFEST_FILE, bytes);
    await world.accepted({ ...trust, asOf, checked }, present);
    await world.failed(null);
    return present;
  }

  async function shard(number: number): Promise<ShardRefs> {
    const page = await file(pageRef(await manifest(), number));
    const at = (number % SHARDS_A_PAGE) * 2 * FILE_BYTES;
    if (at + 2 * FILE_BYTES > page.length) throw new CatalogueError('problemShardBroken');
    return { list: readRef(page, at), body: readRef(page, at + FILE_BYTES) };
  }

  async function file(ref: FileRef): Promise<Uint8Array> {
    const path = pathOf(ref);
    const stored = await shelf.get(path);
    // Checked when it was put there; a shelf that was cut short is fetched again.
    if (stored?.length === ref.length) return stored;
    if (ref.length > MOST_FILE) throw new CatalogueError('problemShardHuge', path);
    const bytes = await get(path, ref.length);
    if (bytes.length < ref.length) throw new CatalogueError('problemShardCut', path);
    const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
    if (hex(new Uint8Array(hash)) !== hex(ref.hash)) throw new CatalogueError('problemShardTampered', path);
    await shelf.put(path, bytes);
    return bytes;
  }

  function body(ref: FileRef): Promise<Body> {
    const path = pathOf(ref);
    const opened = bodies.get(path) ?? file(ref).then(openBody);
    bodies.delete(path);
    bodies.set(path, opened);
    opened.catch(() => bodies.delete(path));
    const [oldest] = bodies.keys();
    if (bodies.size > KEPT && oldest !== undefined) bodies.delete(oldest);
    return opened;
  }

  async function isAway(ref: FileRef): Promise<boolean> {
    const path = pathOf(ref);
    return !bodies.has(path) && (await shelf.get(path))?.length !== ref.length;
  }
}

const AWAY = new Set(['problemShardTimeout', 'problemShardUnreachable', 'problemShardStatus']);
