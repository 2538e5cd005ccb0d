import { numeral } from '../numerals.ts';
import type { Named, Part } from './atoms.ts';
import { at } from './patterns.ts';

/**
 * Reads one date at an offset of the folded text: 2021年3月1日, 二〇二五年六月三十日, 2022年底, 2021.3.1,
 * 12月底, 第四季度, 今年上半年.
 */

const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
export const TO = '(?:-{1,2}|至|到|~)';
export const YEAR_NUMBER = '(\\d{4}|[一二][〇零○一二三四五六七八九]{3})';
/** 月 and what may follow it. 初步 and the like are words, not the beginning of a month. */
const MONTH = `${SMALL}月份?(?:${SMALL}[日号]|(月?底|月?末|上旬|中旬|下旬|初(?![步级次审始选期])))?`;
const QUARTER = '第?([一二三四1-4])(?:、第?([一二三四1-4]))?季度?(?!节|风|候|票)(?:末|底)?';
const HALF = '([上下])半年(?:末|底)?';
/** 年中 the middle of a year, not the beginning of 中央 or 中国. */
const REST =
  '年?[底末](?![线端])|年终(?![奖考总评])|初(?![步级次审始选期中])|年?中(?![央国共心小型级学外考标科华、东西部间医期])';
const TAIL = `(?:${MONTH}|${QUARTER}|${HALF}|(${REST})|(度)|全年(?![龄级无开]))?`;

const YEAR = new RegExp(`${YEAR_NUMBER}年${TAIL}`, 'y');
const YEAR_WORD = new RegExp(`(今年|本年(?![级龄])|明年|去年|上年)${TAIL}`, 'y');
const BARE_MONTH = new RegExp(MONTH, 'y');
const BARE_QUARTER = new RegExp(QUARTER, 'y');
const BARE_HALF = new RegExp(HALF, 'y');
const BARE_REST = /(?:本|当)?(月)[底末]|年[底末终](?![奖考总评])|年(?=内(?!容))|全年(?![龄级无开])/y;
const THIS_MONTH = new RegExp(`本月(?:${SMALL}[日号]|([上中下]旬))`, 'y');
const TWO_YEARS = /今明(?:两|二)年/y;
const MID_CENTURY = /本世纪中叶/y;
const MONTHS = new RegExp(`(\\d{1,2})${TO}(\\d{1,2})月份?(?!\\d{1,2}日)`, 'y');
const DAYS = new RegExp(`${SMALL}${TO}${SMALL}[日号]`, 'y');
const NUMERIC = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const CLOCK =
  /(?:\((?:星期|周)[一二三四五六日天]\))?(?:[上下]午|中午|晚上?|凌晨)?(?:\d{1,2}|[一二三四五六七八九十零]{1,3})(?:[时点](?![段间限])|:\d{2})(?:\d{1,2}分|[整半正])?/y;
const WEEKDAY = /\((?:星期|周)[一二三四五六日天]\)/y;

const NONE: Named = { year: null, shift: null, month: null, day: null, part: null };

/** One date as it is named, or two in one word. */
export interface Single {
  date: Named;
  /** Set where one expression names two: 第二、三季度, 1—3月, 3月10—14日. */
  until: Named | null;
  end: number;
}

/** The bare year of 2018至2020年. @param text its number */
export function bareYear(text: string | undefined): Named | null {
  const year = yearOf(text);
  return year ? { ...NONE, year } : null;
}

/** What a date in numbers begins with; 第 begins 第三季度. */
const NUMBER = '0123456789一二三四五六七八九十第';
/** The second character of 今年, 月底, 上半年 and every other date in words. */
const SECOND = '年月半底末终内明世';

/**
 * The date that begins exactly at an offset, without a range that goes on from it. Most places that are
 * asked begin none, so that single characters are looked at before patterns are tried.
 */
export function readSingle(text: string, offset: number): Single | null {
  if (NUMBER.includes(text.charAt(offset))) return inNumbers(text, offset);
  return SECOND.includes(text.charAt(offset + 1)) ? inWords(text, offset) : null;
}

function inNumbers(text: string, offset: number): Single | null {
  const fifth = text.charAt(offset + 4);
  const numeric = '-./'.includes(fifth) ? at(NUMERIC, text, offset) : null;
  if (numeric) {
    const date = {
      ...NONE,
      year: yearOf(numeric[1]),
      month: small(numeric[3], 12),
      day: small(numeric[4], 31),
    };
    return date.year && date.month && date.day ? clocked(text, date, NUMERIC.lastIndex) : null;
  }
  const year = fifth === '年' ? at(YEAR, text, offset) : null;
  if (year) {
    const value = yearOf(year[1]);
    if (!value) return null;
    const end = YEAR.lastIndex;
    const months = year[2] ? null : at(MONTHS, text, offset + (year[1]?.length ?? 0) + 1);
    if (months) return monthsOf(months, { ...NONE, year: value }, MONTHS.lastIndex);
    return parts(text, { ...NONE, year: value }, year, 2, end);
  }
  const months = at(MONTHS, text, offset);
  if (months) return monthsOf(months, NONE, MONTHS.lastIndex);
  const month = at(BARE_MONTH, text, offset);
  if (month) return parts(text, NONE, month, 1, BARE_MONTH.lastIndex);
  const quarter = at(BARE_QUARTER, text, offset);
  return quarter?.[0].includes('季度')
    ? quarters(NONE, quarter[1], quarter[2], BARE_QUARTER.lastIndex)
    : null;
}

