import { t } from '../../lib/i18n/t.ts';
import type { Mark } from '../../lib/marks/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import { marksOf } from '../reader/to-marks.ts';
import { nameOf } from './card-words.ts';
import type { Session } from './session.ts';

/** Going from mark to mark by command. The page's own order of focus is left alone. */
export class Steps {
  readonly #session: Session;
  #current: Mark | null = null;
  #focus: Element | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The mark that has the ring; null where none has. */
  get current(): Mark | null {
    return this.#current;
  }

  /** What had the focus when the mark with the ring was gone to. */
  get focus(): Element | null {
    return this.#focus;
  }

  /** Place of a mark; null where it is no longer there. */
  spanOf(id: string): Span | null {
    return this.#marks().find((mark) => mark.id === id) ?? null;
  }

  /** Ids of all marks over the place where a mark begins, that one first, then the innermost. */
  idsAt(mark: Mark): string[] {
    const length = ({ start, end }: Mark) => end - start;
    return this.#marks()
      .filter(({ start, end }) => start <= mark.start && mark.start < end)
      .sort((a, b) => Number(b.id === mark.id) - Number(a.id === mark.id) || length(a) - length(b))
      .map(({ id }) => id);
  }

  /** Goes to the next or previous mark, from the one with the ring, else from what is in view. */
  go(by: 1 | -1): void {
    const { text, surface, marksOn } = this.#session;
    if (!marksOn) {
      surface.say(t('readerMarksOff'));
      return;
    }
    const stops = this.#stops();
    if (!text || stops.length === 0) {
      surface.say(t('readerNoMarks'));
      return;
    }
    for (let i = this.#from(stops, by), tried = 0; tried < stops.length; tried++, i += by) {
      const index = ((i % stops.length) + stops.length) % stops.length;
      const mark = stops[index] as Mark;
      // A mark whose text the page has taken away is passed by.
      if (!text.painter.ring(mark)) continue;
      this.#current = mark;
      // Where the body is in a frame, Enter would go to the page around it.
      if (window !== window.top) window.focus();
      this.#focus = document.activeElement;
      surface.show({ said: t('readerStep', nameOf(text, mark.id), index + 1, stops.length) });
      return;
    }
    this.end();
  }

  /** Takes the ring off. */
  end(): void {
    if (!this.#current) return;
    this.#current = null;
    this.#focus = null;
    this.#session.text?.painter.ring(null);
    this.#session.surface.show({ said: '' });
  }

  #marks(): Mark[] {
    const { text, hello } = this.#session;
    return text ? marksOf(text, hello.settings.marks) : [];
  }

  /** Marks in text order, each place once. */
  #stops(): Mark[] {
    const marks = this.#marks().sort((a, b) => a.start - b.start || b.end - a.end);
    return marks.filter((mark, i) => {
      const before = marks[i - 1];
      return !before || before.start !== mark.start || before.end !== mark.end;
    });
  }

  #from(stops: Mark[], by: 1 | -1): number {
    const current = this.#current;
    if (current) {
      const at = stops.findIndex((mark) => mark.start === current.start && mark.end === current.end);
      if (at >= 0) return at + by;
    }
    const first = this.#firstInView(stops);
    return by > 0 ? first : first - 1;
  }

  /** The first mark below the window's upper edge. Text runs downwards, so it can be searched by halves. */
  #firstInView(stops: Mark[]): number {
    let low = 0;
    let high = stops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = this.#session.text?.painter.boxes(stops[middle] as Mark)[0];
      if (box && box.top < 0) low = middle + 1;
      else high = middle;
    }
    return low % stops.length;
  }
}
