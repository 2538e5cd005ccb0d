/** A text of which each character knows where it stood in the text that notes were made on. */
export interface Tracked {
  text: string;
  /** For each character its old offset; -1 where it is new. A character put in the place of another has that one's. */
  from: number[];
  /** Old offsets of what says something else now: a number, a date, a bound, a negation. */
  poison: Set<number>;
}

export function tracked(text: string): Tracked {
  return { text, from: Array.from(text, (_, i) => i), poison: new Set() };
}

/** Writes a changed text from pieces of a tracked one. */
export class Writer {
  #text: string[] = [];
  #from: number[] = [];
  readonly #source: Tracked;
  readonly #poison: Set<number>;
  constructor(source: Tracked) {
    this.#source = source;
    this.#poison = new Set(source.poison);
  }

  /** Takes over a piece of the source as it is. */
  keep(start: number, end: number): this {
    this.#text.push(this.#source.text.slice(start, end));
    for (let i = start; i < end; i++) this.#from.push(this.#source.from[i] as number);
    return this;
  }

  /** Puts in new text. */
  put(text: string): this {
    this.#text.push(text);
    for (let i = 0; i < text.length; i++) this.#from.push(-1);
    return this;
  }

  /** Writes something else for a piece; `poisons` where it no longer says the same. */
  replace(start: number, end: number, text: string, poisons = false): this {
    this.#text.push(text);
    for (let i = 0; i < text.length; i++)
      this.#from.push(this.#source.from[Math.min(start + i, end - 1)] as number);
    if (poisons) for (let i = start; i < end; i++) this.#poison.add(this.#source.from[i] as number);
    return this;
  }

  done(): Tracked {
    return { text: this.#text.join(''), from: this.#from, poison: this.#poison };
  }
}

/** Writes something for each match of a pattern and keeps the rest. Null keeps the match. */
export function rewrite(
  source: Tracked,
  pattern: RegExp,
  change: (match: string, at: number) => string | null,
  poisons = false,
): Tracked {
  const writer = new Writer(source);
  let last = 0;
  for (const match of source.text.matchAll(pattern)) {
    const text = change(match[0], match.index);
    if (text === null) continue;
    const end = match.index + match[0].length;
    writer.keep(last, match.index).replace(match.index, end, text, poisons);
    last = end;
  }
  return writer.keep(last, source.text.length).done();
}
