import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { EntryAnswer } from '../../lib/messages/lists.ts';
import { EntryDocuments } from '../entry-documents.tsx';
import { EntryMeaning } from '../entry-meaning.tsx';

interface Props {
  term: string;
  /** Null until it is known. */
  answer: EntryAnswer | null;
  /** The reader came here from another term's entry, and may go back. */
  moved: boolean;
  /** The title takes the focus. */
  focus: boolean;
  onOpen: (id: string) => void;
  onBack: () => void;
}

/** What the glossary says of a term. */
export function GlossaryCard({ term, answer, moved, focus, onOpen, onBack }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) title.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <section class="about" data-about="glossary">
      {moved ? (
        <p>
          <button type="button" class="button plain" data-do="back" onClick={onBack}>
            ← {t('entryBack')}
          </button>
        </p>
      ) : null}
      <h2 ref={title} lang="zh" tabIndex={-1}>
        {term}
      </h2>
      {answer ? (
        <>
          <EntryMeaning {...answer.entry} />
          {answer.related.length > 0 ? (
            <>
              <h3>{t('entryRelated')}</h3>
              <p class="buttons">
                {answer.related.map(({ id, term: name }) => (
                  <button
                    key={id}
                    type="button"
                    class="button plain"
                    lang="zh"
                    data-do="related"
                    onClick={() => onOpen(id)}
                  >
                    {name}
                  </button>
                ))}
              </p>
            </>
          ) : null}
          <EntryDocuments entry={answer.entry} documents={answer.documents} />
        </>
      ) : (
        <p class="soft">{t('entryComing')}</p>
      )}
    </section>
  );
}
