import { askFromPage } from '../../lib/messages/send.ts';
import type { AnchorFinder, Found } from '../../lib/notes/anchoring.ts';
import { asItIs, looksTraditional } from '../../lib/notes/script.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Slices } from '../../lib/reading/slices.ts';
import type { Span } from '../../lib/reading/types.ts';
import { simplifyFor } from './ask-simplified.ts';
import { fetchUi } from './fetch-ui.ts';
import { inSlices } from './in-slices.ts';
import type { Text } from './session.ts';

/**
 * Finds the places of notes in a text.
 *
 * @param stop says that nobody wants to know any more; then the text is left as it is
 */
export async function placeNotes(text: Text, notes: readonly Note[], stop: () => boolean): Promise<void> {
  const live = notes.filter((note) => note.deleted === null);
  if (live.length === 0) {
    Object.assign(text, { notes: [], places: new Map() });
    return;
  }
  const { anchorFinder } = await fetchUi();
  const simplify = text.simplify === asItIs ? await simplifyFor(traditionalIn(live)) : text.simplify;
  const places = await inSlices(findAll(text, live, anchorFinder(text.page.input.text, simplify)), stop);
  if (!places) return;
  text.notes = live;
  text.places = places;
  tellPlaces(text);
}

/** The library shows where notes were found when their page was last read. Nobody waits for it. */
function tellPlaces({ notes, places }: Text): void {
  const found = notes.map(({ id }) => ({ id, state: places.get(id)?.state ?? 'lost' }));
  askFromPage('reader/placed', { places: found }).catch(() => undefined);
}

/** The context of a note that was made in traditional script; empty where there is none. */
function traditionalIn(notes: readonly Note[]): string {
  const contexts = notes.map(({ anchor: { prefix, quote, suffix } }) => prefix + quote + suffix);
  return contexts.find(looksTraditional) ?? '';
}

function* findAll(text: Text, notes: readonly Note[], { seek }: AnchorFinder): Slices<Map<string, Found>> {
  const places = new Map<string, Found>();
  for (const note of notes) {
    yield;
    places.set(note.id, yield* seek(note.anchor, partOf(text, note)));
  }
  return places;
}

/** Two documents on one page keep their notes apart. */
function partOf({ answer, findings }: Text, note: Note): Span | undefined {
  const index = answer?.documents.findIndex(({ key }) => key === note.document) ?? -1;
  const part = findings.documents[index];
  return part && { start: part.start, end: part.end };
}
