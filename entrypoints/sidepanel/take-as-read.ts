import type { Toasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

/** Has the present text of one of a tab's documents taken as read, and offers to take that back. */
export async function takeAsRead(
  tab: number,
  document: number,
  { attempt, say }: Toasts,
  refresh: () => void,
): Promise<void> {
  let undo: (() => Promise<void>) | undefined;
  await attempt(async () => {
    const { key, before: record } = await askFromOurs('record/renew', { tab, document });
    undo = async () => {
      await askFromOurs('record/put-back', { tab, key, record });
      refresh();
    };
  });
  if (undo) say({ text: t('sinceSeenDone'), undo });
  refresh();
}
