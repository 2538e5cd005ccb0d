import { LARGEST_PACK, type StoredPack } from '../../lib/catalogue/pack-facts.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

const ENDING = /\.zhupipack$/i;
const MAGIC = 'ZHUPIPAK';

/** Whether a file that was dropped is meant as a catalogue pack, by its name or its first letters. */
export async function isPack(file: File): Promise<boolean> {
  if (ENDING.test(file.name)) return true;
  const start = await file
    .slice(0, MAGIC.length)
    .text()
    .catch(() => '');
  return start === MAGIC;
}

/**
 * Has the background load a pack.
 *
 * @throws Problem saying what is wrong with the file; nothing was changed then
 */
export async function loadPack(file: File): Promise<StoredPack> {
  if (file.size > LARGEST_PACK) throw new Problem('packHuge', String(LARGEST_PACK / 1_000_000));
  return (await askFromOurs('pack/load', { base64: await base64Of(file) })).pack;
}

/** Messages carry text, in Chrome at most 64 MB. */
function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => fail(new Problem('importUnreadable'));
    reader.readAsDataURL(file);
  });
}
