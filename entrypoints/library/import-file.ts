import { fromJson, LARGEST_FILE } from '../../lib/export/json.ts';
import { pieces } from '../../lib/export/pieces.ts';
import { t } from '../../lib/i18n/t.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

/** Bytes of a file that is taken in at most: a backup of 100,000 notes has some 100 million. */
const LARGEST = 400_000_000;

/**
 * Has the background import a file: in several messages where one can't hold it, after all of it was checked.
 *
 * @returns what was done, as a sentence
 * @throws Problem saying what is wrong with the file; nothing was changed then, unless the store failed in the
 *   middle of a large one, which may be taken in again
 */
export async function importFile(file: File): Promise<string> {
  if (file.size > LARGEST) throw new Problem('importTooBig', String(LARGEST / 1_000_000));
  let json: string;
  try {
    json = await file.text();
  } catch {
    throw new Problem('importUnreadable');
  }
  const parts =
    file.size <= LARGEST_FILE
      ? [json]
      : pieces(fromJson(json, Number.POSITIVE_INFINITY), new Date().toISOString());
  const sum = { added: 0, updated: 0, unchanged: 0 };
  for (const part of parts) {
    const { added, updated, unchanged } = await askFromOurs('notes/import', { json: part });
    sum.added += added;
    sum.updated += updated;
    sum.unchanged += unchanged;
  }
  return t('importDone', sum.added, sum.updated, sum.unchanged);
}
