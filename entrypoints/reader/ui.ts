import type { PageUi } from '../page-ui/seat.ts';
import { fetchUi } from './fetch-ui.ts';
import type { Session } from './session.ts';

/** Milliseconds after which a busy page is made to take what is shown by hand. */
const PATIENCE = 3000;

/** The way to what is shown on the page. Its script comes when the page is at rest, or is first needed. */
export class Ui {
  readonly #session: Session;
  readonly #failed: () => void;
  #now: PageUi | null = null;
  /** Counts what put an end to wishes: one that was uttered before is not granted any more. */
  #turn = 0;
  #over = false;

  /** @param failed is told where the script can't be had */
  constructor(session: Session, failed: () => void) {
    this.#session = session;
    this.#failed = failed;
  }

  /** What is shown; null while nothing was. */
  get now(): PageUi | null {
    return this.#now;
  }

  /** Fetches the script where it is not here yet. @throws where it can't be had, or the reader was ended */
  async get(): Promise<PageUi> {
    if (this.#now) return this.#now;
    const { pageUi } = await fetchUi();
    if (this.#over) throw new Error('the reader of this page was ended');
    this.#now ??= pageUi(this.#session);
    return this.#now;
  }

  /**
   * Grants a wish at once where the script is here, else as soon as it has come. Wishes are granted in the
   * order in which they were uttered.
   */
  do(wish: (ui: PageUi) => void): void {
    if (this.#now) {
      wish(this.#now);
      return;
    }
    const turn = this.#turn;
    this.get().then(
      (ui) => {
        if (turn === this.#turn) wish(ui);
      },
      () => {
        if (!this.#over) this.#failed();
      },
    );
  }

  /** Fetches the script while the page has nothing to do, so that the first click need not wait for it. */
  warm(): void {
    if (!this.#now) requestIdleCallback(() => this.do(() => {}), { timeout: PATIENCE });
  }

  /** Marks are off: nothing stays but what is being written. */
  quiet(): void {
    this.#turn++;
    this.#now?.quiet();
  }

  /** Takes everything away, for good. */
  end(): void {
    this.#turn++;
    this.#over = true;
    this.#now?.clear();
  }
}
