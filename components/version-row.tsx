import { type MessageKey, t } from '../lib/i18n/t.ts';
import { askFromOurs } from '../lib/messages/send.ts';
import type { NoteVersion, VersionReason } from '../lib/notes/types.ts';
import type { Toasts } from './toast.tsx';
import { momentWords } from './words/moment.ts';

const WHY: Record<VersionReason, MessageKey> = {
  edit: 'versionEdit',
  import: 'versionImport',
  bulk: 'versionBulk',
  restore: 'versionRestore',
};

interface Props {
  version: NoteVersion;
  toasts: Toasts;
  /** Whether to show which note it is of. */
  quote?: boolean;
}

/** One earlier version of a note: what it said, when and by what it was overwritten. */
export function VersionRow({ version: { id, at, why, was }, toasts, quote = false }: Props) {
  const { attempt, say } = toasts;
  const restore = async () => {
    let batch: string | null = null;
    const worked = await attempt(async () => {
      batch = (await askFromOurs('note/version', { version: id })).batch;
    });
    if (!worked) return;
    const undo = batch;
    const done = { text: t('versionRestored') };
    say(undo === null ? done : { ...done, undo: () => askFromOurs('notes/undo', { batch: undo }) });
  };
  return (
    <li data-version={id} class="safe-row">
      <div>
        {quote ? (
          <span class="note-quote" lang="zh">
            {was.anchor.quote}
          </span>
        ) : null}
        <p class="safe-words">{was.body || t('versionNoWords')}</p>
        <p class="small soft shelf-facts">
          <span>{t(WHY[why], momentWords(at))}</span>
          {was.tags.length > 0 ? <span>{was.tags.map((tag) => `#${tag}`).join(' ')}</span> : null}
        </p>
      </div>
      <button type="button" class="button plain" data-do="restore-version" onClick={restore}>
        {t('versionBack')}
      </button>
    </li>
  );
}
