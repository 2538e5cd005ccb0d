import { CatalogueError } from '../../lib/catalogue/format.ts';
import { PACK_VERSION, readPack } from '../../lib/catalogue/pack-file.ts';
import type { FromOursReplies } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { today } from '../../lib/settings/today.ts';
import { changePack, putPack } from '../../lib/store/packs.ts';
import { packsChanged } from './catalogues.ts';

/**
 * Takes in a pack and switches it on.
 *
 * @param base64 the file
 * @throws Problem saying what is wrong with it; nothing was changed then
 */
export async function load({ base64 }: { base64: string }): Promise<FromOursReplies['pack/load']> {
  const bytes = bytesOf(base64);
  const { id, header, catalogue } = await readPack(bytes).catch((error) => {
    throw error instanceof CatalogueError ? new Problem(error.key, ...error.args) : error;
  });
  // The newest catalogue is believed: one from the future would always be.
  const latest = catalogue.asOf > header.day ? catalogue.asOf : header.day;
  if (latest > today()) throw new Problem('packFuture', latest);
  const pack = await putPack(
    {
      ...{ id, header, asOf: catalogue.asOf, bytes: bytes.length, version: PACK_VERSION },
      ...{ on: true, added: new Date().toISOString(), removed: null },
    },
    bytes,
  );
  packsChanged();
  return { pack };
}

/** Switches a pack on or off. Pages that are open stay as they are until they are loaded again. */
export async function switchPack({ id, on }: { id: string; on: boolean }): Promise<null> {
  await changePack(id, { on });
  packsChanged();
  return null;
}

/** Removes a pack; `restore` brings it back until another one is loaded. */
export async function remove({ id }: { id: string }): Promise<null> {
  await changePack(id, { removed: new Date().toISOString() });
  packsChanged();
  return null;
}

/** Brings a removed pack back, switched on or off as it was. */
export async function restore({ id }: { id: string }): Promise<null> {
  await changePack(id, { removed: null });
  packsChanged();
  return null;
}

function bytesOf(base64: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    throw new Problem('packForeign');
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
