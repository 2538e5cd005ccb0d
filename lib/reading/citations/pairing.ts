import type { DocNumber } from './numbers.ts';
import type { Title } from './titles.ts';

/** How far a number may stand from its title: 以下简称 and dates of issue may come between. */
const NEAR = 90;
/** …发布的《》, and …修正并重新发布的《》: who issued it stands before the title. */
const ISSUED = /(?:公布|发布|印发|颁布|下发|制发|批准|通过|转发|施行)的?$/;
const REVISED = /(?:修正|修订|修改)(?:并(?:重新)?(?:公布|发布|印发|颁布))?的?$/;

/**
 * Pairs titles with the numbers that belong to them: 《…》（云府发〔2025〕3号）, 《…》云府发〔2025〕3号,
 * 云府发〔2025〕3号《…》, 云岭省人民政府令第3号公布的《…》, and with the first number of a chain of revisions.
 *
 * @param text folded text
 * @returns for each title the index of its number, or -1; no number is taken twice
 */
export function pairNumbers(
  text: string,
  titles: readonly Title[],
  numbers: readonly DocNumber[],
): Int32Array {
  const pairs = new Int32Array(titles.length).fill(-1);
  const taken = new Uint8Array(numbers.length);
  let n = 0;
  for (let i = 0; i < titles.length; i++) {
    const title = titles[i] as Title;
    if (title.nested) continue;
    while (n < numbers.length && (numbers[n] as DocNumber).end <= title.start) n++;
    // Numbers inside the title itself come first, then those behind it.
    let after = n;
    while (after < numbers.length && (numbers[after] as DocNumber).start < title.end) after++;
    const found = behind(text, title, numbers, after) ?? before(text, titles, i, numbers, n - 1);
    if (found === null || taken[found]) continue;
    taken[found] = 1;
    pairs[i] = found;
  }
  return pairs;
}

/** （…令第48号修改）: the number of what changed the document. */
const CHANGED = /^(?:修改|修正|修订|废止)/;

function behind(text: string, title: Title, numbers: readonly DocNumber[], next: number): number | null {
  const number = numbers[next];
  if (!number || number.start - title.end > NEAR) return null;
  const between = text.slice(title.end, number.start);
  if (CHANGED.test(text.slice(number.end, number.end + 2))) return null;
  if (between === '' || between === ',') return next;
  // Inside the bracket that follows the title, before any other title.
  return /^[(〔][^()〔〕《》\n。]*$/.test(between) && !/根据|修正|修订/.test(between) ? next : null;
}

function before(
  text: string,
  titles: readonly Title[],
  index: number,
  numbers: readonly DocNumber[],
  last: number,
): number | null {
  const title = titles[index] as Title;
  let from = Math.max(0, title.start - 240);
  const previous = previousOf(titles, index);
  if (previous) from = Math.max(from, previous.end);
  const number = numbers[last];
  if (!number || number.start < from) return null;
  if (/^文?(?:件)?$/.test(text.slice(number.end, title.start))) return last;
  const sentence = Math.max(...['。', ';', '\n', '('].map((stop) => text.lastIndexOf(stop, title.start - 1)));
  from = Math.max(from, sentence + 1);
  const segment = text.slice(from, title.start);
  if (number.start < from) return null;
  if (REVISED.test(segment)) {
    let first = last;
    while (first > 0 && (numbers[first - 1] as DocNumber).start >= from) first--;
    return first;
  }
  return ISSUED.test(segment) && title.start - number.end <= 16 ? last : null;
}

function previousOf(titles: readonly Title[], index: number): Title | null {
  for (let i = index - 1; i >= 0; i--) if (!(titles[i] as Title).nested) return titles[i] as Title;
  return null;
}
