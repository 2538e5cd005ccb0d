/** White space as a reader sees it, in all the forms that editors of official pages use to lay out text. */

/** Space, tab, line breaks, nbsp, en and em spaces, thin ones, U+3000. */
const SPACE = '\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Characters without width: soft hyphen, joiners, direction marks, byte order mark. */
const NOTHING = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

/** One run of white space or of characters without width. */
export const BLANKS = new RegExp(`[${SPACE}${NOTHING}]+`, 'g');
export const SPACES = new RegExp(`[${SPACE}]`);

/** A text without any white space, as labels and titles are compared. */
export function squeeze(text: string): string {
  return text.replace(BLANKS, '');
}

/** A text on one line: runs of white space become one space, the ends are cut. */
export function oneLine(text: string): string {
  return text.replace(BLANKS, (run) => (SPACES.test(run) ? ' ' : '')).trim();
}
