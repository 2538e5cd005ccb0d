import { closest } from '../../lib/page/dom.ts';
import type { Cards } from './cards.tsx';
import type { Session } from './session.ts';
import type { Steps } from './steps.ts';

/** Things of the page that a click means something to. */
const ACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, [role="button"], [role="link"]';

/**
 * Opens the card of a mark that is clicked.
 *
 * @param signal ends it
 */
export function watchClicks(session: Session, cards: Cards, steps: Steps, signal: AbortSignal): void {
  const onClick = (event: MouseEvent) => {
    // Only the reader's own clicks: a page may make up any others.
    if (!event.isTrusted || event.button !== 0 || session.surface.holds(event)) return;
    cards.close(false);
    steps.end();
    const { text } = session;
    const ids = text?.painter.hit(event.target) ?? [];
    if (!text || ids.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target instanceof Element && closest(event.target, ACTIVE)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    const span = steps.spanOf(ids[0] ?? '');
    if (span) cards.open(ids, { span, point: { x: event.clientX, y: event.clientY } });
  };
  // Capturing: a page that keeps clicks to itself does not keep the reader from the cards.
  window.addEventListener('click', onClick, { capture: true, signal });
}
