import type { ReaderState } from '../lib/messages/lists.ts';
import type { AnchorState, Note } from '../lib/notes/types.ts';

export interface PlacedNote {
  note: Note;
  /** Null where the page's reader has not looked for it yet. */
  state: AnchorState | null;
}

/** Notes in the order of their places on the page; those whose text was not found come last. */
export function orderNotes(notes: readonly Note[], places: ReaderState['notes']): PlacedNote[] {
  const found = new Map(places.map((place) => [place.id, place]));
  const at = (note: Note) => {
    const place = found.get(note.id);
    if (place?.state === 'lost') return Number.POSITIVE_INFINITY;
    return place?.span?.start ?? note.anchor.start;
  };
  return [...notes]
    .sort((one, other) => at(one) - at(other) || one.created.localeCompare(other.created))
    .map((note) => ({ note, state: found.get(note.id)?.state ?? null }));
}
