import { useMemo, useState } from 'preact/hooks';
import { FileButton } from '../../../components/file-button.tsx';
import { LongList } from '../../../components/long-list.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Section } from '../../../components/section.tsx';
import { ToastBar, useToasts } from '../../../components/toast.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { useFileDrop } from '../use-file-drop.ts';
import { deedsOn } from './deeds.ts';
import { EVERYTHING, select, type Wanted } from './entries.ts';
import { EntryRow } from './entry-row.tsx';
import { Filters } from './filters.tsx';
import { BLANK, EntryForm } from './form.tsx';
import { useDocuments } from './use-documents.ts';
import { useGlossary } from './use-glossary.ts';

/**
 * The whole glossary: to browse, search, correct, add to, save and load.
 *
 * @param words what is looked for at first
 */
export function GlossaryView({ words = '' }: { words?: string }) {
  const toasts = useToasts();
  const { entries, own, problem, storeProblem } = useGlossary();
  const [wanted, setWanted] = useState<Wanted>({ ...EVERYTHING, words });
  const [isAdding, setAdding] = useState(false);
  const letters = useMemo(() => new Set(entries?.map(({ letter }) => letter)), [entries]);
  const documents = useDocuments(entries);
  const found = useMemo(() => (entries ? select(entries, wanted) : []), [entries, wanted]);
  const hidden = own.filter((entry) => entry.hidden);
  const deeds = deedsOn(own, toasts);
  const over = useFileDrop((file) => deeds.load(file));
  return (
    <>
      <main class="library" data-over={over}>
        <header class="library-head">
          <h1>{t('glossaryTitle')}</h1>
          <div class="buttons">
            <button type="button" class="button" data-do="add-entry" onClick={() => setAdding(true)}>
              {t('glossaryAdd')}
            </button>
            <button type="button" class="button" data-do="export-entries" onClick={() => deeds.save()}>
              {t('glossaryExport')}
            </button>
            <FileButton
              label={t('glossaryImport')}
              action="import-entries"
              accept=".json,application/json"
              onFile={(file) => deeds.load(file)}
            />
          </div>
        </header>
        <ProblemNotice words={storeProblem ?? (problem ? t(problem) : null)} />
        {isAdding ? (
          <EntryForm
            draft={{ ...BLANK, term: wanted.words.trim() }}
            fixedTerm={false}
            onCancel={() => setAdding(false)}
            onSave={async (draft) => {
              if (await deeds.write(draft, null)) setAdding(false);
            }}
          />
        ) : null}
        <Filters
          wanted={wanted}
          letters={letters}
          documents={documents}
          count={found.length}
          onWant={(change) => setWanted((before) => ({ ...before, ...change }))}
        />
        {!entries && !problem ? <p class="soft">{t('entryComing')}</p> : null}
        {entries && found.length === 0 ? <p class="empty">{t('glossaryNothing')}</p> : null}
        <LongList
          items={found}
          class="entries"
          row={({ entry }) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              deeds={deeds}
              toasts={toasts}
              onTerm={(term) => setWanted({ ...EVERYTHING, words: term })}
            />
          )}
        />
        {hidden.length > 0 ? (
          <Section id="hidden" title={t('glossaryHiddenTerms')} count={hidden.length} open={false}>
            <ul class="entries">
              {hidden.map((entry) => (
                <li key={entry.id} class="entry">
                  <span lang="zh">{entry.term}</span>{' '}
                  <button type="button" class="button plain" data-do="show" onClick={() => deeds.show(entry)}>
                    {t('glossaryShow')}
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}
