import type { Toast } from '../../components/toast.tsx';
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
 * @returns what was done, with a way back where it has overwritten something
 * @throws Problem saying what is wrong with the file; nothing was changed then, unless the store failed in the
 *   middle of a large one, which may be taken in again
 */
export async function importFile(file: File): Promise<Toast> {
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
  const batches: string[] = [];
  for (const part of parts) {
    const { added, updated, unchanged, batch } = await askFromOurs('notes/import', { json: part });
    sum.added += added;
    sum.updated += updated;
    sum.unchanged += unchanged;
    if (batch !== null) batches.push(batch);
  }
  const text = t('importDone', sum.added, sum.updated, sum.unchanged);
  if (batches.length === 0) return { text };
  const undo = async () => {
    for (const batch of batches) await askFromOurs('notes/undo', { batch });
  };
  return { text, undo };
}
