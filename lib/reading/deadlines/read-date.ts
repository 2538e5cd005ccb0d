import { numeral } from '../numerals.ts';
import type { DateAtom, Named, Part } from './atoms.ts';

/**
 * Reads a date at an offset of the folded text: 2021年3月1日, 二〇二五年六月三十日, 2022年底, 2021.3.1,
 * 12月底, 第四季度, 今年上半年, and ranges of them (2018至2020年, 4月至6月, 3月1日至15日).
 */

const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** 月 and what may follow it. 初步 and the like are words, not the beginning of a month. */
const MONTH = `${SMALL}月份?(?:${SMALL}[日号]|(月?底|月?末|上旬|中旬|下旬|初(?![步级次审始选期])))?`;
const QUARTER = '第?([一二三四1-4])(?:、第?([一二三四1-4]))?季度?(?!节|风|候|票)(?:末|底)?';
const HALF = '([上下])半年(?:末|底)?';
/** 年中 the middle of a year, not the beginning of 中央 or 中国. */
const REST = `年?[底末](?![线端])|年终(?!奖|考|总|评)|初(?![步级次审始选期中])|年?中(?![央国共心小型级学外考标科华、东西部间医期])`;
const TAIL = `(?:${MONTH}|${QUARTER}|${HALF}|(${REST})|(度))?`;

