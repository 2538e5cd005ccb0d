import { useState } from 'preact/hooks';
import { EntryDocuments } from '../../../components/entry-documents.tsx';
import { EntryMeaning } from '../../../components/entry-meaning.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { entryKindWords } from '../../../components/words/entry.ts';
import type { Known } from '../../../lib/glossary/types.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { EntryAnswer } from '../../../lib/messages/lists.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { Deeds } from './deeds.ts';
import { EntryForm } from './form.tsx';

interface Props {
  entry: Known;
  deeds: Deeds;
  toasts: Toasts;
  /** Goes to another term. */
  onTerm: (term: string) => void;
}

/** One entry: its name and English, and when it is opened all that is known of it. */
export function EntryRow({ entry, deeds, toasts: { attempt }, onTerm }: Props) {
  const [answer, setAnswer] = useState<EntryAnswer | null>(null);
  const [isEdited, setEdited] = useState(false);
  const look = (open: boolean) => {
    if (!open) return;
    attempt(async () => setAnswer(await askFromOurs('glossary/entry', { id: entry.id })));
  };
  return (
    <li class="entry" data-entry={entry.id}>
      <details onToggle={(event) => look(event.currentTarget.open)}>
        <summary>
          <strong lang="zh">{entry.term}</strong> <span lang="en">{entry.en}</span>{' '}
          <span class="chip">{entry.own ? t('entryOwn') : entryKindWords(entry.kind)}</span>
        </summary>
        {isEdited ? (
          <EntryForm
            draft={entry}
            fixedTerm={!entry.own}
            onCancel={() => setEdited(false)}
            onSave={async (draft) => {
              if (await deeds.write(draft, entry)) setEdited(false);
            }}
          />
        ) : (
          <>
            <EntryMeaning {...entry} />
            {entry.quiet ? <p class="small soft">{t('glossaryQuiet')}</p> : null}
            {entry.aliases.length > 0 ? (
              <p class="small soft" lang="zh">
                {t('glossaryAlso', entry.aliases.join('、'))}
              </p>
            ) : null}
            {answer ? <EntryDocuments entry={answer.entry} documents={answer.documents} /> : null}
            {answer && answer.related.length > 0 ? (
              <p class="buttons">
                {t('entryRelated')}
                {answer.related.map(({ id, term }) => (
                  <button key={id} type="button" class="button plain" lang="zh" onClick={() => onTerm(term)}>
                    {term}
                  </button>
                ))}
              </p>
            ) : null}
            <p class="buttons">
              <button type="button" class="button" data-do="correct" onClick={() => setEdited(true)}>
                {t(entry.own ? 'glossaryEdit' : 'glossaryCorrect')}
              </button>
              {entry.own ? (
                <button
                  type="button"
                  class="button plain"
                  data-do="remove"
                  onClick={() => deeds.remove(entry)}
                >
                  {t('glossaryRemove')}
                </button>
              ) : null}
              <button type="button" class="button plain" data-do="hide" onClick={() => deeds.hide(entry)}>
                {t('glossaryHide')}
              </button>
            </p>
          </>
        )}
      </details>
    </li>
  );
}
