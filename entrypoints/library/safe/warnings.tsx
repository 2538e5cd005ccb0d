import { openSection } from '../../../components/section.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { shortDateWords } from '../../../components/words/date.ts';
import { momentWords } from '../../../components/words/moment.ts';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import { listBackups } from '../../../lib/store/backups.ts';
import { fileIsDue } from '../../../lib/store/saved-file.ts';
import { readLoss } from '../../../lib/store/sentinel.ts';
import { saveBackupFile } from './backup-file.ts';
import { takeIn } from './take-in.ts';
import { useStored } from './use-stored.ts';

const look = async () => {
  const [loss, [backup], due] = await Promise.all([
    readLoss(),
    listBackups(),
    // Where the store is shut, the page says so itself.
    fileIsDue(Date.now()).catch(() => false),
  ]);
  return { loss, backup: backup ?? null, due };
};

/** At the head of the library: that the browser has lost the notes, or that a backup file is due. */
export function SafeWarnings({ toasts }: { toasts: Toasts }) {
  const known = useStored(look);
  if (!known) return null;
  const { loss, backup, due } = known;
  const { attempt } = toasts;
  if (loss) {
    const { notes, back } = loss;
    const last = loss.last ? momentWords(loss.last) : '';
    return (
      <div class="problem" role="alert" data-about="loss">
        <p>{back ? t('lossBroughtBack', notes, last, back) : t('lossNotes', notes, last)}</p>
        {back ? null : (
          <p>{backup ? t('lossBackup', shortDateWords(backup.day), backup.notes) : t('lossNoBackup')}</p>
        )}
        <div class="buttons">
          {backup && !back ? (
            <button
              type="button"
              class="button main"
              data-do="restore-lost"
              onClick={() => takeIn(backup.day, toasts)}
            >
              {t('lossRestore')}
            </button>
          ) : null}
          <button type="button" class="button" onClick={() => openSection('safe')}>
            {t('lossLook')}
          </button>
          <button
            type="button"
            class="button plain"
            data-do="loss-seen"
            onClick={() => attempt(() => askFromOurs('backup/lost-seen', {}))}
          >
            {t('lossSeen')}
          </button>
        </div>
      </div>
    );
  }
  if (!due) return null;
  return (
    <p class="small soft" data-about="backup-due">
      {t('backupDue')}{' '}
      <button
        type="button"
        class="button plain"
        data-do="save-backup-now"
        onClick={() => attempt(() => saveBackupFile())}
      >
        {t('backupSaveFile')}
      </button>
    </p>
  );
}
