import type { FromOursReplies } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { tellReader } from '../../lib/messages/send.ts';
import type { ReadingRecord } from '../../lib/notes/types.ts';
import { today } from '../../lib/settings/today.ts';
import { putRecord } from '../../lib/store/reading-record.ts';
import { readTab } from './tab-state.ts';

/** With which reading of a document its later texts are compared: the first with a note, until the reader says otherwise. */

/** The reader has seen what was changed. The page's own reader then asks anew. @throws Problem where the page is gone */
export async function renew({
  tab,
  document,
}: {
  tab: number;
  document: number;
}): Promise<FromOursReplies['record/renew']> {
  const page = (await readTab(tab)).pages.at(-1);
  const { key, record } = page?.read?.documents[document]?.facts ?? {};
  if (!page?.reader || !key || !record) throw new Problem('panelGone');
  const before = await putRecord(key, { ...record, day: today(), renewed: true });
  await askAgain(tab);
  return { key, before };
}

/** Takes that back. */
export async function putBack({
  tab,
  key,
  record,
}: {
  tab: number;
  key: string;
  record: ReadingRecord | null;
}): Promise<null> {
  await putRecord(key, record);
  await askAgain(tab);
  return null;
}

/** The record is what was asked for: a page that has gone meanwhile is no reason to fail. */
async function askAgain(tab: number): Promise<void> {
  const reader = (await readTab(tab)).pages.at(-1)?.reader;
  if (reader) await tellReader(tab, reader.frame, 'reader/ask-again', {}).catch(() => undefined);
}
