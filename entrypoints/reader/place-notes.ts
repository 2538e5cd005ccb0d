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
 * Finds the places of notes in a text. Where the reader writes on the page meanwhile, what was asked before is not
 * taken for the present notes: they are asked for again.
 *
 * @param stop says that nobody wants to know any more; then the text is left as it is
 * @param before the text's notes when these were asked for
 * @throws where nobody answers
 */
export async function placeNotes(
  text: Text,
  notes: readonly Note[],
  stop: () => boolean,
  before = text.notes,
): Promise<void> {
  const live = notes.filter((note) => note.deleted === null);
  const places = live.length > 0 ? await findPlaces(text, live, stop) : new Map();
  if (!places) return;
  const now = text.notes;
  if (now === before) {
    text.notes = live;
    text.places = places;
    if (live.length > 0) tellPlaces(text);
    return;
  }
  const answer = await askFromPage('reader/notes', {});
  if (!stop()) await placeNotes(text, answer.notes, stop, now);
}

/** @returns null where it was stopped */
async function findPlaces(
  text: Text,
  notes: readonly Note[],
  stop: () => boolean,
): Promise<Map<string, Found> | null> {
  const { anchorFinder } = await fetchUi();
  const simplify = text.simplify === asItIs ? await simplifyFor(traditionalIn(notes)) : text.simplify;
  return inSlices(findAll(text, notes, anchorFinder(text.page.input.text, simplify)), stop);
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
