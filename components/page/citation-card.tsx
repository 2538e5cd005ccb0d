import type { Status } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Citation, Span } from '../../lib/reading/types.ts';
import { StatusBadge } from '../status-badge.tsx';
import { relationWords } from '../words/kind.ts';
import { reasonWords } from '../words/status.ts';
import { quoted } from '../words/title.ts';

interface Props {
  citation: Citation;
  known: { id: string; status: Status } | null;
  /** Where the document that is named stands on this page. */
  here?: Span | null;
  /** What the page says there. */
  text: string;
  onGo: (place: Span) => void;
}

/** Another document that this one names, or a place in this one, with what is known of it. */
export function CitationCard({ citation, known, here = null, text, onGo }: Props) {
  const { title, docNumber, relation, article, inner } = citation;
  const goal = inner ?? here;
  return (
    <section class="about" data-about="citation">
      <h2 lang="zh">{title ? quoted(title) : (docNumber ?? text)}</h2>
      <p class="chips">
        <span class="chip">{inner ? t('cardInner') : relationWords(relation)}</span>
        {title && docNumber ? (
          <span class="chip" lang="zh">
            {docNumber}
          </span>
        ) : null}
        {article ? (
          <span class="chip" lang="zh">
            {article}
          </span>
        ) : null}
        {known ? <StatusBadge status={known.status} /> : null}
      </p>
      {known ? <p class="small">{reasonWords(known.status)}</p> : null}
      {here ? <p class="small">{t('cardHereToo')}</p> : null}
      {!known && !goal ? <p class="small soft">{t('cardUnknown')}</p> : null}
      {goal ? (
        <p class="buttons">
          <button type="button" class="button" data-do="jump" onClick={() => onGo(goal)}>
            {t('cardJump')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
