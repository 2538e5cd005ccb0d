import type { Match, Status } from '../lib/catalogue/types.ts';
import { t } from '../lib/i18n/t.ts';
import type { ReaderState } from '../lib/messages/lists.ts';
import type { Span } from '../lib/reading/types.ts';
import { Ends } from './ends.tsx';
import { LongList } from './long-list.tsx';
import { StatusBadge } from './status-badge.tsx';
import { coverageWords } from './words/coverage.ts';

/** A document that stands on the page, whole or in part. */
export interface PageDocument {
  title: string | null;
  docNumber: string | null;
  status: Status | null;
  /** Where it was recognised as a known one; null for one that the catalogue does not know. */
  match: Match | null;
  place: Span;
}

/**
 * All documents of a page, in its order: those that were read on it, and known ones of which a part stands in
 * them.
 */
export function pageDocuments({
  documents,
  matches,
}: Pick<ReaderState, 'documents' | 'matches'>): PageDocument[] {
  const read = documents.map(({ span, metadata, answer }): PageDocument => {
    const own = matches.filter(({ id }) => id === answer?.catalogueId);
    const match = own.find(({ start, end }) => start < span.end && end > span.start) ?? null;
    const { title, docNumber } = match ?? metadata;
    return { title, docNumber, status: answer?.status ?? null, match, place: match ?? span };
  });
  const known = new Set(read.map(({ match }) => match));
  const parts = matches
    .filter((match) => !known.has(match))
    .map((match): PageDocument => {
      const { title, docNumber } = match;
      return { title, docNumber, status: null, match, place: match };
    });
  return [...read, ...parts].sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
}

interface Props {
  documents: readonly PageDocument[];
  onGo: (place: Span) => void;
}

/** The documents of a page: how much of each is there, and the way to where it begins and ends. */
export function PageDocuments({ documents, onGo }: Props) {
  return (
    <LongList
      items={documents}
      row={({ title, docNumber, status, match, place }, index) => {
        const name = title ?? docNumber ?? t('identityUntitled');
        return (
          <li key={index} data-row="document" class="page-document">
            <span class="row-main" lang="zh">
              {name}
              {title && docNumber ? <span class="soft small"> {docNumber}</span> : null}
            </span>
            <span class="row-head">
              {status ? <StatusBadge status={status} /> : null}
              {match ? <span class="small soft">{coverageWords(match)}</span> : null}
              <Ends place={place} name={name} onGo={onGo} />
            </span>
          </li>
        );
      }}
    />
  );
}
