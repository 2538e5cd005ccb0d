import type { Status } from '../../lib/catalogue/types.ts';
import type { ReaderState } from '../../lib/messages/lists.ts';
import type { Relation, Span } from '../../lib/reading/types.ts';
import { citedDocuments } from '../citation-groups.ts';

/** A document that another one is related to, as the panel shows it. */
export interface Related {
  relation: Relation;
  /** It does this to the document in the middle, not the other way round. */
  incoming: boolean;
  /** Its catalogue id; null for one that the catalogue does not know. */
  id: string | null;
  title: string | null;
  docNumber: string | null;
  status: Status | null;
  /** Where it is named on the page. */
  place: Span | null;
}

export interface Group {
  relation: Relation;
  incoming: boolean;
  related: Related[];
}

/** Relations in the order in which they matter to a reader: first what ends or changes the document itself. */
const ORDER: [Relation, incoming: boolean][] = [
  ['repeals', true],
  ['extends', true],
  ['amends', true],
  ['repeals', false],
  ['amends', false],
  ['extends', false],
  ['basis', false],
  ['interprets', false],
  ['attaches', true],
  ['interprets', true],
  ['basis', true],
  ['attaches', false],
  ['cites', false],
  ['cites', true],
];

/**
 * What a document of a page is related to: as the catalogue has it where it knows the document, else as its
 * own text says.
 *
 * @param index which of the page's documents
 * @returns the most important first
 */
export function relatedOf(state: ReaderState, index: number): Related[] {
  const document = state.documents[index];
  if (!document) return [];
  const { answer, span, metadata } = document;
  if (answer?.catalogueId == null) {
    const names = [metadata.title, metadata.noticeTitle];
    const own = state.citations.filter(
      ({ start, inner, title }) =>
        !inner && span.start <= start && start < span.end && (title === null || !names.includes(title)),
    );
    return inOrder(
      citedDocuments(own).map(({ first: { relation, title, docNumber, known, start, end } }) => ({
        ...{ relation, incoming: false, id: known?.id ?? null, title, docNumber },
        ...{ status: known?.status ?? null, place: { start, end } },
      })),
    );
  }
  const placeOf = (id: string | null, relation: Relation): Span | null => {
    const named = state.citations.filter(({ known }) => known !== null && known.id === id);
    const { start, end } = named.find((one) => one.relation === relation) ??
      named[0] ?? { start: -1, end: -1 };
    return start < 0 ? null : { start, end };
  };
  return inOrder(
    answer.relations.map(({ relation, incoming = false, id, title, docNumber, status = null }) => ({
      ...{ relation, incoming, id, title, docNumber, status },
      place: placeOf(id, relation),
    })),
  );
}

/** The relations of one kind and direction together. @param related in the order of `relatedOf` */
export function groupRelated(related: readonly Related[]): Group[] {
  const groups: Group[] = [];
  for (const one of related) {
    const last = groups.at(-1);
    if (last?.relation === one.relation && last.incoming === one.incoming) last.related.push(one);
    else groups.push({ relation: one.relation, incoming: one.incoming, related: [one] });
  }
  return groups;
}

/** Within one kind, those that are no longer in force come first: to rest on one of them is worth knowing. */
export function inOrder(related: readonly Related[]): Related[] {
  const rank = ({ relation, incoming, status }: Related) => {
    const kind = ORDER.findIndex(([name, direction]) => name === relation && direction === incoming);
    return kind * 2 + (isOver(status) ? 0 : 1);
  };
  return [...related].sort((a, b) => rank(a) - rank(b));
}

/** Whether a document has ceased to be in force. */
export function isOver(status: Status | null): boolean {
  return status?.state === 'repealed' || status?.state === 'expired';
}
