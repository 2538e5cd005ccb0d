import { finish, type Slices } from './slices.ts';
import type { Block, Input, Span } from './types.ts';

/**
 * The text as the finders see it: half-width, without white space inside a block, one `\n` between
 * blocks, with the way back to the text's own offsets.
 *
 * Official pages space out titles by hand (`第 一 章`), break numbers (`6⏎月 20 日`) and mix widths;
 * folding once lets every finder use plain patterns.
 */
export interface Folded {
  text: string;
  /** For each unit of `text`, its offset in the input's text; one more entry for the end. */
  at: Int32Array;
}

/** Full-width ASCII (！ to ～) to half-width, and bracket and dash variants to one of each kind. */
const SAME: Record<string, string> = {
  '〔': '〔',
  '［': '〔',
  '[': '〔',
  '﹝': '〔',
  '【': '〔',
  '〕': '〕',
  '］': '〕',
  ']': '〕',
  '﹞': '〕',
  '】': '〕',
  '（': '(',
  '﹙': '(',
  '）': ')',
  '﹚': ')',
  '〈': '〈',
  '‹': '〈',
  '〉': '〉',
  '›': '〉',
  '—': '-',
  '–': '-',
  '―': '-',
  '－': '-',
  '─': '-',
  '‐': '-',
  '~': '~',
  '～': '~',
  '‘': '‘',
  '’': '’',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '＂': '"',
  '；': ';',
  '：': ':',
  '，': ',',
  '﹕': ':',
  '︰': ':',
};

/** White space of all kinds, and what is not seen at all; ranges are first and last. */
const BLANK: readonly (readonly [number, number])[] = [
  [0, 0],
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200d],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x2060],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** What blanks fold to: dropped. */
const DROPPED = 0x20;

/** code unit → folded code unit; 0 for what stays as it is, so that a page pays only for the exceptions. */
const TABLE = new Uint16Array(0x10000);
for (let code = 0xff01; code < 0xff5f; code++) TABLE[code] = code - 0xfee0;
for (const [from, to] of Object.entries(SAME)) TABLE[from.charCodeAt(0)] = to.charCodeAt(0);
for (const [first, last] of BLANK) TABLE.fill(DROPPED, first, last + 1);

const NEWLINE = 10;
const AMPERSAND = 38;
/** White space of a page that was saved as text without decoding its entities. */
const ENTITY = /&(?:#8194|#8195|#8201|#12288|#160|emsp|ensp|nbsp|thinsp);/y;

/**
 * Folds a text.
 *
 * @param input text and blocks; text outside every block is left out
 * @returns the folded text and its map; linear in the text's length
 */
export function fold(input: Pick<Input, 'text' | 'blocks'>): Folded {
  return finish(foldSlices(input));
}

/** Units that are folded between two pauses. */
const A_SLICE = 32_768;

/** `fold` with pauses. */
export function* foldSlices({ text, blocks }: Pick<Input, 'text' | 'blocks'>): Slices<Folded> {
  const out = new Uint16Array(text.length + blocks.length);
  const at = new Int32Array(text.length + blocks.length + 1);
  let n = 0;
  let pause = A_SLICE;
  for (const block of blocks) {
    if (n >= pause) {
      yield;
      pause = n + A_SLICE;
    }
    if (n > 0 && out[n - 1] !== NEWLINE) {
      at[n] = block.start;
      out[n++] = NEWLINE;
    }
    n = foldBlock(text, block, out, at, n);
  }
  at[n] = text.length;
  yield;
  return { text: decode(out.subarray(0, n)), at: at.subarray(0, n + 1) };
}

/** Folds a block to `out` from `n` on; returns where it ends there. The engine makes loops fast in plain functions only, not in generators. */
function foldBlock(text: string, { start, end }: Span, out: Uint16Array, at: Int32Array, n: number): number {
  let to = n;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const folded = TABLE[code] || code;
    if (folded === DROPPED) continue;
    if (folded === AMPERSAND) {
      ENTITY.lastIndex = i;
      if (ENTITY.test(text)) {
        i = ENTITY.lastIndex - 1;
        continue;
      }
    }
    at[to] = i;
    out[to++] = folded;
  }
  return to;
}

/** Four times as fast as `fromCharCode`; it refuses a surrogate that stands alone. */
const DECODER = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

/** A text of UTF-16 units, any of them. */
function decode(units: Uint16Array): string {
  try {
    return DECODER.decode(units);
  } catch {
    let text = '';
    // In pieces, since the list of arguments is limited; spread arguments are ten times slower.
    for (let i = 0; i < units.length; i += 8192) {
      text += Reflect.apply(String.fromCharCode, null, units.subarray(i, i + 8192));
    }
    return text;
  }
}

/** The place in the input's text that `[start, end)` of the folded text came from. Never ends in white space. */
export function unfold(folded: Folded, start: number, end: number): Span {
  const from = folded.at[start] ?? 0;
  const last = folded.at[Math.max(start, end - 1)] ?? from;
  return { start: from, end: end > start ? last + 1 : from };
}

/** The input's own characters of `[start, end)` of the folded text, without what folding dropped between them. */
export function printed(source: string, folded: Folded, start: number, end: number): string {
  const from = folded.at[start] ?? 0;
  // Mostly nothing was dropped: then they are one piece.
  if ((folded.at[end - 1] ?? 0) - from === end - 1 - start) return source.slice(from, from + end - start);
  let text = '';
  for (let i = start; i < end; i++) text += source.charAt(folded.at[i] ?? 0);
  return text;
}

/** The folded offset at or after an offset of the input's text. O(log n). */
export function foldedOffset(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block that holds an offset, or null; O(log n). */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle] as Block;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return block;
  }
  return null;
}
