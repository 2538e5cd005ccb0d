import { BLANKS, SPACES } from './blank.ts';

/**
 * The running text of one block while it is walked through: its lines, with white space as CSS
 * shows it, and for each stretch of characters where in the raw text (the data of all text nodes,
 * one after the other) it came from.
 */
export interface Line {
  text: string;
  /** Triples: offset in the line, offset in the raw text, length. */
  runs: number[];
  /** Width of white space before the first character, in half-width characters. */
  indent: number;
  /** An empty line stands before it. */
  gap: boolean;
  /** Characters in bold, in links, in links to files. */
  bold: number;
  linked: number;
  filed: number;
}

/** What holds for the characters that are being added. */
export interface Manner {
  bold: boolean;
  link: boolean;
  file: boolean;
  /** White space is kept as typed: line breaks in the text node are line breaks. */
  pre: boolean;
}

const newLine = (): Line => ({ text: '', runs: [], indent: 0, gap: false, bold: 0, linked: 0, filed: 0 });

/** Characters of East Asian width: a source line break between two of them is no space (CSS Text 3, 4.1.3). */
function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2014 ||
    code === 0x2026
  );
}

export class Flow {
  lines: Line[] = [];
  #line = newLine();
  /** Raw offset of white space that waits for a character after it; -1 for none. */
  #space = -1;
  /** Whether the waiting white space is all of the kind that CSS collapses, and holds a line break. */
  #spacePlain = false;
  #spaceBroken = false;
  #gap = false;

  /** Adds a text node's data, which stands at `raw` in the raw text. */
  text(data: string, raw: number, manner: Manner): void {
    let at = 0;
    BLANKS.lastIndex = 0;
    for (;;) {
      const blank = BLANKS.exec(data);
      const end = blank ? blank.index : data.length;
      if (end > at) this.#ink(data, at, end, raw + at, manner);
      if (!blank) return;
      at = end + blank[0].length;
      if (manner.pre) this.#typed(blank[0], raw + end);
      else this.#blank(blank[0], raw + end);
    }
  }

  /** `<br>`, or a line break in preformatted text. */
  breakLine(): void {
    if (this.#line.text) {
      this.lines.push(this.#line);
      this.#gap = false;
    } else {
      this.#gap = true;
    }
    this.#line = newLine();
    this.#line.gap = this.#gap;
    this.#space = -1;
  }

  /**
   * Ends the block.
   *
   * @returns its lines that hold characters, and whether it was empty but took room (`<p>&nbsp;</p>`)
   */
  close(): { lines: Line[]; blank: boolean } {
    const blank = this.lines.length === 0 && !this.#line.text && (this.#gap || this.#line.indent > 0);
    if (this.#line.text) this.lines.push(this.#line);
    const lines = this.lines;
    this.lines = [];
    this.#line = newLine();
    this.#gap = false;
    this.#space = -1;
    return { lines, blank };
  }

  #blank(run: string, raw: number): void {
    const first = run.search(SPACES);
    if (first < 0) return; // characters without width only
    const line = this.#line;
    if (!line.text) {
      for (const char of run)
        line.indent += char === '\u3000' || char === '\u2003' ? 2 : char >= '\u00a0' ? 1 : 0;
    }
    if (this.#space < 0) {
      this.#space = raw + first;
      this.#spacePlain = true;
      this.#spaceBroken = false;
    }
    if (!/^[\t\n\f\r ]*$/.test(run)) this.#spacePlain = false;
    if (run.includes('\n')) this.#spaceBroken = true;
  }

  #typed(run: string, raw: number): void {
    let from = 0;
    for (let i = 0; i < run.length; i++) {
      if (run[i] !== '\n') continue;
      this.breakLine();
      from = i + 1;
    }
    const rest = run.slice(from);
    if (!rest) return;
    if (!this.#line.text) this.#line.indent += rest.length;
    this.#blank(rest, raw + from);
  }

  #ink(data: string, from: number, to: number, raw: number, manner: Manner): void {
    const line = this.#line;
    if (this.#space >= 0 && line.text) {
      const joined =
        this.#spacePlain &&
        this.#spaceBroken &&
        isWide(line.text.charCodeAt(line.text.length - 1)) &&
        isWide(data.charCodeAt(from));
      if (!joined) this.#add(' ', this.#space);
    }
    this.#space = -1;
    this.#add(data.slice(from, to), raw);
    const length = to - from;
    if (manner.bold) line.bold += length;
    if (manner.link) line.linked += length;
    if (manner.file) line.filed += length;
  }

  #add(text: string, raw: number): void {
    const { runs } = this.#line;
    const n = runs.length;
    const at = this.#line.text.length;
    const last = n > 0 ? (runs[n - 1] as number) : 0;
    if (n > 0 && (runs[n - 2] as number) + last === raw) runs[n - 1] = last + text.length;
    else runs.push(at, raw, text.length);
    this.#line.text += text;
  }
}
