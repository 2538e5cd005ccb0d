import type { FromPageReplies, ReaderState } from '../../lib/messages/lists.ts';
import { askFromPage } from '../../lib/messages/send.ts';
import type { Span } from '../../lib/reading/types.ts';
import { answerMessages } from './answer.ts';
import { findGlossary } from './glossary.ts';
import { KeepReading, type ReadsFor } from './keep-reading.ts';
import { lastWords } from './last-words.ts';
import { lookUp } from './look-up.ts';
import { isOrphan } from './orphan.ts';
import { placeNotes } from './place-notes.ts';
import type { Text } from './session.ts';
import { stateOf } from './state.ts';
import { isTakenOver } from './take-over.ts';
import { marksOf } from './to-marks.ts';
import { Ui } from './ui.ts';
import { watchPage } from './watch-page.ts';

/** The reader of one page: reads it, paints it, and answers for it until it is stopped. */
export class Reader implements ReadsFor {
  hello: FromPageReplies['reader/hello'];
  marksOn: boolean;
  text: Text | null = null;
  readonly ui = new Ui(this, () => this.#lostUi());
  readonly #reading = new KeepReading(this);
  #on: AbortController | null = null;
  readonly #sayLastWords = lastWords();
  readonly #stopAnswering: () => void;

  constructor(hello: FromPageReplies['reader/hello']) {
    this.hello = hello;
    this.marksOn = hello.marksOn;
    this.#stopAnswering = answerMessages(this);
  }

  /** Resolves when what the page holds was read, and what is known of it was asked. */
  get ready(): Promise<void> {
    return this.#reading.ready;
  }

  /** Reads the page for the first time. */
  async start(): Promise<void> {
    if (this.marksOn) this.#listen();
    await this.#reading.start();
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

  take(text: Text | null): void {
    this.ui.now?.leave();
    this.text?.painter.clear();
    this.text = text;
    // Nor does the bar stay by what was selected of the text before.
    if (!text) this.ui.now?.look();
    this.repaint();
    if (text && this.marksOn) this.ui.warm();
  }

  async ask(text: Text, stop: () => boolean): Promise<void> {
    try {
      await lookUp(text, stop, () => this.repaint());
    } catch (error) {
      if (isOrphan()) this.orphaned();
      else this.ui.do((ui) => ui.tellProblem(error));
    }
    if (!stop()) this.repaint();
  }

  /** What was found, once it was. */
  async state(): Promise<ReaderState> {
    await this.ready;
    return stateOf(this);
  }

  async goto(span: Span): Promise<boolean> {
    await this.ready;
    return this.text?.painter.reveal(span) ?? false;
  }

  async gotoNote(id: string): Promise<boolean> {
    await this.ready;
    const span = this.text?.places.get(id)?.span;
    return span ? (this.text?.painter.reveal(span) ?? false) : false;
  }

  /** Gives a note another place. @throws Problem where there is none */
  async placeNote(id: string, at: 'found' | 'selection'): Promise<void> {
    await this.ready;
    await (await this.ui.get()).placeNote(id, at);
  }

  /**
   * Switches the marks on or off. Off, nothing of ours is left in the page, and its reader still answers. A text
   * that is being read or asked about is not waited for: the background may take its time.
   */
  setMarks(on: boolean): void {
    if (on && this.marksOn) return;
    this.marksOn = on;
    if (on) {
      this.#listen();
      if (this.text) this.ui.warm();
    } else {
      this.#quiet();
    }
    this.repaint();
  }

  /** What is marked, or whether anything is, may be another thing now. */
  async settingsChanged(): Promise<void> {
    const { settings, marksOn } = await askFromPage('reader/hello', {});
    this.hello.settings = settings;
    if (marksOn === this.marksOn) this.repaint();
    else this.setMarks(marksOn);
  }

  /** Notes were written elsewhere. */
  async notesChanged(): Promise<void> {
    await this.ready;
    const { text } = this;
    if (!text) return;
    const before = text.notes;
    const { notes } = await askFromPage('reader/notes', {});
    await placeNotes(text, notes, () => text !== this.text, before);
    if (text !== this.text) return;
    this.repaint();
    this.ui.now?.refresh();
  }

  /** What the catalogue says may be another thing now. */
  async askAgain(): Promise<void> {
    await this.ready;
    const { text } = this;
    const stop = () => text !== this.text;
    if (text) await lookUp(text, stop, () => this.repaint());
    if (text && !stop()) this.repaint();
  }

  /** The glossary was changed, or how often its terms are marked. */
  async glossaryChanged(): Promise<void> {
    await this.ready;
    const { text } = this;
    const glossary = text && (await findGlossary(text, () => text !== this.text));
    if (!glossary) return;
    text.glossary = glossary;
    this.repaint();
    this.ui.now?.forgetGlossary();
  }

  /** The extension was updated under this page. A newer reader that took the page over needs no words of ours. */
  orphaned(): void {
    this.stop();
    if (!isTakenOver()) this.#sayLastWords();
  }

  /** Ends this reader. Another one may have taken over the page: what it painted is left to it. */
  stop(): void {
    this.#reading.stop();
    this.#stopAnswering();
    this.#quiet();
    this.ui.end();
    this.text?.painter.clear(true);
    this.text = null;
  }

  #listen(): void {
    if (this.#on) return;
    this.#on = new AbortController();
    watchPage(this, this.#on.signal);
  }

  #quiet(): void {
    this.#reading.pause();
    this.ui.quiet();
    this.#on?.abort();
    this.#on = null;
  }

  #lostUi(): void {
    if (isOrphan()) this.orphaned();
  }
}
