import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { compileFacts } from '../catalogue/compile.ts';
import { pack } from '../catalogue/format.ts';
import { type StoredPrints, storedPrints } from './stored-prints.ts';

const ASSETS = new URL('../../assets/catalogue/', import.meta.url);
const NAME = '朱批';

/**
 * Compiles the bundled catalogue from its facts and its stored fingerprints. The texts are not needed.
 *
 * @returns the bytes of `catalogue.bin`
 * @throws FactsError where the facts have a mistake, Error where a document has no fingerprints
 */
export async function catalogueBytes(): Promise<Uint8Array> {
  const [facts, prints] = await Promise.all(
    ['known.json', 'prints.json'].map(async (file) =>
      JSON.parse(await readFile(new URL(file, ASSETS), 'utf8')),
    ),
  );
  const contents = compileFacts(facts, NAME);
  const documents: string[] = facts.documents.map((document: { id: string }) => document.id);
  return pack(contents, storedPrints(prints as StoredPrints, documents));
}

/**
 * Renders the catalogue into `.cache`, for WXT to copy into the build.
 *
 * @returns the public asset `catalogue.bin`
 */
export async function renderCatalogue(): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  const folder = resolve('.cache');
  await mkdir(folder, { recursive: true });
  const absoluteSrc = join(folder, 'catalogue.bin');
  await writeFile(absoluteSrc, await catalogueBytes());
  return [{ absoluteSrc, relativeDest: 'catalogue.bin' }];
}
