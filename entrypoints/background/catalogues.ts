import browser from 'webextension-polyfill';
import {
  type Catalogue,
  freeze,
  loadCatalogue,
  type Source,
  thaw,
  together,
  type WholeCatalogue,
} from '../../lib/catalogue/index.ts';
import { readPack } from '../../lib/catalogue/pack-file.ts';
import { frozenCatalogue, keepFrozen } from '../../lib/store/frozen-catalogue.ts';
import { packsInUse, packsOn } from '../../lib/store/packs.ts';

let bundled: Promise<Uint8Array> | null = null;
let merged: Promise<Catalogue> | null = null;

/**
 * All that we know of documents: the bundled catalogue and the packs that are switched on, the first loaded
 * first, as one. Loaded at the first question of this worker's life.
 */
export function catalogue(): Promise<Catalogue> {
  merged ??= gather();
  const mine = merged;
  mine.catch(() => {
    // The next page tries again.
    bundled = null;
    if (merged === mine) merged = null;
  });
  return mine;
}

/** The packs have changed: the next question is asked of those that are there then. */
export function packsChanged(): void {
  merged = null;
}

/** What was made one before is kept, since that takes seconds with large packs, and the worker is stopped often. */
async function gather(): Promise<Catalogue> {
  bundled ??= fetch(browser.runtime.getURL('catalogue.bin'))
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => new Uint8Array(bytes));
  const bytes = await bundled;
  // A store that is shut must not cost the reader the bundled catalogue.
  const packs = (await packsOn().catch(() => [])).map(({ id }) => id);
  if (packs.length === 0) return loadCatalogue(bytes);
  return (await kept(await nameOf(bytes, packs))) ?? (await make(bytes));
}

/** By all that it is made of: the bundled catalogue, the packs in their order, and this version's way of doing it. */
async function nameOf(bytes: Uint8Array, packs: readonly string[]): Promise<string> {
  const { version } = browser.runtime.getManifest();
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const hex = [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [version, hex, ...packs].join('/');
}

async function kept(name: string): Promise<Catalogue | null> {
  try {
    const file = await frozenCatalogue(name);
    return file ? thaw(file) : null;
  } catch {
    return null;
  }
}

async function make(bytes: Uint8Array): Promise<Catalogue> {
  const { ids, packs } = await readPacks();
  if (packs.length === 0) return loadCatalogue(bytes);
  const known = loadCatalogue(bytes, false);
  const own = { id: null, name: known.name, by: known.name, catalogue: known };
  const sources = [own, ...packs];
  const all = together(sources);
  const keep = async () => keepFrozen(await nameOf(bytes, ids), freeze(all, sources));
  // The page's answer comes first.
  setTimeout(() => keep().catch(() => undefined));
  return all;
}

/** A pack that can't be read must not cost the reader the bundled catalogue. @returns `ids` of those that could */
async function readPacks(): Promise<{ ids: string[]; packs: Source<WholeCatalogue>[] }> {
  const stored = await packsInUse().catch(() => []);
  const read = await Promise.all(
    stored.map(async ({ pack: { id }, bytes }) => {
      try {
        const { header, catalogue: inside } = await readPack(bytes, true);
        return [{ id, pack: { id: `pack:${id}`, name: header.name, by: header.by, catalogue: inside } }];
      } catch (error) {
        console.error('zhupi: pack', error instanceof Error ? error.name : typeof error);
        return [];
      }
    }),
  );
  const good = read.flat();
  return { ids: good.map(({ id }) => id), packs: good.map(({ pack }) => pack) };
}
