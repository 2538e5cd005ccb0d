/** Whether a word that was found stands for itself. */

const NUMERAL = /[一二三四五六七八九十百千万两零〇\d]/;
const BEFORE_NUMERAL = /[一二三四五六七八九十百千万零〇\d第]/;

/** A letter or digit, half or full width. */
function isLatin(unit: number): boolean {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return (half >= 0x30 && half <= 0x39) || (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a);
}

/**
 * Whether `[start, end)` is not a part of a longer word, number or name. Letters and digits must begin and
 * end with it; so must numerals.
 *
 * @param text the text itself, not folded: white space and quotation marks end a word
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isLatin(text.charCodeAt(start)) && isLatin(before)) return false;
  if (isLatin(text.charCodeAt(end - 1)) && isLatin(after)) return false;
  if (NUMERAL.test(text.charAt(start)) && BEFORE_NUMERAL.test(text.charAt(start - 1))) return false;
  return !(NUMERAL.test(text.charAt(end - 1)) && NUMERAL.test(text.charAt(end)));
}
