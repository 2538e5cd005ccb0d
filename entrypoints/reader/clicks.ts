import { closest } from '../../lib/page/dom.ts';
import type { Session } from './session.ts';
import type { Ui } from './ui.ts';

/** Things of the page that a click means something to. */
const ACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, [role="button"], [role="link"]';

/**
 * Opens the card of a mark that is clicked.
 *
 * @param signal ends it
 */
export function watchClicks(session: Session, ui: Ui, signal: AbortSignal): void {
  let last: MouseEvent | null = null;
  const onClick = (event: MouseEvent) => {
    // Only the reader's own clicks: a page may make up any others.
    if (!event.isTrusted || event.button !== 0 || ui.now?.holds(event)) return;
    last = event;
    ui.now?.leave();
    const { text } = session;
    const ids = text?.painter.hit(event.target) ?? [];
    if (!text || ids.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target instanceof Element && closest(event.target, ACTIVE)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    const point = { x: event.clientX, y: event.clientY };
    // Of a first click that had to wait, it may be another text or another click by now.
    ui.do((shown) => {
      if (session.text === text && last === event) shown.open(ids, point);
    });
  };
  // Capturing: a page that keeps clicks to itself does not keep the reader from the cards.
  window.addEventListener('click', onClick, { capture: true, signal });
}
