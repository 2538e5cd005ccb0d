import { useId, useMemo, useState } from 'preact/hooks';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { exportNotes } from '../../components/export-notes.ts';
import { FIRST_ROWS } from '../../components/long-list.tsx';
import { saveFile } from '../../components/save-file.ts';
import { openSection } from '../../components/section.tsx';
import { ToastBar, useToasts } from '../../components/toast.tsx';
import { useAllNotes, useTags } from '../../components/use-notes.ts';
import { t } from '../../lib/i18n/t.ts';
import { LibraryDocument } from './document.tsx';
import { ImportButton } from './import.tsx';
import { importFile } from './import-file.ts';
import { isPack, loadPack } from './pack-file.ts';
import { PacksPart } from './packs.tsx';
import { SafePart } from './safe/safe.tsx';
import { SafeWarnings } from './safe/warnings.tsx';
import { SettingsPart } from './settings.tsx';
import { ShardsPart } from './shards.tsx';
import { search, shelve } from './shelf.ts';
import { useFileDrop } from './use-file-drop.ts';

/** All notes of all documents: to search, change, save and bring back. */
export function Library() {
  const searchId = useId();
  const toasts = useToasts();
  const { attempt } = toasts;
  const { value, problem } = useAllNotes();
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);

  const shelves = useMemo(() => (value ? shelve(value.documents, value.notes) : null), [value]);
  const knownTags = useTags();
  const found = useMemo(() => (shelves ? search(shelves, wanted) : []), [shelves, wanted]);
  const shown = all ? found : found.slice(0, FIRST_ROWS);

  const onFile = async (file: File) => {
    let done = '';
    const worked = await attempt(async () => {
      done = await importFile(file);
    });
    if (worked) toasts.say({ text: done });
  };
  const onPack = async (file: File) => {
    let name = '';
    const worked = await attempt(async () => {
      name = (await loadPack(file)).header.name;
    });
    if (!worked) return;
    toasts.say({ text: t('packLoaded', name) });
    openSection('packs');
  };
  const over = useFileDrop(async (file) => ((await isPack(file)) ? onPack(file) : onFile(file)));
  const noteCount = found.reduce((sum, { notes }) => sum + notes.length, 0);

  return (
    <>
      <main class="library" data-over={over}>
        <header class="library-head">
          <h1>{t('libraryTitle')}</h1>
          <div class="buttons">
            <ExportButtons
              label={t('exportAll')}
              disabled={!shelves?.length}
              onExport={(format) => attempt(async () => saveFile(await exportNotes(null, format)))}
            />
            <ImportButton onFile={onFile} />
          </div>
        </header>
        <SafeWarnings toasts={toasts} />
        {problem ? (
          <p class="problem" role="alert">
            {problem}
          </p>
        ) : null}
        <search>
          <label class="unseen" for={searchId}>
            {t('librarySearch')}
          </label>
          <input
            id={searchId}
            class="field"
            type="search"
            placeholder={t('librarySearch')}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <p class="small soft" role="status">
            {shelves ? t('libraryFound', found.length, noteCount) : ''}
          </p>
        </search>
        {shelves?.length === 0 ? <p class="empty">{t('libraryEmpty')}</p> : null}
        {shelves && shelves.length > 0 && found.length === 0 ? (
          <p class="empty">{t('libraryNothingFound')}</p>
        ) : null}
        {shown.map((shelf) => (
          <LibraryDocument key={shelf.document.key} shelf={shelf} knownTags={knownTags} toasts={toasts} />
        ))}
        {shown.length < found.length ? (
          <button type="button" class="button" onClick={() => setAll(true)}>
            {t('listShowAll', found.length)}
          </button>
        ) : null}
        <p class="small soft drop-hint">{t('libraryDropHint')}</p>
        <PacksPart toasts={toasts} onFile={onPack} />
        <ShardsPart toasts={toasts} />
        <SafePart toasts={toasts} />
        <SettingsPart toasts={toasts} />
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}
