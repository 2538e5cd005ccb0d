import type { Toasts } from '../../../components/toast.tsx';
import { shortDateWords } from '../../../components/words/date.ts';
import { sizeWords } from '../../../components/words/size.ts';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import { listBackups } from '../../../lib/store/backups.ts';
import { saveBackupFile } from './backup-file.ts';
import { takeIn } from './take-in.ts';
import { useStored } from './use-stored.ts';

/** The dated backups that Zhupi makes by itself, and a file to keep elsewhere. */
export function Backups({ toasts }: { toasts: Toasts }) {
  const backups = useStored(listBackups);
  const { attempt } = toasts;
  return (
    <section aria-labelledby="safe-backups">
      <h3 id="safe-backups">{t('backups')}</h3>
      <p class="small soft">{t('backupsAbout')}</p>
      {backups?.length === 0 ? <p class="empty">{t('backupsNone')}</p> : null}
      {backups && backups.length > 0 ? (
        <ul>
          {backups.map(({ day, notes, size }) => (
            <li key={day} data-backup={day} class="safe-row">
              <span>
                <strong>{shortDateWords(day)}</strong>{' '}
                <span class="small soft">{t('backupHolds', notes, sizeWords(size))}</span>
              </span>
              <button
                type="button"
                class="button plain"
                data-do="restore-backup"
                aria-label={t('backupRestoreNamed', shortDateWords(day))}
                onClick={() => takeIn(day, toasts)}
              >
                {t('backupRestore')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-do="make-backup"
          onClick={() => attempt(() => askFromOurs('backup/make', {}), { text: t('backupMade') })}
        >
          {t('backupMake')}
        </button>
        <button
          type="button"
          class="button"
          data-do="save-backup"
          onClick={() => attempt(() => saveBackupFile())}
        >
          {t('backupSaveFile')}
        </button>
      </div>
    </section>
  );
}
