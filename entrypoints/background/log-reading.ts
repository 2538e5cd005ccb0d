import { addToLog } from '../../lib/settings/reading-log.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { today } from '../../lib/settings/today.ts';
import type { ReadPage } from './tab-state.ts';

/** Lists the documents of a page as read today, where the reader has asked for such a list; never in private windows. */
export async function logReading({ documents }: ReadPage, url: string, isPrivate: boolean): Promise<void> {
  if (isPrivate || !(await readSettings()).readingLog) return;
  const day = today();
  await addToLog(
    documents.map(({ facts: { key, title, noticeTitle, docNumber } }) => ({
      day,
      key,
      title: title ?? noticeTitle,
      docNumber,
      address: url,
    })),
  );
}
