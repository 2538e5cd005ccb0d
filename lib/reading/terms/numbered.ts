import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { cutsBefore, phraseFloor } from './phrase.ts';
import { closing, isHan } from './scan.ts';
import { cutAt } from './words.ts';

const NUMBER = '两双二三四五六七八九十';
const NUMBERS: Record<string, number> = {
  两: 2,
  双: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
/** The number that a character says; most say none, and looking those up would cost ten times as much. */
function countOf(char: string): number | undefined {
  return NUMBER.includes(char) ? NUMBERS[char] : undefined;
}

/** 三大产业: what ends the noun after the number word. */
const NOUN_END = /[^\u4e00-\u9fff]|[的等和与及为在将以]|建设|发展|管理|战略|体系建设/;

/**
 * Lists summed up by a number word: `责任、投入、培训“三到位”`, `生态、农业、城镇三大空间`,
 * `五大行动：甲、乙、丙、丁和戊`. The list counts only where it has as many members as the number says.
 *
 * @param text folded text
 */
export function findNumbered(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('“'); at >= 0; at = text.indexOf('“', at + 1)) {
    const count = countOf(text.charAt(at + 1));
    if (!count || !isHan(text.charCodeAt(at - 1))) continue;
    const close = closing(text, at, 16);
    if (close < at + 3 || text.slice(at, close).includes('、')) continue;
    const term = { start: at + 1, end: close };
    const one = listBefore(text, at, count, term, close + 1);
    if (one) found.push(one);
  }
  for (let at = text.indexOf('大', 1); at >= 0; at = text.indexOf('大', at + 1)) {
    const count = countOf(text.charAt(at - 1));
    if (!count || count < 3 || countOf(text.charAt(at - 2))) continue;
    const tail = text.slice(at + 1, at + 12);
    const stop = tail.search(NOUN_END);
    const end = at + 1 + (stop < 0 ? tail.length : stop);
    if (end - at < 3 || end - at > 9) continue;
    const term = { start: at - 1, end };
    const one = isHan(text.charCodeAt(at - 2))
      ? (listBefore(text, at - 1, count, term, end) ?? listAfter(text, end, count, term))
      : listAfter(text, end, count, term);
    if (one) found.push(one);
  }
  return found;
}

/** The list of `count` members that ends at `end`, or right before a 等 or 的 there. */
function listBefore(text: string, end: number, count: number, term: Span, clauseEnd: number): Found | null {
  const near = text.slice(Math.max(0, end - 80), end);
  if (!near.includes('、') && (count > 2 || !/[和与及]/.test(near))) return null;
  const floor = phraseFloor(text, end);
  let to = end;
  while (to > floor && '等的'.includes(text.charAt(to - 1))) to--;
  const lengths: number[] = [];
  let last = to;
  for (const cut of cutsBefore(text, to, floor)) {
    const length = last - cut.at;
    const joins = cut.kind === 'list' || (cut.kind === 'and' && lengths.length === 0);
    if (lengths.length + 1 < count) {
      if (joins && length <= 24) {
        lengths.push(length - (lengths.length === 0 ? 0 : 1));
        last = cut.at;
      } else if (joins || cut.kind === 'hard' || cut.kind === 'comma') return null;
      continue;
    }
    // One member more than the number says: another list.
    if (cut.kind === 'list') return null;
    const start = afterVerb(text, cut.at, last);
    if (!alike([...lengths, last - start - 1], count)) {
      if (cut.kind === 'hard' || cut.kind === 'comma' || length > 30) return null;
      continue;
    }
    return { kind: 'gloss', term, definition: { start, end: to }, clause: { start, end: clauseEnd } };
  }
  return null;
}

/** A clause that starts with its verb (实施甲、乙、丙): the list starts behind it. */
function afterVerb(text: string, start: number, end: number): number {
  const cut = end - start > 4 ? cutAt(text, start + 2, start) : null;
  return cut?.kind === 'verb' ? start + 2 : start;
}

/** Members of one list are of like length; two that a 和 joins by chance are not. */
function alike(lengths: readonly number[], count: number): boolean {
  const first = lengths[lengths.length - 1] ?? 0;
  const others = lengths.slice(0, -1);
  const middle = [...others].sort((a, b) => a - b)[others.length >> 1] ?? 0;
  const least = Math.min(first, middle);
  const most = Math.max(first, middle);
  return least >= 2 && (count === 2 ? least / most >= 0.4 : first * 2 >= middle);
}

/** `五大行动：甲、乙、丙、丁和戊。` */
function listAfter(text: string, end: number, count: number, term: Span): Found | null {
  if (text.charAt(end) !== ':') return null;
  const rest = text.slice(end + 1, end + 200);
  const stop = rest.search(/[。;\n]/);
  const list = stop < 0 ? rest : rest.slice(0, stop);
  const members = list.split('、');
  const lastOne = members[members.length - 1] ?? '';
  const joined = /[和与及]/.test(lastOne) ? 1 : 0;
  if (members.length + joined !== count && members.length !== count) return null;
  const definition = { start: end + 1, end: end + 1 + list.length };
  return { kind: 'gloss', term, definition, clause: { start: term.start, end: definition.end } };
}
