import { saveFile } from '../../../components/save-file.ts';
import { fileName } from '../../../lib/export/file-name.ts';
import { toJson } from '../../../lib/export/json.ts';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import { today } from '../../../lib/settings/today.ts';
import { everything } from '../../../lib/store/read-notes.ts';

/**
 * Saves everything as a file that "import" takes in again: the copy that outlives the browser's profile.
 *
 * @throws Problem where the store can't be read
 */
export async function saveBackupFile(now = new Date()): Promise<void> {
  const text = toJson(await everything(), now.toISOString());
  const name = fileName(`${t('backupFileName')} ${today(now)}`, 'json', 'zhupi');
  saveFile({ name, type: 'application/json', text });
  await askFromOurs('backup/file-saved', {});
}