const YEAR = new RegExp(`(\\d{4}|[一二][〇零○一二三四五六七八九]{3})年${TAIL}`, 'y');
const YEAR_WORD = new RegExp(`(今年|本年(?!级|龄)|明年|去年|上年)${TAIL}`, 'y');
const BARE_MONTH = new RegExp(MONTH, 'y');
const BARE_QUARTER = new RegExp(QUARTER, 'y');
const BARE_HALF = new RegExp(HALF, 'y');
const BARE_REST = /(?:本|当)?(月)[底末]|年[底末终](?![奖考总评])|年(?=内(?!容))|全年(?![龄级无开])/y;
const DAY = /(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/y;
const MONTHS = /(\d{1,2})(?:-{1,2}|至|到|~)(\d{1,2})月份?(?!\d{1,2}日)/y;
const YEARS =
  /(\d{4}|[一二][〇零○一二三四五六七八九]{3})(?:-{1,2}|至|到|~)(?=(?:20|19)\d\d年|[一二][〇零○一二三四五六七八九]{3}年)/y;
const NUMERIC = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const LINK = /(?:\((?:星期|周)[一二三四五六日天]\))?(?:起|开始)?(?:至|到|-{1,2}|~)(次年|翌年|当年)?/y;
const CLOCK =
  /(?:\((?:星期|周)[一二三四五六日天]\))?(?:(?:上|下|中)午|晚上?|凌晨)?(?:\d{1,2}|[一二三四五六七八九十零]{1,3})(?:[时点](?!段|间|限)|:\d{2})(?:\d{1,2}分|整|半|正)?/y;
const WEEKDAY = /\((?:星期|周)[一二三四五六日天]\)/y;

/** Tries a sticky pattern at an offset. */
export function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

const NONE: Named = { year: null, shift: null, month: null, day: null, part: null };

/**
 * A date or a range of dates that begins exactly here.
 *
 * @param offset at a digit or Chinese numeral, or at the first character of a word such as 今年, 年底
 */
export function readDate(text: string, offset: number): DateAtom | null {
  const years = at(YEARS, text, offset);
  if (years) {
    const year = yearOf(years[1]);
    const last = single(text, YEARS.lastIndex);
    if (year && last)
      return { is: 'date', start: offset, end: last.end, date: { ...NONE, year }, until: last.date };
  }
  const first = single(text, offset);
  if (!first) return null;
  const last = first.until ? null : rangeEnd(text, first);
  return {
    is: 'date',
    start: offset,
    end: last?.end ?? first.end,
    date: first.date,
    until: last?.date ?? first.until,
  };
}

interface Single {
  date: Named;
  /** Set where one expression names two: 第二、三季度, 1—3月. */
  until: Named | null;
  end: number;
}

function single(text: string, offset: number): Single | null {
  const numeric = at(NUMERIC, text, offset);
  if (numeric) {
    const date = {
      ...NONE,
      year: yearOf(numeric[1]),
      month: small(numeric[3], 12),
      day: small(numeric[4], 31),
    };
    return date.year && date.month && date.day ? clocked(text, date, NUMERIC.lastIndex) : null;
  }
  const year = at(YEAR, text, offset);
  if (year) {
    const value = yearOf(year[1]);
    if (!value) return null;
    const end = YEAR.lastIndex;
    const months = year[2] ? null : at(MONTHS, text, offset + (year[1]?.length ?? 0) + 1);
    if (months) return monthsOf(months, { ...NONE, year: value }, MONTHS.lastIndex);
    return parts(text, { ...NONE, year: value }, year, 2, end);
  }
  const word = at(YEAR_WORD, text, offset);
  if (word) {
    const shift = word[1] === '明年' ? 1 : word[1] === '今年' || word[1] === '本年' ? 0 : -1;
    return parts(text, { ...NONE, shift }, word, 2, YEAR_WORD.lastIndex);
  }
  const months = at(MONTHS, text, offset);
  if (months) return monthsOf(months, NONE, MONTHS.lastIndex);
  const month = at(BARE_MONTH, text, offset);
  if (month) return parts(text, NONE, month, 1, BARE_MONTH.lastIndex);
  const quarter = at(BARE_QUARTER, text, offset);
  if (quarter?.[0].includes('季度')) return quarters(NONE, quarter[1], quarter[2], BARE_QUARTER.lastIndex);
  const half = at(BARE_HALF, text, offset);
  if (half)
    return { date: { ...NONE, part: half[1] === '上' ? 'h1' : 'h2' }, until: null, end: BARE_HALF.lastIndex };
  const rest = at(BARE_REST, text, offset);
  if (!rest) return null;
  const end = BARE_REST.lastIndex;
  if (rest[1]) return { date: { ...NONE, thisMonth: true, part: '底' }, until: null, end };
  if (rest[0] === '全年' || rest[0] === '年') return { date: { ...NONE, annual: true }, until: null, end };
  return { date: { ...NONE, part: '底' }, until: null, end };
}

/** The groups that MONTH, QUARTER, HALF and REST filled, from group `g` on. */
function parts(text: string, base: Named, found: RegExpExecArray, g: number, end: number): Single | null {
  const month = found[g];
  if (month) {
    const date: Named = { ...base, month: small(month, 12), day: null };
    if (!date.month) return null;
    const day = found[g + 1];
    const part = found[g + 2];
    if (day) {
      date.day = small(day, 31);
      return date.day ? clocked(text, date, end) : null;
    }
    if (part)
      date.part = part.length === 2 && part[1] === '旬' ? (part as Part) : part === '初' ? '初' : '底';
    return { date, until: null, end };
  }
  if (found[g + 3]) return quarters(base, found[g + 3], found[g + 4], end);
  const half = found[g + 5];
  if (half) return { date: { ...base, part: half === '上' ? 'h1' : 'h2' }, until: null, end };
  const rest = found[g + 6];
  if (rest) {
    const part: Part = rest.endsWith('初') ? '初' : rest.endsWith('中') ? '中' : '底';
    return { date: { ...base, part }, until: null, end };
  }
  if (found[g + 7]) return { date: { ...base, annual: true }, until: null, end };
  return { date: base, until: null, end };
}

function quarters(base: Named, first: string | undefined, second: string | undefined, end: number): Single {
  const date: Named = { ...base, part: quarter(first) };
  return { date, until: second ? { ...base, part: quarter(second) } : null, end };
}

function monthsOf(found: RegExpExecArray, base: Named, end: number): Single | null {
  const first = small(found[1], 12);
  const last = small(found[2], 12);
  if (!first || !last || first >= last) return null;
  return { date: { ...base, month: first }, until: { ...base, month: last }, end };
}

/** A day may carry its weekday and an hour; they belong to the place, not to the value. */
function clocked(text: string, date: Named, end: number): Single {
  if (at(CLOCK, text, end)) return { date, until: null, end: CLOCK.lastIndex };
  if (at(WEEKDAY, text, end)) return { date, until: null, end: WEEKDAY.lastIndex };
  return { date, until: null, end };
}

function rangeEnd(text: string, first: Single): { date: Named; end: number } | null {
  const link = at(LINK, text, first.end);
  if (!link) return null;
  const from = LINK.lastIndex;
  const last = single(text, from);
  if (last && !last.until && follows(first.date, last.date, link[1])) {
    return {
      date: link[1] ? { ...last.date, shift: null, year: nextYear(first.date, link[1]) } : last.date,
      end: last.end,
    };
  }
  if (first.date.day) {
    const day = at(DAY, text, from);
    const value = day ? small(day[1], 31) : null;
    if (value) return clocked(text, { ...first.date, day: value }, DAY.lastIndex);
  }
  return null;
}

/** A range goes on; 从2025年到3月 is none. */
function follows(first: Named, last: Named, link: string | undefined): boolean {
  if (link) return first.month !== null && last.month !== null;
  if (last.year !== null && first.year !== null) return last.year >= first.year;
  if (last.year === null && first.month === null && first.part === null) return false;
  return true;
}

function nextYear(first: Named, link: string): number | null {
  return first.year === null ? null : link === '当年' ? first.year : first.year + 1;
}

function yearOf(text: string | undefined): number | null {
  const value = text ? numeral(text) : null;
  return value !== null && value >= 1900 && value <= 2100 ? value : null;
}

function small(text: string | undefined, most: number): number | null {
  const value = text ? numeral(text) : null;
  return value !== null && value >= 1 && value <= most ? value : null;
}

function quarter(text: string | undefined): Part {
  const value = text ? (numeral(text) ?? 1) : 1;
  return value === 1 ? 'q1' : value === 2 ? 'q2' : value === 3 ? 'q3' : 'q4';
}
