import * as OpenCC from 'opencc-js';
import type { AnchorState } from '../../../lib/notes/types.ts';
import type { Span } from '../../../lib/reading/types.ts';
import type { Tracked } from './tracked.ts';

/** What came of one note: a state, and whether it is right. `missed` is lost though its text is there. */
export type Verdict = AnchorState | 'missed' | 'wrong-place' | 'wrong-number';

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
const BLANK = /[\s\u200b]/;

const plain = (text: string) =>
  toSimplified(text)
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '');

/** What a text says in numbers and negations; written apart from the rule that it judges. */
function said(text: string): string {
  const tokens = plain(text).match(
    /\d+(?:\.\d+)?(?:个?工作日|个月|万元|亿元|[年月日天元%‰号])?|[两二三四五六七八九十]+(?=[年月日天个次倍条])|[不未无非禁勿]/g,
  );
  return (tokens ?? []).join('|');
}

/**
 * Judges where a note was found.
 *
 * @param before the text that the note was made on, and the note's place in it
 * @param page the page that it was sought on
 * @param within where on the page it was to be sought
 */
export function judge(
  before: { text: string; span: Span },
  page: Tracked,
  found: { state: AnchorState; span: Span | null },
): Verdict {
  const { start, end } = before.span;
  const isOwn = (origin: number | undefined) => origin !== undefined && origin >= start && origin < end;
  const quote = before.text.slice(start, end);
  if (!found.span) return isThere(page, quote, isOwn) ? 'missed' : 'lost';
  const { span } = found;
  const now = page.text.slice(span.start, span.end);
  const isElsewhere = (from: readonly number[]) => {
    const origins = from.slice(span.start, span.end).filter((_, i) => !BLANK.test(now.charAt(i)));
    const own = origins.filter(isOwn).length;
    const foreign = origins.filter((origin) => origin !== -1).length - own;
    const length = plain(quote).length;
    // A boilerplate sentence in the place of its twin is no harm where the rest is the note's own.
    return own < length / 2 || (plain(now) !== plain(quote) && foreign > Math.max(3, length * 0.15));
  };
  if (isElsewhere(page.from) && isElsewhere(inked(before.text, page, isOwn))) return 'wrong-place';
  const isPoisoned = page.from.slice(span.start, span.end).some((one) => isOwn(one) && page.poison.has(one));
  if (isPoisoned || said(quote) !== said(now) || isCut(before, page.text, span)) return 'wrong-number';
  return found.state;
}

type IsOwn = (origin: number | undefined) => boolean;

/**
 * The old offset of each character of a page, told in the note's favour where it can be told in two ways: of two
 * equal pieces beside each other nobody knows which one was taken out, nor which one was put in.
 */
function retold(before: string, { text, from }: Tracked, isOwn: IsOwn): number[] {
  const told = [...from];
  /** Gives what stands `step` by `step` from `at` on the origins from `origin` on, as long as `same` says so. */
  const slide = (at: number, step: 1 | -1, originOf: (k: number) => number, same: (k: number) => boolean) => {
    for (let k = 0; text[at + k] !== undefined && same(k); k += step)
      if (!isOwn(told[at + k]) && isOwn(originOf(k))) told[at + k] = originOf(k);
  };
  for (let next = 1; next < from.length; next++) {
    const last = next - 1;
    const [a, b] = [from[last] as number, from[next] as number];
    if (a >= 0 && b > a + 1) {
      // Taken out: what stands before the gap could as well be what stood right before its end, and the reverse.
      slide(
        last,
        -1,
        (k) => b - 1 + k,
        (k) => from[last + k] === a + k && before[a + k] === before[b - 1 + k],
      );
      slide(
        next,
        1,
        (k) => a + 1 + k,
        (k) => from[next + k] === b + k && before[b + k] === before[a + 1 + k],
      );
    } else if (a >= 0 && b === -1) {
      // Put in: the end of what is new could as well be what stands right before it, and the reverse.
      let end = next;
      while (from[end] === -1) end++;
      slide(
        end - 1,
        -1,
        (k) => from[last + k] as number,
        (k) => text[end - 1 + k] === text[last + k],
      );
      slide(
        next,
        1,
        (k) => from[end + k] as number,
        (k) => text[next + k] === text[end + k],
      );
    }
  }
  return told;
}

/** `retold` without white space, of which there may be more beside one of two equal pieces than beside the other. */
function inked(before: string, { text, from, poison }: Tracked, isOwn: IsOwn): number[] {
  const ink = (whole: string) => whole.split('').flatMap((unit, i) => (BLANK.test(unit) ? [] : [i]));
  const was = ink(before);
  const is = ink(text);
  const rank = new Map(was.map((at, k) => [at, k]));
  const page = {
    text: is.map((at) => text.charAt(at)).join(''),
    from: is.map((at) => rank.get(from[at] as number) ?? -1),
    poison,
  };
  const told = retold(
    was.map((at) => before.charAt(at)).join(''),
    page,
    (k) => k !== undefined && isOwn(was[k]),
  );
  const out = [...from];
  is.forEach((at, k) => {
    const origin = told[k] as number;
    if (origin >= 0) out[at] = was[origin] as number;
  });
  return out;
}

/** Whether the place begins or ends within a number, or behind a negation, where the note did not. */
function isCut(before: { text: string; span: Span }, text: string, { start, end }: Span): boolean {
  const around = (whole: string, from: number, to: number) => {
    const front = plain(whole.slice(Math.max(0, from - 12), from)).slice(-1);
    const back = plain(whole.slice(to, to + 12)).charAt(0);
    const inside = plain(whole.slice(from, to));
    return (
      (/[\d.]/.test(front) && /\d/.test(inside.charAt(0))) ||
      (/[\d.]/.test(back) && /\d/.test(inside.slice(-1))) ||
      /[不未]/.test(front)
    );
  };
  return around(text, start, end) && !around(before.text, before.span.start, before.span.end);
}

/** Whether most of the quote still stands on the page, in one place, and says the same. */
function isThere(page: Tracked, quote: string, isOwn: IsOwn): boolean {
  const places: number[] = [];
  page.from.forEach((origin, i) => {
    if (isOwn(origin) && !BLANK.test(page.text.charAt(i))) places.push(i);
  });
  const first = Math.min(...places);
  const last = Math.max(...places) + 1;
  const length = plain(quote).length;
  const now = plain(page.text.slice(first, last));
  if (places.length < length * 0.9 || now.length > length * 1.1) return false;
  return said(quote) === said(now) && !places.some((i) => page.poison.has(page.from[i] as number));
}
