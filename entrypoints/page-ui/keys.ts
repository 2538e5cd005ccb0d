import { closest } from '../../lib/page/dom.ts';
import type { Cards } from './cards.tsx';
import type { Session } from './session.ts';
import type { Steps } from './steps.ts';

/** What a key press belongs to before it belongs to us. */
const ACTIVE = 'a[href], area[href], button, summary, [tabindex]';
const FIELDS = 'input, select, textarea, [contenteditable]';

/**
 * Enter opens the card of the current mark; Esc closes what is open. Keys are listened to only while
 * one of the two means something to us.
 *
 * @returns to be called when what is shown has changed
 */
export function watchKeys(session: Session, cards: Cards, steps: Steps): () => void {
  const { surface } = session;
  let listening = false;

  const onEscape = (): boolean => {
    if (cards.isOpen) cards.close();
    else if (surface.shown.bar) surface.show({ bar: null });
    else if (steps.current) steps.end();
    else return false;
    return true;
  };
  /** What had the focus when the mark was gone to has no claim on the key, unless one types there. */
  const isTheirs = (target: Element): boolean =>
    closest(target, FIELDS) !== null || (target !== steps.focus && closest(target, ACTIVE) !== null);
  const onEnter = (event: KeyboardEvent): boolean => {
    const mark = steps.current;
    if (!mark || cards.isOpen || surface.holds(event)) return false;
    if (event.target instanceof Element && isTheirs(event.target)) return false;
    cards.open(steps.idsAt(mark), { span: mark, point: null });
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    const taken = event.key === 'Escape' ? onEscape() : event.key === 'Enter' ? onEnter(event) : false;
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return () => {
    const needed = cards.isOpen || surface.shown.bar !== null || steps.current !== null;
    if (needed === listening) return;
    listening = needed;
    if (needed) window.addEventListener('keydown', onKey, { capture: true });
    else window.removeEventListener('keydown', onKey, { capture: true });
  };
}
