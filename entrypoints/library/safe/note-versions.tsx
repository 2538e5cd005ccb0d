import type { Toasts } from '../../../components/toast.tsx';
import { useLive } from '../../../components/use-live.ts';
import { t } from '../../../lib/i18n/t.ts';
import { versionsOf } from '../../../lib/store/history.ts';
import { VersionRow } from './version-row.tsx';

/** The earlier versions of one note, to be shown with it. */
export function NoteVersions({ note, toasts }: { note: string; toasts: Toasts }) {
  const { value: versions, problem } = useLive(() => versionsOf(note), note);
  if (problem) {
    return (
      <p class="problem" role="alert">
        {problem}
      </p>
    );
  }
  if (versions?.length === 0) return <p class="empty">{t('versionsNone')}</p>;
  return (
    <ul class="safe">
      {versions?.map((version) => (
        <VersionRow key={version.id} version={version} toasts={toasts} />
      ))}
    </ul>
  );
}
