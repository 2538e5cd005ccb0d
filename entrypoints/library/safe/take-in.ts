import type { Toast, Toasts } from '../../../components/toast.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';

/** Takes a backup in and says what that did, with a way back where it has overwritten something. */
export async function takeIn(day: string, { attempt, say }: Toasts): Promise<void> {
  let done: Toast | null = null;
  await attempt(async () => {
    const { added, updated, unchanged, batch } = await askFromOurs('backup/restore', { day });
    const undo = batch === null ? {} : { undo: () => askFromOurs('notes/undo', { batch }) };
    done = { text: t('backupRestored', added, updated, unchanged), ...undo };
  });
  if (done) say(done);
}
