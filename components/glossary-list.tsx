import { t } from '../lib/i18n/t.ts';
import type { GlossaryTerm } from '../lib/messages/lists.ts';
import type { Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { entryKindWords } from './words/entry.ts';

interface Props {
  terms: readonly GlossaryTerm[];
  onGo: (place: Span) => void;
}

/** The terms on a page that the glossary explains. */
export function GlossaryList({ terms, onGo }: Props) {
  return (
    <LongList
      items={terms}
      row={({ id, term, kind, en, count, start, end }) => (
        <PlaceRow key={id} kind="glossary" onGo={() => onGo({ start, end })}>
          <span class="row-head">
            <strong lang="zh">{term}</strong>
            <span class="chip">{entryKindWords(kind)}</span>
            <span class="small soft">{t('glossaryTimes', count)}</span>
          </span>
          {en ? (
            <span class="row-text" lang="en">
              {en}
            </span>
          ) : null}
        </PlaceRow>
      )}
    />
  );
}
