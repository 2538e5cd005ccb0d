import { watchClicks } from './clicks.ts';
import { watchKeys } from './keys.ts';
import { watchOrphan } from './orphan.ts';
import type { Reader } from './reader.ts';
import { watchSelection } from './selection.tsx';

/**
 * Listens to the page for as long as marks are on: all listeners of ours there are set here.
 *
 * @param signal ends it
 * @param orphaned is told when the extension is gone from under the page
 * @returns to be called when what is shown has changed
 */
export function watchPage(reader: Reader, signal: AbortSignal, orphaned: () => void): () => void {
  watchClicks(reader, reader.cards, reader.steps, signal);
  watchSelection(reader, reader.writing, signal);
  watchOrphan(orphaned, signal);
  // A page that comes back from the back-forward cache may have got notes elsewhere meanwhile.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) reader.notesChanged().catch((error) => reader.surface.tellProblem(error));
  };
  window.addEventListener('pageshow', onPageShow, { signal });
  return watchKeys(reader, reader.cards, reader.steps, signal);
}
