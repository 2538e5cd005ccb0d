import { t } from '../../lib/i18n/t.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

/** A message between our pages and the background may be 64 MB in Chrome; this leaves room for escapes. */
export const LARGEST_IMPORT = 25_000_000;

/**
 * Has the background import a file.
 *
 * @returns what was done, as a sentence
 * @throws Problem saying what is wrong with the file; nothing was changed then
 */
export async function importFile(file: File): Promise<string> {
  if (file.size > LARGEST_IMPORT) throw new Problem('importTooBig', String(LARGEST_IMPORT / 1_000_000));
  let json: string;
  try {
    json = await file.text();
  } catch {
    throw new Problem('importUnreadable');
  }
  const { added, updated, unchanged } = await askFromOurs('notes/import', { json });
  return t('importDone', added, updated, unchanged);
}
