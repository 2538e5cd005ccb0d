import * as v from 'valibot';
import { loadCatalogue, type WholeCatalogue } from './catalogue.ts';
import { Day } from './facts.ts';
import { CatalogueError } from './format.ts';
import { LARGEST_PACK, type PackHeader } from './pack-facts.ts';

/**
 * A pack: a catalogue as a file that a reader builds, passes on and loads. Little-endian:
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | `ZHUPIPAK` |
 * | 4 | version of this format |
 * | 4 | bytes of all that follows the checksum |
 * | 32 | SHA-256 of all that follows |
 * | 4 | bytes of the header |
 * | … | header: JSON, who made it, when, from what, and how many documents it holds |
 * | rest | a compiled catalogue, see `format.ts` |
 *
 * The checksum tells a damaged file from a whole one, and names the pack: nobody can make another pack of
 * the same name. It is no signature: who made a pack is what its maker says.
 */
export const PACK_VERSION = 1;
const MAGIC = 'ZHUPIPAK';
const START = 48;
/** In an honest pack a gram tells one document from all others, and titles are seldom shared. */
const MOST_SHARERS = 1000;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Header = v.object({
  name: text(200),
  by: text(200),
  day: Day,
  from: text(400),
  documents: count,
  named: count,
}) satisfies v.GenericSchema<unknown, PackHeader>;

/** A pack that was read. */
export interface Pack {
  /** Sixteen hexadecimal digits of its checksum. */
  id: string;
  header: PackHeader;
  catalogue: WholeCatalogue;
}

/** Writes a pack. @param catalogue as `pack` of `format.ts` wrote it */
export async function writePack(header: PackHeader, catalogue: Uint8Array): Promise<Uint8Array> {
  const json = new TextEncoder().encode(JSON.stringify(v.parse(Header, header)));
  const out = new Uint8Array(START + 4 + json.length + catalogue.length);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, PACK_VERSION, true);
  view.setUint32(12, out.length - START, true);
  view.setUint32(START, json.length, true);
  out.set(json, START + 4);
  out.set(catalogue, START + 4 + json.length);
  out.set(await sha256(out.subarray(START)), 16);
  return out;
}

/**
 * Reads a pack. The file may come from anywhere.
 *
 * @param vetted the pack was read before, and kept: its catalogue gets no indexes, see `loadCatalogue`
 * @throws CatalogueError for a file that is too large, none of ours, of a newer format, or damaged
 */
export async function readPack(bytes: Uint8Array, vetted = false): Promise<Pack> {
  if (bytes.length > LARGEST_PACK) throw new CatalogueError('packHuge', String(LARGEST_PACK / 1_000_000));
  if (bytes.length === 0) throw new CatalogueError('packEmpty');
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (!MAGIC.startsWith(magic)) throw new CatalogueError('packForeign');
  if (bytes.length < START + 4) throw new CatalogueError('packBroken');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== PACK_VERSION) throw new CatalogueError('packNewer', String(version), String(PACK_VERSION));
  const checksum = bytes.subarray(16, START);
  const whole = view.getUint32(12, true) === bytes.length - START;
  if (!whole || !same(checksum, await sha256(bytes.subarray(START)))) throw new CatalogueError('packBroken');
  // From here on the file is as its maker wrote it; the maker may be anybody.
  const headerEnd = START + 4 + view.getUint32(START, true);
  if (headerEnd > bytes.length) throw new CatalogueError('packBroken');
  const header = headerOf(bytes.subarray(START + 4, headerEnd));
  const catalogue = catalogueOf(bytes.subarray(headerEnd), !vetted);
  const { entries, prints } = catalogue;
  const counted = header.documents === prints.length && header.named === entries.length - prints.length;
  if (!counted || header.name !== catalogue.name) throw new CatalogueError('packBroken');
  refuseFlood(catalogue);
  return { id: hex(checksum).slice(0, 16), header, catalogue };
}

function headerOf(json: Uint8Array): PackHeader {
  try {
    return v.parse(Header, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch {
    throw new CatalogueError('packBroken');
  }
}

function catalogueOf(bytes: Uint8Array, indexed: boolean): WholeCatalogue {
  try {
    return loadCatalogue(bytes, indexed);
  } catch (error) {
    const newer = error instanceof CatalogueError && error.key === 'problemCatalogueNewer';
    throw newer ? error : new CatalogueError('packBroken');
  }
}

/** A gram or a title that thousands share would make every page wait. */
function refuseFlood({ byGram, byTitle, byNumber }: WholeCatalogue): void {
  for (const index of [byGram, byNumber, ...byTitle])
    for (const sharers of index.values())
      if (sharers.length > MOST_SHARERS) throw new CatalogueError('packBroken');
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

const same = (one: Uint8Array, other: Uint8Array) => one.every((byte, i) => byte === other[i]);
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
