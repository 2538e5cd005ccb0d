/** Small steps over the folded text that all term finders share. Every scan has a limit, so that none is quadratic. */

/** Longest sentence that is read as one, in folded units. */
export const LONGEST_SENTENCE = 2000;

const CLOSERS: Record<string, string> = { '(': ')', '“': '”', '《': '》', '〈': '〉', '〔': '〕', '‘': '’' };
const OPENERS: Record<string, string> = { ')': '(', '”': '“', '》': '《', '〉': '〈', '〕': '〔', '’': '‘' };

/**
 * The place of the bracket or quotation mark that closes the one at `open`, nested ones of the same kind
 * skipped.
 *
 * @returns its offset, or -1 where none stands on the same line within `limit` units
 */
export function closing(text: string, open: number, limit = 300): number {
  const opener = text.charCodeAt(open);
  const closer = (CLOSERS[text.charAt(open)] ?? '').charCodeAt(0);
  const last = Math.min(text.length, open + limit);
  let depth = 0;
  for (let i = open; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === closer) {
      if (--depth === 0) return i;
    } else if (code === opener) depth++;
    else if (code === 10) return -1;
  }
  return -1;
}

/** The place of the bracket or quotation mark that opens the one at `close`; -1 where there is none near. */
export function opening(text: string, close: number, limit = 120): number {
  const closer = text.charCodeAt(close);
  const opener = (OPENERS[text.charAt(close)] ?? '').charCodeAt(0);
  const first = Math.max(0, close - limit);
  let depth = 0;
  for (let i = close; i >= first; i--) {
    const code = text.charCodeAt(i);
    if (code === opener) {
      if (--depth === 0) return i;
    } else if (code === closer) depth++;
    else if (code === 10) return -1;
  }
  return -1;
}

const OPENS = 1;
const CLOSES = 2;
const SIDE = new Uint8Array(0x10000);
for (const char of Object.keys(CLOSERS)) SIDE[char.charCodeAt(0)] = OPENS;
for (const char of Object.keys(OPENERS)) SIDE[char.charCodeAt(0)] = CLOSES;

/** Whether the character at this place opens a bracket, a quotation or a title. */
export function isOpener(text: string, at: number): boolean {
  return SIDE[text.charCodeAt(at)] === OPENS;
}

/** Whether the character at this place closes a bracket, a quotation or a title. */
export function isCloser(text: string, at: number): boolean {
  return SIDE[text.charCodeAt(at)] === CLOSES;
}

/** `indexOf` that looks no further than `limit` units. */
export function indexNear(text: string, word: string, from: number, limit: number): number {
  const at = text.slice(from, from + limit).indexOf(word);
  return at < 0 ? -1 : from + at;
}

/** The last place of a word that starts in `[floor, at)`; -1 where there is none. */
export function lastIndexNear(text: string, word: string, at: number, floor: number): number {
  const found = text.slice(Math.max(0, floor), Math.max(0, at)).lastIndexOf(word);
  return found < 0 ? -1 : Math.max(0, floor) + found;
}

/** A CJK ideograph. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/**
 * The end of the sentence that goes on at `from`: the offset of its 。 or, outside an enumeration, ；.
 * Marks inside brackets, quotations and titles do not end it.
 *
 * @returns the offset of the mark, or of the line's end where there is none
 */
export function sentenceEnd(text: string, from: number): number {
  const end = scanEnd(text, from, true);
  // A bracket that is never closed must not swallow the rest of the paragraph.
  return end >= 0 ? end : scanEnd(text, from, false);
}

function scanEnd(text: string, from: number, nested: boolean): number {
  const last = Math.min(text.length, from + LONGEST_SENTENCE);
  let depth = 0;
  let enumerating = false;
  for (let i = from; i < last; i++) {
    switch (text.charCodeAt(i)) {
      case 10:
        return nested && depth > 0 ? -1 : i;
      case 0x28: // (
      case 0x201c: // “
      case 0x300a: // 《
        if (nested) depth++;
        break;
      case 0x29: // )
      case 0x201d: // ”
      case 0x300b: // 》
        // The bracket around the whole sentence closes here.
        if (depth === 0) {
          if (nested) return i;
        } else depth--;
        break;
      case 0x3a: // :
        if (depth === 0) enumerating = true;
        break;
      case 0x3b: // ;
        if (depth === 0 && !enumerating) return i;
        break;
      case 0x3002: // 。
        if (depth === 0) return i;
        break;
    }
  }
  return nested && depth > 0 ? -1 : last;
}

/**
 * The start of the sentence before `at`: after the nearest 。；！？, line start, or bracket that is still open.
 *
 * @param floor not before this offset
 */
export function sentenceStart(text: string, at: number, floor: number): number {
  const first = Math.max(floor, at - 400);
  for (let i = at - 1; i >= first; i--) {
    if (isCloser(text, i)) {
      const open = opening(text, i);
      if (open >= first) i = open;
      continue;
    }
    switch (text.charCodeAt(i)) {
      case 10:
      case 0x3b: // ;
      case 0x21: // !
      case 0x3f: // ?
      case 0x3002: // 。
        return i + 1;
    }
    if (isOpener(text, i)) return i + 1;
  }
  return first;
}
