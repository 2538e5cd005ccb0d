import { t } from '../../lib/i18n/t.ts';
import { Problem } from '../../lib/messages/send.ts';
import type { Session as ReaderSession } from '../reader/session.ts';
import { Cards } from './cards.tsx';
import { Editor } from './editor.tsx';
import { watchKeys } from './keys.ts';
import type { PageUi } from './seat.ts';
import { Selection, selectedSpan } from './selection.tsx';
import type { Session, Text } from './session.ts';
import { Steps } from './steps.ts';
import { Surface } from './surface.tsx';
import { Writing } from './writing.ts';

/** All that is shown on a page, and what its reader does there by hand. */
export class ShownOnPage implements PageUi, Session {
  readonly surface = new Surface(() => this.#listenToKeys());
  readonly #session: ReaderSession;
  readonly #editor = new Editor(this);
  readonly #writing = new Writing(this, this.#editor);
  readonly #cards = new Cards(this, this.#writing);
  readonly #steps = new Steps(this);
  readonly #selection = new Selection(this, this.#writing);
  readonly #listenToKeys = watchKeys(this, this.#cards, this.#steps);

  constructor(session: ReaderSession) {
    this.#session = session;
  }

  get hello(): ReaderSession['hello'] {
    return this.#session.hello;
  }

  get marksOn(): boolean {
    return this.#session.marksOn;
  }

  get text(): Text | null {
    return this.#session.text;
  }

  repaint(): void {
    this.#session.repaint();
  }

  open(ids: string[], point: { x: number; y: number }): void {
    const span = this.#steps.spanOf(ids[0] ?? '');
    if (span) this.#cards.open(ids, { span, point });
  }

  leave(): void {
    this.#cards.close(false);
    this.#steps.end();
  }

  look(): void {
    this.#selection.look();
  }

  step(by: 1 | -1): void {
    this.#cards.close(false);
    this.#steps.go(by);
  }

  write(): void {
    const span = selectedSpan(this);
    const current = this.#steps.current;
    const note = current && this.text?.notes.find(({ id }) => current.id === `note:${id}`);
    if (span) this.#writing.write(span);
    else if (note) this.#writing.edit(note);
    else this.surface.say(t('readerSelectFirst'));
  }

  highlight(): void {
    const span = selectedSpan(this);
    if (!span) {
      this.surface.say(t('readerSelectFirst'));
      return;
    }
    window.getSelection()?.removeAllRanges();
    this.surface.show({ bar: null });
    this.#writing.highlight(span, this.hello.settings.colour);
  }

  cite(): void {
    const span = selectedSpan(this);
    if (span) this.#writing.cite(span);
    else this.surface.say(t('readerSelectFirst'));
  }

  async placeNote(id: string, at: 'found' | 'selection'): Promise<void> {
    const { text } = this;
    const note = text?.notes.find((one) => one.id === id);
    const span = at === 'found' ? text?.places.get(id)?.span : selectedSpan(this);
    if (!text || !note || !span) throw new Problem(at === 'found' ? 'panelPlaceGone' : 'readerSelectFirst');
    await this.#writing.place(text, note, span);
  }

  editorClosed(token: string): void {
    this.#editor.close(token);
  }

  refresh(): void {
    this.#cards.refresh();
  }

  forgetGlossary(): void {
    this.#steps.end();
    this.#cards.forget();
  }

  quiet(): void {
    this.leave();
    this.surface.show({ card: null, bar: null, toast: null, said: '' });
  }

  tellProblem(error: unknown): void {
    this.surface.tellProblem(error);
  }

  clear(): void {
    this.leave();
    this.surface.clear();
    this.#listenToKeys();
  }

  holds(event: Event): boolean {
    return this.surface.holds(event);
  }
}
