import type { Folded } from '../fold.ts';

/** White space, and what is not seen at all: most lines have none. */
const UNEVEN = /[\s\u200b-\u200d\u2060\ufeff]/;
const LETTER_SPACED = /^(?:[^\s]\s+){3,}[^\s]$/;

/**
 * A piece of the text as it was printed, on one line: line breaks inside it are gone, other white space
 * is one blank, a letter-spaced line (通　知) is closed up.
 *
 * @param from folded offsets, `to` exclusive
 */
export function asPrinted(source: string, folded: Folded, from: number, to: number): string {
  const start = folded.at[from] ?? 0;
  const end = (folded.at[Math.max(from, to - 1)] ?? start) + 1;
  return oneLine(source.slice(start, end));
}

/** A text on one line; see `asPrinted`. */
export function oneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  const line = text
    .replace(/[^\S\n]*\n\s*/g, '')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return LETTER_SPACED.test(line) ? line.replaceAll(' ', '') : line;
}
