import { useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import { versionsOf } from '../lib/store/history.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { Toasts } from './toast.tsx';
import { useLive } from './use-live.ts';
import { VersionRow } from './version-row.tsx';

interface Props {
  /** The note's id. */
  note: string;
  toasts: Toasts;
}

/** The earlier versions of one note, to be shown with it. They are looked up when they are asked for. */
export function NoteVersions(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="small soft">{t('versionsEarlier')}</summary>
      {open ? <Versions {...props} /> : null}
    </details>
  );
}

function Versions({ note, toasts }: Props) {
  const { value: versions, problem } = useLive(() => versionsOf(note), note);
  if (problem) return <ProblemNotice words={problem} />;
  if (versions?.length === 0) return <p class="empty">{t('versionsNone')}</p>;
  return (
    <ul>
      {versions?.map((version) => (
        <VersionRow key={version.id} version={version} toasts={toasts} />
      ))}
    </ul>
  );
}
