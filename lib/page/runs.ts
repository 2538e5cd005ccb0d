/**
 * The way between the text and the raw text: stretches in which both run along character by
 * character. Between two stretches lies white space that only one of them has.
 */
export class Runs {
  readonly #text: Int32Array;
  readonly #raw: Int32Array;
  readonly #length: Int32Array;

  /** @param triples offset in the text, offset in the raw text, length; both offsets rising */
  constructor(triples: readonly number[]) {
    const count = triples.length / 3;
    this.#text = new Int32Array(count);
    this.#raw = new Int32Array(count);
    this.#length = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      this.#text[i] = triples[i * 3] as number;
      this.#raw[i] = triples[i * 3 + 1] as number;
      this.#length[i] = triples[i * 3 + 2] as number;
    }
  }

  /** The first run whose end in `starts` lies beyond an offset. O(log n). */
  #firstEndingAfter(starts: Int32Array, offset: number): number {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) + (this.#length[middle] as number) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The raw stretches of a span of the text, in order. */
  *rawSpans(start: number, end: number): Generator<[number, number]> {
    for (let i = this.#firstEndingAfter(this.#text, start); i < this.#text.length; i++) {
      const at = this.#text[i] as number;
      if (at >= end) return;
      const shift = (this.#raw[i] as number) - at;
      yield [Math.max(start, at) + shift, Math.min(end, at + (this.#length[i] as number)) + shift];
    }
  }

  /** The first text offset whose character comes from `raw` or later; null where none does. */
  textFrom(raw: number): number | null {
    const i = this.#firstEndingAfter(this.#raw, raw);
    if (i >= this.#raw.length) return null;
    return (this.#text[i] as number) + Math.max(0, raw - (this.#raw[i] as number));
  }

  /** The end of the last character that comes from before `raw`; null where none does. */
  textUntil(raw: number): number | null {
    let i = this.#firstEndingAfter(this.#raw, raw - 1);
    if (i >= this.#raw.length || (this.#raw[i] as number) >= raw) i--;
    if (i < 0) return null;
    return (this.#text[i] as number) + Math.min(this.#length[i] as number, raw - (this.#raw[i] as number));
  }
}
