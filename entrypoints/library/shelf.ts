import type { Note, NotedDocument } from '../../lib/notes/types.ts';

/** A document and its notes, as the library shows them. */
export interface Shelf {
  document: NotedDocument;
  notes: Note[];
}

/** Documents with their notes in text order, the last read first; documents without notes are left out. */
export function shelve(documents: readonly NotedDocument[], notes: readonly Note[]): Shelf[] {
  const byDocument = new Map<string, Note[]>();
  for (const note of notes) {
    const own = byDocument.get(note.document);
    if (own) own.push(note);
    else byDocument.set(note.document, [note]);
  }
  return documents
    .flatMap((document) => {
      const own = byDocument.get(document.key);
      return own ? [{ document, notes: own.sort((a, b) => a.anchor.start - b.anchor.start) }] : [];
    })
    .sort((a, b) => b.document.lastRead.localeCompare(a.document.lastRead));
}

/**
 * What is left of the shelves where every word of a search stands: in the document's names (then all
 * its notes stay), or in a note's quote, text or tags.
 *
 * @param wanted words between white space; nothing leaves everything
 */
export function search(shelves: readonly Shelf[], wanted: string): Shelf[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...shelves];
  return shelves.flatMap(({ document, notes }) => {
    const { title, noticeTitle, docNumber, issuers } = document;
    const names = [title, noticeTitle, docNumber, ...issuers].join('\n').toLowerCase();
    const open = words.filter((word) => !names.includes(word));
    const left = notes.filter(({ anchor, body, tags }) => {
      const text = [anchor.quote, anchor.article, body, ...tags].join('\n').toLowerCase();
      return open.every((word) => text.includes(word));
    });
    return left.length > 0 ? [{ document, notes: left }] : [];
  });
}

/**
 * The addresses that may be shown as links: an imported file could name anything.
 *
 * @returns the web addresses among those the document was read at, the latest first
 */
export function webAddresses({ addresses }: Pick<NotedDocument, 'addresses'>): string[] {
  return addresses.filter((address) => /^https?:\/\//i.test(address) && URL.canParse(address));
}
