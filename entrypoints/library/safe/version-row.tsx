import type { Toasts } from '../../../components/toast.tsx';
import { momentWords } from '../../../components/words/moment.ts';
import { type MessageKey, t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { NoteVersion, VersionReason } from '../../../lib/notes/types.ts';

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
export function VersionRow({ version: { id, at, why, was }, toasts: { attempt }, quote = false }: Props) {
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
      <button
        type="button"
        class="button plain"
        data-do="restore-version"
        onClick={() =>
          attempt(() => askFromOurs('note/version', { version: id }), { text: t('versionRestored') })
        }
      >
        {t('versionBack')}
      </button>
    </li>
  );
}
