import { useEffect, useRef } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { askAccess } from '../../components/access.ts';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { exportNotes } from '../../components/export-notes.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ToastBar, useToasts } from '../../components/toast.tsx';
import { useNotesOf, useTags } from '../../components/use-notes.ts';
import { useReader } from '../../components/use-reader.ts';
import { useTab } from '../../components/use-tab.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs, Problem, tellReader } from '../../lib/messages/send.ts';
import { PanelDocument } from './document.tsx';
import { keysOf, unplaced } from './keys.ts';
import { PhaseNotice } from './phase.tsx';
import { takeAsRead } from './take-as-read.ts';

/** How often the reader is asked where a note stands that it has not spoken of. */
const PLACE_TRIES = 6;
const PLACE_WAIT = 350;

/** The side panel: one tab's document and notes. */
export function Panel() {
  const tab = useTab();
  const { view, refresh } = useReader(tab);
  const toasts = useToasts();
  const { look, state } = view;
  const keys = keysOf(state);
  const { value: notes, problem } = useNotesOf(keys);
  const tags = useTags();

  // A note that was just written is in the store before the page's reader has found its place.
  const tries = useRef(0);
  const waiting = unplaced(notes, state).join(' ');
  useEffect(() => {
    tries.current = 0;
  }, [waiting]);
  useEffect(() => {
    if (!waiting || !state || tries.current >= PLACE_TRIES) return;
    tries.current++;
    const timer = setTimeout(refresh, PLACE_WAIT);
    return () => clearTimeout(timer);
  }, [waiting, state, refresh]);

  /** Tells the reader to go somewhere; false and silence both mean that the page has changed. */
  const go = (ask: (tab: number, frame: number) => Promise<boolean>) =>
    toasts.attempt(async () => {
      if (tab === null || look?.frame == null) throw new Problem('panelGone');
      const there = await ask(tab, look.frame).catch(() => {
        throw new Problem('panelGone');
      });
      if (!there) throw new Problem('panelPlaceGone');
    });

  return (
    <>
      <main class="panel" aria-busy={view.phase === 'reading' || view.phase === 'asking'}>
        <h1 class="unseen">{t('extShortName')}</h1>
        <div role="status" class="phase">
          <PhaseNotice
            view={view}
            onRead={() => toasts.attempt(() => askFromOurs('tab/read', { tab: tab ?? 0 })).then(refresh)}
            onReload={() => toasts.attempt(() => browser.tabs.reload(tab ?? undefined))}
            onAllow={() => toasts.attempt(askAccess).then(refresh)}
          />
        </div>
        <ProblemNotice words={problem} />
        {state ? (
          <PanelDocument
            key={state.url}
            state={state}
            notes={notes}
            tags={tags}
            toasts={toasts}
            onGo={({ start, end }) => go((id, frame) => tellReader(id, frame, 'reader/goto', { start, end }))}
            onPick={(document, id) =>
              toasts
                .attempt(() => askFromOurs('catalogue/pick', { tab: tab ?? 0, document, id }))
                .then(refresh)
            }
            onSeen={(document) => takeAsRead(tab ?? 0, document, toasts, refresh)}
            onPlaceNote={({ id }, at) =>
              toasts
                .attempt(
                  () => {
                    if (tab === null || look?.frame == null) throw new Problem('panelGone');
                    return tellReader(tab, look.frame, 'reader/place-note', { id, at });
                  },
                  { text: t(at === 'found' ? 'placeAccepted' : 'placePut') },
                )
                .then(refresh)
            }
            onGoNote={({ id: note }) =>
              go((id, frame) => tellReader(id, frame, 'reader/goto-note', { id: note }))
            }
          />
        ) : null}
        <footer class="panel-foot">
          {notes && notes.length > 0 ? (
            <ExportButtons
              label={t('exportThis')}
              onExport={(format) => toasts.attempt(async () => saveFile(await exportNotes(keys, format)))}
            />
          ) : null}
          <a href={browser.runtime.getURL('library.html')} target="_blank" rel="noreferrer">
            {t('openLibrary')}
          </a>
        </footer>
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}
