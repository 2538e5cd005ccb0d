import { contains, isConnected, parentOf } from '../page/dom.ts';

/** A page that is busy with itself is looked at when it pauses, or after this long. */
const PAUSE = 300;
const LONGEST = 1500;

/** Watches the page's own changes in its body; our own are hidden from it. */
export class Changes {
  readonly #body: Element;
  readonly #changed: () => void;
  #observer: MutationObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  /** @param changed is told when the page has changed its body and pauses */
  constructor(body: Element, changed: () => void) {
    this.#body = body;
    this.#changed = changed;
  }

  start(): void {
    if (this.#observer) return;
    this.#observer = new MutationObserver((records) => this.#saw(records));
    this.#observe();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Does something to the body that is none of the page's doing: for that long nobody watches. */
  hide(ours: () => void): void {
    const observer = this.#observer;
    const before = observer?.takeRecords() ?? [];
    if (before.length > 0) this.#saw(before);
    // To throw our own records away would be simpler, but making them takes longer than the marks.
    observer?.disconnect();
    ours();
    if (observer && observer === this.#observer) this.#observe();
  }

  #observe(): void {
    this.#observer?.observe(this.#body, { childList: true, characterData: true, subtree: true });
    // That the body itself is taken out shows in what is around it only.
    for (let around = parentOf(this.#body); around; around = parentOf(around)) {
      this.#observer?.observe(around, { childList: true });
    }
  }

  #saw(records: readonly MutationRecord[]): void {
    const body = this.#body;
    const inside = (node: Node) => node === body || contains(body, node);
    if (!records.some(({ target }) => inside(target)) && isConnected(body)) return;
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(PAUSE, this.#since + LONGEST - now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#changed();
    }, wait);
  }
}
