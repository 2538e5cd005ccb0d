const FIRST_MS = 0;
const SECOND_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before a page that changes is read again: at once at first, then longer and longer,
 * so that one with a clock in its text is not read every second. A minute of quiet forgives.
 */
export class Patience {
  #wait = FIRST_MS;
  #last = Number.NEGATIVE_INFINITY;

  /**
   * @param now milliseconds of any clock that does not go back
   * @returns milliseconds to wait from now
   */
  next(now: number): number {
    if (now - this.#last > LONGEST_MS) this.#wait = FIRST_MS;
    const wait = Math.max(0, this.#last + this.#wait - now);
    this.#wait = Math.min(LONGEST_MS, Math.max(SECOND_MS, this.#wait * 2));
    this.#last = now + wait;
    return wait;
  }
}
