import browser from 'webextension-polyfill';
import { type Catalogue, loadCatalogue, type Source, together } from '../../lib/catalogue/index.ts';
import { readPack } from '../../lib/catalogue/pack-file.ts';
import { packsInUse } from '../../lib/store/packs.ts';

let bundled: Promise<Catalogue> | null = null;
let gathered: Promise<Source[]> | null = null;
let merged: Promise<Catalogue> | null = null;

/** All that we know of documents: the bundled catalogue and the packs that are switched on, as one. */
export function catalogue(): Promise<Catalogue> {
  merged ??= sources().then(together);
  merged.catch(() => {
    merged = null;
  });
  return merged;
}

/**
 * The bundled catalogue, then the packs that are switched on, the first loaded first. Loaded at the first
 * question of this worker's life.
 */
export function sources(): Promise<Source[]> {
  gathered ??= gather();
  gathered.catch(() => {
    // The next page tries again.
    gathered = null;
  });
  return gathered;
}

/** The packs have changed: the next question is asked of those that are there then. */
export function packsChanged(): void {
  gathered = null;
  merged = null;
}

async function gather(): Promise<Source[]> {
  bundled ??= fetch(browser.runtime.getURL('catalogue.bin'))
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => loadCatalogue(new Uint8Array(bytes)));
  bundled.catch(() => {
    bundled = null;
  });
  const known = await bundled;
  const own: Source = { id: null, name: known.name, by: known.name, catalogue: known };
  return [own, ...(await packs())];
}

/** A pack that can't be read, or a store that is shut, must not cost the reader the bundled catalogue. */
async function packs(): Promise<Source[]> {
  const stored = await packsInUse().catch(() => []);
  const read = await Promise.all(
    stored.map(async ({ pack, bytes }) => {
      try {
        const { header, catalogue: inside } = await readPack(bytes, true);
        return [{ id: `pack:${pack.id}`, name: header.name, by: header.by, catalogue: inside }];
      } catch (error) {
        console.error('zhupi: pack', error instanceof Error ? error.name : typeof error);
        return [];
      }
    }),
  );
  return read.flat();
}
