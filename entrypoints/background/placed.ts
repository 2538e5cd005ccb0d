import type { PageSender } from '../../lib/messages/senders.ts';
import type { AnchorState, Note } from '../../lib/notes/types.ts';
import { today } from '../../lib/settings/today.ts';
import { notesOfAll } from '../../lib/store/read-notes.ts';
import { keepPlaces } from '../../lib/store/seen-places.ts';
import { keysOf, pageOf } from './readers.ts';

/** A reader has looked for the notes of its page. In a private window nothing of that is kept. */
export async function placed(
  { places }: { places: { id: string; state: AnchorState }[] },
  sender: PageSender,
): Promise<null> {
  if (sender.isPrivate) return null;
  const states = new Map(places.map(({ id, state }) => [id, state]));
  const byDocument = new Map<string, Map<string, AnchorState>>();
  for (const { id, document } of await notesOfAll(keysOf(await pageOf(sender)))) {
    const state = states.get(id);
    if (!state) continue;
    const found = byDocument.get(document) ?? new Map();
    byDocument.set(document, found.set(id, state));
  }
  for (const [document, found] of byDocument) await keepPlaces(document, today(), found, true);
  return null;
}

/** A note was put to its place just now. That it is known is not worth failing for. */
export function putInPlace({ id, document }: Note, { isPrivate }: PageSender): void {
  if (isPrivate) return;
  keepPlaces(document, today(), new Map([[id, 'exact']]), false).catch(() => undefined);
}
