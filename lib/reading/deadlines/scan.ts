import { CHINESE_NUMERALS } from '../numerals.ts';
import type { Atom, EventAtom } from './atoms.ts';
import { readCycleWords } from './cycle-words.ts';
import { at } from './patterns.ts';
import { readCycles } from './read-cycle.ts';
import { readDate } from './read-date.ts';
import { readLength } from './read-length.ts';
import { readPlan } from './read-plan.ts';

/**
 * Finds every piece of time in a folded text: one pass over its characters, each reader tried only
 * where its first character stands. Titles in 《》 are passed over.
 */

const NOTHING = 0;
const DIGIT = 1;
const CHINESE = 2;
const WORD = 3;
const CYCLE = 4;
const CHAIN = 5;
const EVENT = 6;
const TITLE = 7;

const CLASS = new Uint8Array(0x10000);
for (const [chars, value] of [
  ['0123456789', DIGIT],
  [`${CHINESE_NUMERALS}半`, CHINESE],
  ['今本明去年月全上下当', WORD],
  ['每按逐', CYCLE],
  ['日周旬季', CHAIN],
  ['之即次翌', EVENT],
  ['《', TITLE],
] as const) {
  for (const char of chars) CLASS[char.charCodeAt(0)] = value;
}

/** What may follow the number of a date, a length or a plan; any other number is passed over. */
const GOES_ON = new Uint8Array(0x10000);
for (const char of '年月日号天周个小分时季旬工自星至到或和-~./:、(”余多来学交礼钟会公期规末')
  GOES_ON[char.charCodeAt(0)] = 1;

/** The longest title that is passed over; a 《 left open longer than this hides nothing. */
const LONGEST_TITLE = 160;

/** Characters that make another word of 年底, 月底, 上半年 …: 青年内, 历年末. */
const NOT_BEFORE_WORD = '青少老童成学万丰历多几数半累经往当该次周近每两';

const FROM_EVENT = /之日起(?:开始)?(?:正式|全面|统一)?(?=施行|实施|执行|生效|试行)/y;
/** 自…之日起, 自…的次月起, of what holds from then on; 起算 counts a length that stands elsewhere. */
const SINCE_EVENT = /(?:之日|次日|次月|次年|翌日|翌年|当日|当月)起(?!算|计算|至|到)/y;
const NOW = /即日起/y;
const SAME_DAY = /(?:当日|当天|次日|翌日)(?:之?内|前)?/y;

/**
 * Every piece of time between two offsets, in text order, none inside another; found as they are asked for.
 *
 * @param text folded text
 * @param gap tells whether white space was dropped before an offset; a run of digits may be two numbers
 * @returns linear in the length
 */
export function* scan(
  text: string,
  from: number,
  to: number,
  gap: (offset: number) => boolean,
): Generator<Atom, void, undefined> {
  for (let i = seek(text, from, to); i < to; i = seek(text, i, to)) {
    const kind = CLASS[text.charCodeAt(i)] as number;
    if (kind === TITLE) {
      i = afterTitle(text, i);
      continue;
    }
    if (kind === DIGIT || kind === CHINESE) {
      const end = runEnd(text, i, to, kind);
      const start = kind === DIGIT && end - i > 4 ? lastNumber(i, end, gap) : i;
      const goesOn = GOES_ON[text.charCodeAt(end)] === 1 && end - start <= 12;
      const found = goesOn ? readNumber(text, start) : null;
      if (found) {
        yield* found;
        i = endOf(found);
      } else i = end;
      continue;
    }
    const found = readWord(text, i, kind);
    if (found.length > 0) {
      yield* found;
      i = endOf(found);
    } else i++;
  }
}

/** The next character that may begin something. Engines make such a loop fast in a plain function, not in a generator. */
function seek(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && CLASS[text.charCodeAt(i)] === NOTHING) i++;
  return i;
}

function endOf(found: Atom[]): number {
  return (found[found.length - 1] as Atom).end;
}

/** Past the 》 that closes a title, or past the 《 alone where none does in the same block. */
function afterTitle(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_TITLE);
  for (let i = open; i < limit; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x300a) {
      if (++depth > 2) break;
    } else if (char === 0x300b) {
      if (--depth === 0) return i + 1;
    } else if (char === 10) break;
  }
  return open + 1;
}

function runEnd(text: string, start: number, to: number, kind: number): number {
  let end = start + 1;
  while (end < to && CLASS[text.charCodeAt(end)] === kind) end++;
  return end;
}

/** In `5 2021年` folding glued two numbers: the second begins after the last gap. */
function lastNumber(start: number, end: number, gap: (offset: number) => boolean): number {
  for (let i = end - 1; i > start && i > end - 8; i--) if (gap(i)) return i;
  return start;
}

function readNumber(text: string, start: number): Atom[] | null {
  const plan =
    text.startsWith('五', start + 1) || text.startsWith('五', start + 2) ? readPlan(text, start) : null;
  if (plan) return [plan];
  if (text.charCodeAt(start) === 0x4e00) {
    const cycles = readCycleWords(text, start);
    if (cycles.length > 0) return cycles;
  }
  const date = readDate(text, start);
  if (date) {
    const before = text.charAt(start - 1);
    if (before === '第' && date.date.part?.startsWith('q')) date.start--;
    return [date];
  }
  const length = readLength(text, start);
  if (!length) return null;
  if (text.charAt(start - 1) === '“' && text.slice(start, length.end).includes('”')) length.start--;
  return [length];
}

function readWord(text: string, i: number, kind: number): Atom[] {
  const char = text.charAt(i);
  if (kind === CYCLE) return char === '按' || char === '逐' ? readCycleWords(text, i) : readCycles(text, i);
  if (kind === CHAIN) return readCycleWords(text, i);
  if (kind === EVENT || char === '当') {
    const found = event(text, i);
    return found.length > 0 || kind !== EVENT ? found : readCycles(text, i);
  }
  if (i > 0 && NOT_BEFORE_WORD.includes(text.charAt(i - 1)) && !text.startsWith('完成', i - 2)) return [];
  const date = readDate(text, i);
  if (date) return [date];
  if (char === '下') return readCycles(text, i);
  return char === '年' || char === '月' ? readCycleWords(text, i) : [];
}

function event(text: string, i: number): EventAtom[] {
  const char = text.charAt(i);
  if (char === '之') {
    const found = one(FROM_EVENT, text, i, 'from-event');
    return found.length > 0 ? found : one(SINCE_EVENT, text, i, 'since-event');
  }
  if (char === '即') return one(NOW, text, i, 'now');
  if (text.charAt(i + 2) === '起') return one(SINCE_EVENT, text, i, 'since-event');
  return one(SAME_DAY, text, i, char === '次' || char === '翌' ? 'next-day' : 'same-day');
}

function one(pattern: RegExp, text: string, i: number, word: EventAtom['word']): EventAtom[] {
  return at(pattern, text, i) ? [{ is: 'event', start: i, end: pattern.lastIndex, word }] : [];
}
