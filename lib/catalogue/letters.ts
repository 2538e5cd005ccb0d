/**
 * What counts as text when two copies of a document are compared.
 *
 * Copies differ in line breaks, white space, brackets, quotation marks, dashes and width: none of that
 * is compared. What is left are the letters: characters, digits, letters, percent signs and the few
 * signs of measure whose change would change a rule. Punctuation only tells where a sentence ends.
 */

/** What a UTF-16 unit is, as an index into nothing: `KIND[unit]`. */
export const LETTER = 0;
export const BLANK = 1;
/** Dropped, but seen: bullets, commas, closing brackets. */
export const MARK = 2;
/** Dropped, but the sentence may be seen to begin with it: opening brackets and quotation marks. */
export const OPENING = 3;
/** 。；！？ of any width: a sentence ends here. */
export const END = 4;
/** A full stop of half width: an end, or part of a number. */
export const STOP = 5;
/** A colon: an end outside round brackets. */
export const COLON = 6;
export const OPEN_ROUND = 7;
export const CLOSE_ROUND = 8;
/** May begin a character reference that was copied from a page's source. */
export const AMPERSAND = 9;

export const KIND = new Uint8Array(0x10000);
/**
 * The letter that a letter is compared as: half width, lower case. 0 for most, which stay as they are, so
 * that a page pays only for the exceptions.
 */
export const FOLDED = new Uint16Array(0x10000);

const each = (units: string, kind: number) => {
  for (let i = 0; i < units.length; i++) KIND[units.charCodeAt(i)] = kind;
};

KIND.fill(BLANK, 0, 0x21);
KIND.fill(MARK, 0x21, 0x30);
KIND.fill(MARK, 0x3a, 0x41);
KIND.fill(MARK, 0x5b, 0x61);
KIND.fill(MARK, 0x7b, 0x80);
KIND.fill(BLANK, 0x80, 0xa1);
KIND.fill(MARK, 0xa1, 0xc0);
KIND.fill(MARK, 0x2010, 0x2070);
// Arrows, technical signs, boxes, shapes, dingbats: bullets and lines, drawn differently by every site.
KIND.fill(MARK, 0x2190, 0x2200);
KIND.fill(MARK, 0x2300, 0x2460);
KIND.fill(MARK, 0x2500, 0x2c00);
KIND.fill(MARK, 0x3001, 0x3005);
KIND.fill(MARK, 0x3008, 0x3021);
KIND.fill(MARK, 0xe000, 0xf900);
KIND.fill(MARK, 0xfe10, 0xfe70);
KIND.fill(MARK, 0xff00, 0xff10);
KIND.fill(MARK, 0xff1a, 0xff21);
KIND.fill(MARK, 0xff3b, 0xff41);
KIND.fill(MARK, 0xff5b, 0xff66);
KIND.fill(MARK, 0xffe0, 0xfff0);
each('\u00ad\u034f\u061c\u1680\u180e\u2028\u2029\u202f\u205f\u3000\ufeff\ufff9\ufffa\ufffb\ufffc', BLANK);
KIND.fill(BLANK, 0x2000, 0x2010);
KIND.fill(BLANK, 0x202a, 0x2030);
KIND.fill(BLANK, 0x2060, 0x2070);
KIND.fill(BLANK, 0xfe00, 0xfe10);
each('《〈“‘「『【〔〖［[{｛﹝﹙‹«', OPENING);
each('。；！？｡;!?﹔﹖﹗', END);
each('.．', STOP);
each(':：﹕︰', COLON);
each('(（', OPEN_ROUND);
each(')）', CLOSE_ROUND);
each('&', AMPERSAND);
each('%％‰±×÷', LETTER);

const fold = (from: number, to: number, count: number) => {
  for (let i = 0; i < count; i++) FOLDED[from + i] = to + i;
};
fold(0x41, 0x61, 26);
fold(0xff10, 0x30, 10);
fold(0xff21, 0x61, 26);
fold(0xff41, 0x61, 26);
FOLDED[0xff05] = 0x25;

// Text from PDF files uses radicals and compatibility characters that look like the usual ones. They are
// normalized a whole range at a time: joined by a unit that is none of them, since some become several.
for (const [first, last] of [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
] as const) {
  const units = Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
  units
    .join('|')
    .normalize('NFKC')
    .split('|')
    .forEach((usual, i) => {
      if (usual.length === 1) FOLDED[first + i] = usual.charCodeAt(0);
    });
}

/** The letter that a unit is compared as; 0 for what is no letter, or no unit. */
export function letterOf(unit: number): number {
  return KIND[unit] === LETTER ? FOLDED[unit] || unit : 0;
}
