import { useCallback, useState } from 'preact/hooks';
import { LongList } from '../../../components/long-list.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { useLive } from '../../../components/use-live.ts';
import { momentWords } from '../../../components/words/moment.ts';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { listBackups } from '../../../lib/store/backups.ts';
import { binned, DAYS_KEPT, goesAt } from '../../../lib/store/history.ts';
import { documentsByKey } from '../../../lib/store/read-notes.ts';
import { useStored } from './use-stored.ts';

interface Binned {
  note: Note;
  /** What its document is called. */
  title: string;
}

async function readBin(): Promise<Binned[]> {
  const notes = await binned();
  const documents = await documentsByKey([...new Set(notes.map(({ document }) => document))]);
  const titles = new Map(documents.map(({ key, title, docNumber }) => [key, title ?? docNumber ?? '']));
  return notes.map((note) => ({ note, title: titles.get(note.document) ?? '' }));
}

/** Notes that were deleted, until they go for good. */
export function Bin({ toasts: { attempt } }: { toasts: Toasts }) {
  const { value: rows, problem } = useLive(readBin, '');
  const row = useCallback(
    ({ note, title }: Binned) => (
      <li key={note.id} data-binned={note.id} class="safe-row">
        <div>
          <span class="note-quote" lang="zh">
            {note.anchor.quote}
          </span>
          {note.body ? <p class="safe-words">{note.body}</p> : null}
          <p class="small soft shelf-facts">
            <span lang="zh">{title}</span>
            {note.anchor.article ? <span lang="zh">{note.anchor.article}</span> : null}
            <span>{t('binGoes', momentWords(goesAt(note.deleted ?? '')))}</span>
          </p>
        </div>
        <button
          type="button"
          class="button plain"
          data-do="restore"
          onClick={() =>
            attempt(() => askFromOurs('note/restore', { id: note.id }), { text: t('binRestored') })
          }
        >
          {t('binRestore')}
        </button>
      </li>
    ),
    [attempt],
  );
  return (
    <section aria-labelledby="safe-bin">
      <h3 id="safe-bin">
        {t('bin')} <span class="count">{rows?.length ?? 0}</span>
      </h3>
      <p class="small soft">{t('binAbout', DAYS_KEPT)}</p>
      <ProblemNotice words={problem} />
      {rows?.length === 0 ? <p class="empty">{t('binNone')}</p> : null}
      {rows && rows.length > 0 ? (
        <>
          <LongList items={rows} row={row} />
          <EmptyBin
            count={rows.length}
            onSure={(backups) =>
              attempt(() => askFromOurs('bin/empty', { backups }), {
                text: t(backups ? 'binEmptiedBackups' : 'binEmptied'),
              })
            }
          />
        </>
      ) : null}
    </section>
  );
}

interface Asked {
  count: number;
  /** `backups`: the dated backups are to lose these notes too. */
  onSure: (backups: boolean) => void;
}

/** Asks once more, and says what will be gone, and what will not. */
function EmptyBin({ count, onSure }: Asked) {
  const [asking, setAsking] = useState(false);
  const hasBackups = (useStored(listBackups) ?? []).length > 0;
  if (!asking) {
    return (
      <div class="buttons">
        <button type="button" class="button" data-do="empty-bin" onClick={() => setAsking(true)}>
          {t('binEmpty')}
        </button>
      </div>
    );
  }
  return (
    <p class="problem" role="alert">
      {t('binEmptyAsk', count)} {hasBackups ? t('binInBackups') : null}{' '}
      <button type="button" class="button" data-do="empty-bin-sure" onClick={() => onSure(false)}>
        {t('binEmptySure')}
      </button>{' '}
      {hasBackups ? (
        <button type="button" class="button" data-do="empty-bin-backups" onClick={() => onSure(true)}>
          {t('binEmptyBackups')}
        </button>
      ) : null}{' '}
      <button type="button" class="button plain" onClick={() => setAsking(false)}>
        {t('safeCancel')}
      </button>
    </p>
  );
}
