import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { Span, Term } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { termKindWords } from './words/kind.ts';

/** Fewer than this are seen at a glance. */
const WORTH_FILTERING = 6;

interface Props {
  terms: Term[];
  onGo: (place: Span) => void;
}

/** The terms that the document explains itself, with a field to narrow them down. */
export function TermList({ terms, onGo }: Props) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const needle = wanted.trim().toLowerCase();
  const shown = needle
    ? terms.filter(({ term, definition }) => `${term}\n${definition}`.toLowerCase().includes(needle))
    : terms;
  return (
    <>
      {terms.length >= WORTH_FILTERING ? (
        <div class="filter">
          <label class="unseen" for={id}>
            {t('termFilter')}
          </label>
          <input
            id={id}
            class="field"
            type="search"
            placeholder={t('termFilter')}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <p class="small soft" role="status">
            {needle ? t('termFound', shown.length) : ''}
          </p>
        </div>
      ) : null}
      <LongList
        items={shown}
        row={(term) => (
          <PlaceRow key={term.start} kind="term" onGo={() => onGo(term)}>
            <span class="row-head">
              <strong lang="zh">{term.term}</strong>
              <span class="chip">{termKindWords(term.kind)}</span>
              {term.article ? (
                <span class="small soft" lang="zh">
                  {term.article}
                </span>
              ) : null}
            </span>
            <span class="row-text" lang="zh">
              {term.definition}
            </span>
          </PlaceRow>
        )}
      />
    </>
  );
}
