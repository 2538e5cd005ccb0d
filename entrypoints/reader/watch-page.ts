import { watchClicks } from './clicks.ts';
import { watchOrphan } from './orphan.ts';
import type { Reader } from './reader.ts';
import { watchSelection } from './selection.ts';

/**
 * Listens to the page for as long as marks are on; what is shown listens to keys of its own.
 *
 * @param signal ends it
 */
export function watchPage(reader: Reader, signal: AbortSignal): void {
  watchClicks(reader, reader.ui, signal);
  watchSelection(reader.ui, signal);
  watchOrphan(() => reader.orphaned(), signal);
  // A page that comes back from the back-forward cache may have got notes elsewhere meanwhile.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.isTrusted && event.persisted)
      reader.notesChanged().catch((error) => reader.ui.do((ui) => ui.tellProblem(error)));
  };
  window.addEventListener('pageshow', onPageShow, { signal });
}
