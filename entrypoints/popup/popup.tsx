import browser from 'webextension-polyfill';
import { askAccess } from '../../components/access.ts';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { exportNotes } from '../../components/export-notes.ts';
import { Identity } from '../../components/identity.tsx';
import { openPanel } from '../../components/open-panel.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ToastBar, useToasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';
import { Counts } from './counts.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { useLook } from './use-look.ts';
import { Verdict } from './verdict.tsx';

/** What the toolbar button shows: what this page is, and what can be done with it. */
export function Popup() {
  const { tab, look, problem, refresh } = useLook();
  const toasts = useToasts();
  const { attempt } = toasts;
  const main = look?.main;
  const mayRead = look !== null && look.state !== 'closed' && look.state !== 'no-access';
  const isRead = look?.state === 'reading' || (look !== null && look.frame !== null);

  // Nothing may come before `openPanel` here: see there.
  const onPanel = () => {
    if (tab === null) return;
    const opened = openPanel(tab);
    attempt(() => opened.then(() => window.close()));
  };

  return (
    <>
      <main class="popup">
        <header class="popup-head">
          <img src="/icon/32.png" width="20" height="20" alt="" />
          <h1>{t('extShortName')}</h1>
        </header>
        <ProblemNotice words={problem} />
        <div role="status">
          <Verdict look={look} />
        </div>
        {main ? <Identity metadata={main.metadata} status={main.status} /> : null}
        {look?.counts ? <Counts counts={look.counts} /> : null}
        {look?.state === 'no-access' ? (
          <button
            type="button"
            class="button main wide"
            data-do="allow"
            onClick={() => attempt(askAccess).then(refresh)}
          >
            {t('allowAgain')}
          </button>
        ) : null}
        {mayRead && tab !== null && !isRead ? (
          <button
            type="button"
            class="button wide"
            data-do="read"
            onClick={() => attempt(() => askFromOurs('tab/read', { tab })).then(refresh)}
          >
            {t('readByHand')}
          </button>
        ) : null}
        {mayRead && tab !== null && look.url !== null ? (
          <SiteSwitch
            url={look.url}
            on={look.marksOn}
            onChange={async (on) => {
              const done = await attempt(() => askFromOurs('site/marks', { tab, on }));
              refresh();
              return done;
            }}
          />
        ) : null}
        {mayRead ? (
          <button type="button" class="button main wide" data-do="panel" onClick={onPanel}>
            {t('openPanel')}
          </button>
        ) : null}
        {main ? (
          <div class="popup-export">
            <p class="small soft">{t('exportThis')}</p>
            <ExportButtons
              label={t('exportThis')}
              disabled={look.counts?.notes === 0}
              onExport={(format) => attempt(async () => saveFile(await exportNotes([main.key], format)))}
            />
          </div>
        ) : null}
        <footer>
          <a href={browser.runtime.getURL('library.html')} target="_blank" rel="noreferrer" data-do="library">
            {t('openLibrary')}
          </a>
        </footer>
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}
