import { t } from '../../lib/i18n/t.ts';
import type { Span, Term } from '../../lib/reading/types.ts';
import { termKindWords } from '../words/kind.ts';

interface Props {
  term: Term;
  /** The clause that says what it means, as it stands in the text. */
  clause: string;
  /** Other definitions of the same word in this document, which hold elsewhere. */
  others: Term[];
  onGo: (place: Span) => void;
}

/** What a term means, in the words of the page itself, and where that is laid down. */
export function TermCard({ term, clause, others, onGo }: Props) {
  return (
    <section class="about" data-about="term">
      <h2 lang="zh">{term.term}</h2>
      <p class="chips">
        <span class="chip">{termKindWords(term.kind)}</span>
        {term.article ? (
          <span class="chip" lang="zh">
            {term.article}
          </span>
        ) : null}
      </p>
      <p class="meaning" lang="zh">
        {term.definition}
      </p>
      <h3>{t('cardSaysSo')}</h3>
      <blockquote class="clause" lang="zh">
        {clause}
      </blockquote>
      <p class="buttons">
        <button type="button" class="button" data-do="jump" onClick={() => onGo(term.clause)}>
          {t('cardJump')}
        </button>
      </p>
      {others.length > 0 ? (
        <>
          <h3>{t('cardOtherDefinitions')}</h3>
          <ul class="others">
            {others.map((other) => (
              <li key={other.start}>
                <span lang="zh">{other.definition}</span>{' '}
                <button type="button" class="button plain" onClick={() => onGo(other.clause)}>
                  {other.article ?? t('cardHere')}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
