import { useCallback, useState } from 'preact/hooks';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { exportNotes } from '../../components/export-notes.ts';
import { saveFile } from '../../components/save-file.ts';
import { ToastBar, useToasts } from '../../components/toast.tsx';
import { useLive } from '../../components/use-live.ts';
import { t } from '../../lib/i18n/t.ts';
import { notesPage } from '../../lib/store/read-pages.ts';
import { ImportButton } from './import.tsx';
import { NotesPart } from './notes/notes.tsx';
import { PacksPart } from './packs.tsx';
import { SafePart } from './safe/safe.tsx';
import { SafeWarnings } from './safe/warnings.tsx';
import { SettingsPart } from './settings.tsx';
import { ShardsPart } from './shards.tsx';
import { ShortcutsPart } from './shortcuts.tsx';
import { useFiles } from './use-files.ts';

interface Props {
  /** The one note to show, and the document whose notes; null for all. */
  only?: string | null;
  document?: string | null;
}

/** All notes of all documents: to search, change, save and bring back. */
export function Library({ only = null, document = null }: Props) {
  const toasts = useToasts();
  const { attempt } = toasts;
  const [shown, setShown] = useState(false);
  // Counting 100,000 notes takes the store a second, in which it answers nothing else.
  const latest = useLive(() => (shown ? notesPage(1) : Promise.resolve([])), String(shown)).value;
  const onShown = useCallback(() => setShown(true), []);

  const { onFile, onPack, over } = useFiles(toasts);

  return (
    <>
      <main class="library" data-over={over}>
        <header class="library-head">
          <h1>{t('libraryTitle')}</h1>
          <div class="buttons">
            <ExportButtons
              label={t('exportAll')}
              disabled={!latest?.length}
              onExport={(format) => attempt(async () => saveFile(await exportNotes(null, format)))}
            />
            <ImportButton onFile={onFile} />
          </div>
        </header>
        {shown ? <SafeWarnings toasts={toasts} /> : null}
        <NotesPart only={only} document={document} toasts={toasts} onShown={onShown} />
        {shown ? (
          <>
            <p class="small soft drop-hint">{t('libraryDropHint')}</p>
            <PacksPart toasts={toasts} onFile={onPack} />
            <ShardsPart toasts={toasts} />
            <SafePart toasts={toasts} />
            <ShortcutsPart toasts={toasts} />
            <SettingsPart toasts={toasts} />
          </>
        ) : null}
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}
