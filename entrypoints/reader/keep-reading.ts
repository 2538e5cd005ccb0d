import { isOrphan } from './orphan.ts';
import { Patience } from './patience.ts';
import { readBody, readText } from './read-text.ts';
import type { Session, Text } from './session.ts';

/** How often a body that is gone is looked for again. */
const MOST_MISSED = 5;

/** Who a text is read for. */
export interface ReadsFor extends Session {
  /** Takes another text for the one before; null where the page has none now. */
  take(text: Text | null): void;
  /** Asks what is known of a text. @param stop says that it was overtaken */
  ask(text: Text, stop: () => boolean): Promise<void>;
  /** The extension is gone from under the page. */
  orphaned(): void;
}

/** Reads what the page holds, and again when that changes. */
export class KeepReading {
  readonly #for: ReadsFor;
  readonly #patience = new Patience();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;
  /** Counts readings: one that was overtaken gives up. */
  #turn = 0;
  #ready: Promise<void> = Promise.resolve();
  /** Ends when what is known of the present text was asked. */
  #asking: Promise<void> = Promise.resolve();

  constructor(readsFor: ReadsFor) {
    this.#for = readsFor;
  }

  /** Resolves when what the page holds was read, and what is known of it was asked. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Reads the page for the first time. */
  start(): Promise<void> {
    this.#ready = this.#read();
    return this.#ready;
  }

  /** A change of the page that was noticed is not read any more. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Nor is what is being read. */
  stop(): void {
    this.#turn++;
    this.pause();
  }

  async #read(): Promise<void> {
    const reader = this.#for;
    const turn = ++this.#turn;
    const stop = () => turn !== this.#turn;
    const page = await readBody(reader.hello.topFacts, stop);
    if (stop()) return;
    // A page that puts another text in takes the old one out first.
    if (!page && reader.text && this.#missed++ < MOST_MISSED) {
      this.#changed();
      return;
    }
    this.#missed = 0;
    if (page && reader.text && page.input.text === reader.text.page.input.text) {
      reader.text.page = page;
      reader.text.painter.follow(page);
      await this.#asking;
      return;
    }
    reader.take(null);
    const text = page && (await readText(page, stop, () => this.#changed()));
    if (!text || stop()) return;
    reader.take(text);
    // Its answer is wanted for as long as the text stands here, also where the page puts the same one in anew.
    this.#asking = reader.ask(text, () => reader.text !== text);
    await this.#asking;
  }

  /** The page has changed its body. */
  #changed(): void {
    if (isOrphan()) {
      this.#for.orphaned();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#ready = this.#read();
    }, this.#patience.next(performance.now()));
  }
}
