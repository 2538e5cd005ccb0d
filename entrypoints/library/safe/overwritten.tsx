import type { Toasts } from '../../../components/toast.tsx';
import { useLive } from '../../../components/use-live.ts';
import { VersionRow } from '../../../components/version-row.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { latestVersions } from '../../../lib/store/history.ts';

/** Versions shown: who looks further back opens a note's own history. */
const SHOWN = 30;

/** What was overwritten last, in any note. */
export function Overwritten({ toasts }: { toasts: Toasts }) {
  const { value: versions } = useLive(() => latestVersions(SHOWN), '');
  return (
    <section aria-labelledby="safe-versions">
      <h3 id="safe-versions">{t('versions')}</h3>
      <p class="small soft">{t('versionsAbout')}</p>
      {versions?.length === 0 ? <p class="empty">{t('versionsNone')}</p> : null}
      <ul>
        {versions?.map((version) => (
          <VersionRow key={version.id} version={version} toasts={toasts} quote />
        ))}
      </ul>
    </section>
  );
}
