import type { ReaderState } from '../lib/messages/lists.ts';

export type CitedPlace = ReaderState['citations'][number];

/** One document named in the text, however often. */
export interface CitedDocument {
  first: CitedPlace;
  times: number;
}

/**
 * Citations of other documents, one entry for each title, number and relation, in text order.
 * References to a place of the document itself are no documents and are left out.
 */
export function citedDocuments(citations: readonly CitedPlace[]): CitedDocument[] {
  const groups = new Map<string, CitedDocument>();
  for (const place of citations) {
    if (!place.title && !place.docNumber) continue;
    const key = [place.title, place.docNumber, place.relation].join('\n');
    const group = groups.get(key);
    if (group) group.times++;
    else groups.set(key, { first: place, times: 1 });
  }
  return [...groups.values()];
}
