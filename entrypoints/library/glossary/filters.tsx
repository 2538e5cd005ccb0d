import { useId } from 'preact/hooks';
import { Tick } from '../../../components/tick.tsx';
import { entryKindWords } from '../../../components/words/entry.ts';
import { KINDS } from '../../../lib/glossary/types.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { Wanted } from './entries.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz#'];

interface Props {
  wanted: Wanted;
  /** Letters that some term begins with. */
  letters: ReadonlySet<string>;
  /** Known documents that speak of terms: id and title. */
  documents: readonly (readonly [id: string, title: string])[];
  /** How many entries are left. */
  count: number;
  onWant: (change: Partial<Wanted>) => void;
}

/** Search field, kinds, documents and letters that narrow the glossary down. */
export function Filters({ wanted, letters, documents, count, onWant }: Props) {
  const id = useId();
  return (
    <search class="entry-filters">
      <label class="unseen" for={`${id}words`}>
        {t('glossarySearch')}
      </label>
      <input
        id={`${id}words`}
        class="field"
        type="search"
        placeholder={t('glossarySearch')}
        value={wanted.words}
        onInput={(event) => onWant({ words: event.currentTarget.value })}
      />
      <p class="buttons">
        <label for={`${id}kind`}>{t('glossaryKind')}</label>
        <select
          id={`${id}kind`}
          class="field"
          value={wanted.kind ?? ''}
          onChange={(event) =>
            onWant({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t('glossaryAnyKind')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {entryKindWords(kind)}
            </option>
          ))}
        </select>
        <label for={`${id}document`}>{t('glossaryDocument')}</label>
        <select
          id={`${id}document`}
          class="field"
          value={wanted.document ?? ''}
          onChange={(event) => onWant({ document: event.currentTarget.value || null })}
        >
          <option value="">{t('glossaryAnyDocument')}</option>
          {documents.map(([key, title]) => (
            <option key={key} value={key} lang="zh">
              {title}
            </option>
          ))}
        </select>
        <Tick checked={wanted.ownOnly} onChange={(ownOnly) => onWant({ ownOnly })}>
          {t('glossaryOwnOnly')}
        </Tick>
      </p>
      <fieldset class="letters">
        <legend class="unseen">{t('glossaryLetter')}</legend>
        <LetterButton letter={null} wanted={wanted} onWant={onWant} />
        {LETTERS.filter((letter) => letters.has(letter)).map((letter) => (
          <LetterButton key={letter} letter={letter} wanted={wanted} onWant={onWant} />
        ))}
      </fieldset>
      <p class="small soft" role="status">
        {t('glossaryCount', count)}
      </p>
    </search>
  );
}

function LetterButton({
  letter,
  wanted,
  onWant,
}: { letter: string | null } & Pick<Props, 'wanted' | 'onWant'>) {
  return (
    <button
      type="button"
      class="button plain"
      aria-pressed={wanted.letter === letter}
      onClick={() => onWant({ letter })}
    >
      {letter?.toUpperCase() ?? t('glossaryAllLetters')}
    </button>
  );
}
