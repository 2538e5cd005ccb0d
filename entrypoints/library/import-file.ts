import { LARGEST_FILE } from '../../lib/export/json.ts';
import { t } from '../../lib/i18n/t.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

/**
 * Has the background import a file.
 *
 * @returns what was done, as a sentence
 * @throws Problem saying what is wrong with the file; nothing was changed then
 */
export async function importFile(file: File): Promise<string> {
  if (file.size > LARGEST_FILE) throw new Problem('importTooBig', String(LARGEST_FILE / 1_000_000));
  let json: string;
  try {
    json = await file.text();
  } catch {
    throw new Problem('importUnreadable');
  }
  const { added, updated, unchanged } = await askFromOurs('notes/import', { json });
  return t('importDone', added, updated, unchanged);
}
