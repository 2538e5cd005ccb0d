import { t } from '../../lib/i18n/t.ts';
import { dropLeftovers, hasMarks } from '../../lib/marks/leftovers.ts';
import type { FromPageReplies, ReaderState } from '../../lib/messages/lists.ts';
import { askFromPage, Problem } from '../../lib/messages/send.ts';
import { allIn } from '../../lib/page/dom.ts';
import type { Span } from '../../lib/reading/types.ts';
import { answerMessages } from './answer.ts';
import { Cards } from './cards.tsx';
import { Editor } from './editor.tsx';
import { findGlossary } from './glossary.ts';
import { isOrphan } from './orphan.ts';
import { Patience } from './patience.ts';
import { placeNotes } from './place-notes.ts';
import { readBody, readText } from './read-text.ts';
import { report } from './report.ts';
import { selectedSpan } from './selection.tsx';
import type { Session, Text } from './session.ts';
import { stateOf } from './state.ts';
import { Steps } from './steps.ts';
import { HOST, Surface } from './surface.tsx';
import { marksOf } from './to-marks.ts';
import { watchPage } from './watch-page.ts';
import { Writing } from './writing.ts';

/** How often a body that is gone is looked for again. */
const MOST_MISSED = 5;

/** The reader of one page: reads it, paints it, and answers for it until it is stopped. */
export class Reader implements Session {
  hello: FromPageReplies['reader/hello'];
  marksOn: boolean;
  text: Text | null = null;
  readonly surface = new Surface(() => this.#keys());
  readonly editor = new Editor(this);
  readonly writing = new Writing(this, this.editor);
  readonly cards = new Cards(this, this.writing);
  readonly steps = new Steps(this);
  readonly #patience = new Patience();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;
  /** Counts readings: one that was overtaken gives up. */
  #turn = 0;
  #ready: Promise<void> = Promise.resolve();
  #on: AbortController | null = null;
  #keys: () => void = () => {};
  readonly #stopAnswering: () => void;

  constructor(hello: FromPageReplies['reader/hello']) {
    this.hello = hello;
    this.marksOn = hello.marksOn;
    this.#stopAnswering = answerMessages(this);
  }

  /** Reads the page for the first time. */
  async start(): Promise<void> {
    if (this.marksOn) this.#listen();
    this.#ready = this.#read();
    await this.#ready;
  }

  repaint(): void {
    const { text } = this;
    if (!text) return;
    if (this.marksOn) {
      text.painter.paint(marksOf(text, this.hello.settings.marks));
    } else {
      text.painter.clear();
    }
  }

  /** What was found, once it was. */
  async state(): Promise<ReaderState> {
    await this.#ready;
    return stateOf(this);
  }

  async goto(span: Span): Promise<boolean> {
    await this.#ready;
    return this.text?.painter.reveal(span) ?? false;
  }

  async gotoNote(id: string): Promise<boolean> {
    await this.#ready;
    const span = this.text?.places.get(id)?.span;
    return span ? (this.text?.painter.reveal(span) ?? false) : false;
  }

  /**
   * Gives a note the place where it was found changed, or what is selected.
   *
   * @throws Problem where there is no such place
   */
  async placeNote(id: string, at: 'found' | 'selection'): Promise<void> {
    await this.#ready;
    const note = this.text?.notes.find((one) => one.id === id);
    const span = at === 'found' ? this.text?.places.get(id)?.span : selectedSpan(this);
    if (!this.text || !note || !span)
      throw new Problem(at === 'found' ? 'panelPlaceGone' : 'readerSelectFirst');
    await this.writing.place(this.text, note, span);
  }

  /** Switches the marks on or off. Off, nothing of ours is left in the page, and its reader still answers. */
  async setMarks(on: boolean): Promise<void> {
    if (on && this.marksOn) return;
    this.marksOn = on;
    await this.#ready;
    if (on) {
      this.#listen();
    } else {
      this.#quiet();
      // A note that is being written stays until it is saved or given up: the switch must not eat it.
      this.surface.show({ card: null, bar: null, toast: null, said: '' });
    }
    this.repaint();
  }

  /** Notes were written elsewhere. */
  async notesChanged(): Promise<void> {
    await this.#ready;
    const { text } = this;
    if (!text) return;
    const { notes } = await askFromPage('reader/notes', {});
    await placeNotes(text, notes, () => text !== this.text);
    if (text !== this.text) return;
    this.repaint();
    this.cards.refresh();
  }

  /** What the catalogue says may be another thing now. */
  async askAgain(): Promise<void> {
    await this.#ready;
    const { text } = this;
    const stop = () => text !== this.text;
    if (text) await this.#ask(text, stop);
    if (text && !stop()) this.repaint();
  }

  /** The glossary was changed, or how often its terms are marked. */
  async glossaryChanged(): Promise<void> {
    await this.#ready;
    const { text } = this;
    const glossary = text && (await findGlossary(text, () => text !== this.text));
    if (!glossary) return;
    text.glossary = glossary;
    this.steps.end();
    this.repaint();
    this.cards.forget();
  }

  /** Begins a note on what is selected, or on the note that has the ring. */
  writeOnSelection(): void {
    const span = selectedSpan(this);
    const current = this.steps.current;
    const note = current && this.text?.notes.find(({ id }) => current.id === `note:${id}`);
    if (span) this.writing.write(span);
    else if (note) this.writing.edit(note);
    else this.surface.say(t('readerSelectFirst'));
  }

  highlightSelection(): void {
    const span = selectedSpan(this);
    if (!span) {
      this.surface.say(t('readerSelectFirst'));
      return;
    }
    window.getSelection()?.removeAllRanges();
    this.surface.show({ bar: null });
    this.writing.highlight(span, this.hello.settings.colour);
  }

  citeSelection(): void {
    const span = selectedSpan(this);
    if (span) this.writing.cite(span);
    else this.surface.say(t('readerSelectFirst'));
  }

  /** Ends this reader. Another one may have taken over the page: what it painted is left to it. */
  stop(): void {
    this.#turn++;
    this.#stopAnswering();
    this.#quiet();
    this.surface.clear();
    this.text?.painter.clear(true);
    this.text = null;
  }

  /** Reads what the page holds now, paints it, asks the background about it, and paints the notes. */
  async #read(): Promise<void> {
    const turn = ++this.#turn;
    const stop = () => turn !== this.#turn;
    const page = await readBody(this.hello.topFacts, stop);
    if (stop()) return;
    // A page that puts another text in takes the old one out first.
    if (!page && this.text && this.#missed++ < MOST_MISSED) {
      this.#changed();
      return;
    }
    this.#missed = 0;
    if (page && this.text && page.input.text === this.text.page.input.text) {
      this.text.page = page;
      this.text.painter.follow(page);
      return;
    }
    this.#forget();
    const text = page && (await readText(page, stop, () => this.#changed()));
    if (!text || stop()) return;
    this.text = text;
    this.repaint();
    try {
      await this.#ask(text, stop);
    } catch (error) {
      if (isOrphan()) this.#orphaned();
      else this.surface.tellProblem(error);
    }
    if (!stop()) this.repaint();
  }

  /** Asks the background what is known of a text, and finds its notes. */
  async #ask(text: Text, stop: () => boolean): Promise<void> {
    text.answer = await report(text);
    if (!stop()) await placeNotes(text, text.answer.notes, stop);
    if (stop()) return;
    this.repaint();
    text.glossary = (await findGlossary(text, stop)) ?? text.glossary;
  }

  /** Lets go of a text that the page no longer has. */
  #forget(): void {
    this.cards.close(false);
    this.steps.end();
    this.text?.painter.clear();
    this.text = null;
  }

  /** The page has changed its body. */
  #changed(): void {
    if (isOrphan()) {
      this.#orphaned();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#ready = this.#read();
    }, this.#patience.next(performance.now()));
  }

  #listen(): void {
    if (this.#on) return;
    const on = new AbortController();
    this.#on = on;
    this.#keys = watchPage(this, on.signal, () => this.#orphaned());
  }

  #quiet(): void {
    clearTimeout(this.#timer);
    this.cards.close(false);
    this.steps.end();
    this.#on?.abort();
    this.#on = null;
    this.#keys();
    this.#keys = () => {};
  }

  /** The extension was updated under this page. A newer reader that took the page over needs no words of ours. */
  #orphaned(): void {
    const replaced = () => hasMarks(document) || allIn(document, HOST).length > 0;
    this.stop();
    if (!replaced()) this.surface.sayLastWords();
  }
}

/** Takes off what an earlier reader left in the page. */
export function takeOver(): void {
  dropLeftovers(document);
  for (const host of allIn(document, HOST)) host.remove();
}
