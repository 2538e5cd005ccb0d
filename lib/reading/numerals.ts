/**
 * Numbers as official texts write them: `15`, `十五`, `一百八十`, `二〇二五`, `两`, `半`.
 * Works on folded text, where digits are half-width.
 */

const DIGITS = new Map<string, number>([
  ['〇', 0],
  ['零', 0],
  ['○', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
]);

const POWERS = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Every character that may stand in a number written in Chinese, without `半`. */
export const CHINESE_NUMERALS = [...DIGITS.keys(), ...POWERS.keys()].join('');

/**
 * The value of a number.
 *
 * @param digits a whole run of digits or of Chinese numerals, nothing else; at most four powers deep
 * @returns the value; null where the run is no number (`三四` as in "three or four", `十四五`)
 */
export function numeral(digits: string): number | null {
  if (digits === '' || digits.length > 9) return null;
  const first = digits.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const value = Number(digits);
    return Number.isNaN(value) ? null : value;
  }
  if (digits === '半') return 0.5;
  return [...digits].some((char) => POWERS.has(char)) ? byPowers(digits) : byPlaces(digits);
}

/** `二〇二五`: one digit after the other. Two digits alone (`三四`) are an estimate, not a number. */
function byPlaces(digits: string): number | null {
  if (digits.length === 2 || digits.length === 3) return null;
  let value = 0;
  for (const char of digits) {
    const digit = DIGITS.get(char);
    if (digit === undefined || (char === '两' && digits.length > 1)) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** `一百八十`, `二十一`, `十五`, `一百零五`. */
function byPowers(digits: string): number | null {
  let value = 0;
  let digit: number | null = null;
  let power = Number.POSITIVE_INFINITY;
  for (const char of digits) {
    const next = POWERS.get(char);
    if (next !== undefined) {
      if (next >= power) return null;
      value += (digit ?? 1) * next;
      power = next;
      digit = null;
    } else {
      const unit = DIGITS.get(char);
      if (unit === undefined || (digit !== null && digit !== 0)) return null;
      digit = unit;
    }
  }
  // A digit after 百 or 千 without 零 leaves its place open (`一百五` is 150 in speech, and no date).
  if (digit !== null && power > 10 && !digits.includes('零') && !digits.includes('〇')) return null;
  return value + (digit ?? 0);
}
