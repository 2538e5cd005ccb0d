import { SelectionBar } from '../../components/page/selection-bar.tsx';
import { closest } from '../../lib/page/dom.ts';
import type { Span } from '../../lib/reading/types.ts';
import type { Session } from './session.ts';
import { boxFinder } from './spot.ts';
import type { Writing } from './writing.ts';

/** A selection is looked at when the hand rests. */
const REST_MS = 150;

/** The place in the text that the reader has selected; null where that is none of it. */
export function selectedSpan({ text }: Session): Span | null {
  const selection = window.getSelection();
  if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0 || inField()) return null;
  const span = text.page.spanOf(selection.getRangeAt(0));
  return span && text.page.input.text.slice(span.start, span.end).trim() !== '' ? span : null;
}

/** Selecting what one types is no wish to annotate. */
function inField(): boolean {
  const active = document.activeElement;
  if (document.designMode === 'on') return true;
  if (!(active instanceof HTMLElement)) return false;
  return active.isContentEditable || closest(active, 'input, textarea, select') !== null;
}

/**
 * Shows a bar by the reader's selections.
 *
 * @param signal ends it
 */
export function watchSelection(session: Session, writing: Writing, signal: AbortSignal): void {
  const { surface } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Span | null = null;

  const look = () => {
    const span = surface.shown.editor ? null : selectedSpan(session);
    if (span && shown && span.start === shown.start && span.end === shown.end && surface.shown.bar) return;
    shown = span;
    if (!span || !session.text) {
      if (surface.shown.bar) surface.show({ bar: null });
      return;
    }
    surface.show({
      card: null,
      bar: (
        <SelectionBar
          key={`${span.start}-${span.end}`}
          anchor={boxFinder(session.text.painter, { span: lastOf(span), point: null })}
          onHighlight={(colour) => {
            surface.show({ bar: null });
            window.getSelection()?.removeAllRanges();
            void writing.highlight(span, colour);
          }}
          onNote={() => {
            // What is selected stays so while the note is written, to show what it is about.
            surface.show({ bar: null });
            void writing.write(span);
          }}
          onCite={() => {
            surface.show({ bar: null });
            void writing.cite(span);
          }}
        />
      ),
    });
  };
  const soon = (event: Event) => {
    if (!event.isTrusted || surface.holds(event)) return;
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };
  for (const type of ['mouseup', 'keyup', 'touchend']) {
    window.addEventListener(type, soon, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** The bar stands at the end of what was selected, where the hand is. */
function lastOf({ start, end }: Span): Span {
  return { start: Math.max(start, end - 1), end };
}
