/**
 * Brings stored rows of earlier versions to today's shape, in place. Each fills in what its version did
 * not have, so that it may run on a row of any version.
 */

type Row = Record<string, unknown>;

/** Tasks, links and the sentence of an anchor came with version 2. */
export function asNote(note: Row): void {
  note.task ??= null;
  note.links ??= [];
  const anchor = note.anchor;
  if (typeof anchor === 'object' && anchor !== null) {
    const { sentence = null } = anchor as Row;
    note.anchor = { ...anchor, sentence };
  }
}

/** Reading records came with version 2. */
export function asDocument(document: Row): void {
  document.record ??= null;
}
