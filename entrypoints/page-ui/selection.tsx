import { SelectionBar } from '../../components/page/selection-bar.tsx';
import { closest } from '../../lib/page/dom.ts';
import type { Span } from '../../lib/reading/types.ts';
import type { Session } from './session.ts';
import { boxFinder } from './spot.ts';
import type { Writing } from './writing.ts';

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

/** The bar by what the reader selects. */
export class Selection {
  readonly #session: Session;
  readonly #writing: Writing;
  #shown: Span | null = null;

  constructor(session: Session, writing: Writing) {
    this.#session = session;
    this.#writing = writing;
  }

  /** Shows the bar by what is selected now, or takes it away where nothing is. */
  look(): void {
    const { surface, text } = this.#session;
    const shown = this.#shown;
    const span = surface.shown.editor ? null : selectedSpan(this.#session);
    if (span && shown && span.start === shown.start && span.end === shown.end && surface.shown.bar) return;
    this.#shown = span;
    if (!span || !text) {
      if (surface.shown.bar) surface.show({ bar: null });
      return;
    }
    // A bar comes when the hand rests: what is selected when it is clicked counts, should that be something else.
    const now = () => selectedSpan(this.#session) ?? span;
    surface.show({
      card: null,
      bar: (
        <SelectionBar
          key={`${span.start}-${span.end}`}
          anchor={boxFinder(text.painter, { span: lastOf(span), point: null })}
          onHighlight={(colour) => {
            const place = now();
            surface.show({ bar: null });
            window.getSelection()?.removeAllRanges();
            void this.#writing.highlight(place, colour);
          }}
          onNote={() => {
            // What is selected stays so while the note is written, to show what it is about.
            surface.show({ bar: null });
            void this.#writing.write(now());
          }}
          onCite={() => {
            surface.show({ bar: null });
            void this.#writing.cite(now());
          }}
        />
      ),
    });
  }
}

/** The bar stands at the end of what was selected, where the hand is. */
function lastOf({ start, end }: Span): Span {
  return { start: Math.max(start, end - 1), end };
}
