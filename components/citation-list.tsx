import { t } from '../lib/i18n/t.ts';
import type { Span } from '../lib/reading/types.ts';
import type { CitedDocument } from './citation-groups.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { StatusBadge } from './status-badge.tsx';
import { relationWords } from './words/kind.ts';
import { quoted } from './words/title.ts';

interface Props {
  documents: CitedDocument[];
  onGo: (place: Span) => void;
}

/** Other documents that this one names, with what is known of their being in force. */
export function CitationList({ documents, onGo }: Props) {
  return (
    <LongList
      items={documents}
      row={({ first, times }) => (
        <PlaceRow key={first.start} kind="citation" onGo={() => onGo(first)}>
          <span class="row-head">
            <span class="chip">{relationWords(first.relation)}</span>
            {first.known ? <StatusBadge status={first.known.status} /> : null}
            {first.here ? <span class="small soft">{t('citationHere')}</span> : null}
            {times > 1 ? <span class="small soft">{t('citationTimes', times)}</span> : null}
          </span>
          <span class="row-main" lang="zh">
            {first.title ? quoted(first.title) : ''}
            {first.docNumber ?? ''}
          </span>
        </PlaceRow>
      )}
    />
  );
}
