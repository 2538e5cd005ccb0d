import type { Ui } from './ui.ts';

/** A selection is looked at when the hand rests. */
const REST_MS = 150;

/**
 * Notices that the reader selects something: then a bar is shown by it.
 *
 * @param signal ends it
 */
export function watchSelection(ui: Ui, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    // As long as nothing was shown there is nothing to take away either.
    if (ui.now || window.getSelection()?.isCollapsed === false) ui.do((shown) => shown.look());
  };
  const soon = (event: Event) => {
    if (!event.isTrusted || ui.now?.holds(event)) return;
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };
  for (const type of ['mouseup', 'keyup', 'touchend']) {
    window.addEventListener(type, soon, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