function inWords(text: string, offset: number): Single | null {
  const word = at(YEAR_WORD, text, offset);
  if (word) {
    const shift = word[1] === '明年' ? 1 : word[1] === '今年' || word[1] === '本年' ? 0 : -1;
    return parts(text, { ...NONE, shift }, word, 2, YEAR_WORD.lastIndex);
  }
  const half = at(BARE_HALF, text, offset);
  if (half)
    return { date: { ...NONE, part: half[1] === '上' ? 'h1' : 'h2' }, until: null, end: BARE_HALF.lastIndex };
  const rest = at(BARE_REST, text, offset);
  if (!rest) return special(text, offset);
  const end = BARE_REST.lastIndex;
  if (rest[1]) return { date: { ...NONE, thisMonth: true, part: '底' }, until: null, end };
  if (rest[0] === '全年' || rest[0] === '年') return { date: { ...NONE, annual: true }, until: null, end };
  return { date: { ...NONE, part: '底' }, until: null, end };
}

/** 本月25日, 本月中旬, 今明两年, 本世纪中叶. */
function special(text: string, offset: number): Single | null {
  const month = at(THIS_MONTH, text, offset);
  if (month) {
    const end = THIS_MONTH.lastIndex;
    const date: Named = { ...NONE, thisMonth: true };
    if (month[2]) return { date: { ...date, part: month[2] as Part }, until: null, end };
    const day = small(month[1], 31);
    return day ? clocked(text, { ...date, day }, end) : null;
  }
  if (at(TWO_YEARS, text, offset)) {
    return { date: { ...NONE, shift: 0 }, until: { ...NONE, shift: 1 }, end: TWO_YEARS.lastIndex };
  }
  const middle = at(MID_CENTURY, text, offset);
  return middle ? { date: { ...NONE, year: 2050 }, until: null, end: MID_CENTURY.lastIndex } : null;
}

/** The groups that MONTH, QUARTER, HALF and REST filled, from group `g` on. */
function parts(text: string, base: Named, found: RegExpExecArray, g: number, end: number): Single | null {
  if (found[g])
    return inMonth(text, { ...base, month: small(found[g], 12) }, found[g + 1], found[g + 2], end);
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

/** What follows 月: a day, a part of the month, two days (3月10—14日), or nothing. */
function inMonth(
  text: string,
  date: Named,
  day: string | undefined,
  part: string | undefined,
  end: number,
): Single | null {
  if (date.month === null) return null;
  if (day) {
    const value = small(day, 31);
    return value ? clocked(text, { ...date, day: value }, end) : null;
  }
  if (part) {
    const third = part === '上旬' || part === '中旬' || part === '下旬';
    return { date: { ...date, part: third || part === '初' ? part : '底' }, until: null, end };
  }
  const days = at(DAYS, text, end);
  return days ? daysOf(days, date, DAYS.lastIndex) : { date, until: null, end };
}

function quarters(base: Named, first: string | undefined, second: string | undefined, end: number): Single {
  const date: Named = { ...base, part: quarter(first) };
  return { date, until: second ? { ...base, part: quarter(second) } : null, end };
}

function daysOf(found: RegExpExecArray, base: Named, end: number): Single | null {
  const first = small(found[1], 31);
  const last = small(found[2], 31);
  if (!first || !last || first >= last) return null;
  return { date: { ...base, day: first }, until: { ...base, day: last }, end };
}

function monthsOf(found: RegExpExecArray, base: Named, end: number): Single | null {
  const first = small(found[1], 12);
  const last = small(found[2], 12);
  if (!first || !last || first >= last) return null;
  return { date: { ...base, month: first }, until: { ...base, month: last }, end };
}

/** A day may carry its weekday and an hour; they belong to the place, not to the value. */
export function clocked(text: string, date: Named, end: number): Single {
  if (at(CLOCK, text, end)) return { date, until: null, end: CLOCK.lastIndex };
  if (at(WEEKDAY, text, end)) return { date, until: null, end: WEEKDAY.lastIndex };
  return { date, until: null, end };
}

function yearOf(text: string | undefined): number | null {
  const value = text ? numeral(text) : null;
  return value !== null && value >= 1900 && value <= 2100 ? value : null;
}

/** A month or a day of the month. */
export function small(text: string | undefined, most: number): number | null {
  const value = text ? numeral(text) : null;
  return value !== null && value >= 1 && value <= most ? value : null;
}

function quarter(text: string | undefined): Part {
  const value = text ? (numeral(text) ?? 1) : 1;
  return value === 1 ? 'q1' : value === 2 ? 'q2' : value === 3 ? 'q3' : 'q4';
}
