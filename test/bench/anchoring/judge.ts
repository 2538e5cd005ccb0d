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
  const now = page.text.slice(found.span.start, found.span.end);
  let own = 0;
  let foreign = 0;
  let poisoned = false;
  for (let i = found.span.start; i < found.span.end; i++) {
    if (BLANK.test(page.text.charAt(i))) continue;
    const origin = page.from[i];
    if (isOwn(origin)) own++;
    else if (origin !== -1) foreign++;
    if (isOwn(origin) && page.poison.has(origin as number)) poisoned = true;
  }
  const length = plain(quote).length;
  // A boilerplate sentence in the place of its twin is no harm where the rest is the note's own.
  const same = plain(now) === plain(quote);
  if (own < length / 2 || (!same && foreign > Math.max(3, length * 0.15))) return 'wrong-place';
  if (poisoned || said(quote) !== said(now) || isCut(before, page.text, found.span)) return 'wrong-number';
  return found.state;
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
function isThere(page: Tracked, quote: string, isOwn: (origin: number | undefined) => boolean): boolean {
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
