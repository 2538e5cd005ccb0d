import { numeral } from '../numerals.ts';
import type { LengthAtom } from './atoms.ts';
import { at } from './patterns.ts';

/** Reads a length of time at a number: 5个工作日, 三十日, 2—3年, 一年半, “1”分钟, 三(3)日. */

const NUMBER = '(\\d{1,5}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百半]{1,5})';
/** The same number again in brackets, as contracts have it: 三(3)日. */
const AGAIN = '(?:\\((?:\\d{1,4}|[一二两三四五六七八九十百]{1,5})\\))?';
const RANGE = '(?:(?:-{1,2}|~|至|到|或者?)(\\d{1,4}|[一二两三四五六七八九十百]{1,4}))?';
const UNIT =
  '(个半月|个月|个季度|(?:个?(?:工作日|工作天|自然日|自然天|日历日|日历天|公历日|交易日|小时|钟头|星期|礼拜|自然年度?|会计年度|年度|学年))|分钟|年|周|天|日)';

const LENGTH = new RegExp(`${NUMBER}${AGAIN}(多|余|来)?${RANGE}”?${UNIT}`, 'y');
/** No law speaks of longer ones, and days must stay within the calendar. */
const MOST: Partial<Record<LengthAtom['unit'], number>> = { year: 100, month: 1200, week: 5000, day: 36_500 };
const HALF_MONTH = /半个?月/y;

/** What makes another word of the last character: 周岁, 天津, 日常, 年代. */
const OTHER_WORD: Record<string, string> = {
  年: '代级龄岁糕货轮薪均画报会份鉴',
  周: '岁边转围全期密末知年刊报长折延',
  天: '津然气河府空文平使体窗台桥花才赋生堂线地际',
  日: '本常历元均志落出程语益',
};

/**
 * A length that begins exactly here.
 *
 * @param offset at the first character of the number
 */
export function readLength(text: string, offset: number): LengthAtom | null {
  const found = at(LENGTH, text, offset);
  if (!found) return halfMonth(text, offset);
  const [, first = '', about, second, unit = ''] = found;
  let end = LENGTH.lastIndex;
  const low = numeral(first) ?? estimate(first);
  if (low === null || OTHER_WORD[unit]?.includes(text.charAt(end))) return null;
  // A year in full is a date.
  if (unit === '年' && low > 1000) return null;
  let count = Math.max(low, (second && numeral(second)) || 0);
  if (unit === '个半月') count += 0.5;
  if (unit === '年' && text.charAt(end) === '半' && text.charAt(end + 1) !== '数') {
    count += 0.5;
    end++;
  }
  const length = counted(count, unit);
  if (length.count > (MOST[length.unit] ?? Number.POSITIVE_INFINITY)) return null;
  return { is: 'length', start: offset, end, ...length, about: about !== undefined };
}

const ESTIMATE = /^(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)$/;

/** 三五年, 两三个月: the larger one binds at last. */
function estimate(digits: string): number | null {
  return ESTIMATE.test(digits) ? numeral(digits.charAt(1)) : null;
}

function halfMonth(text: string, offset: number): LengthAtom | null {
  return at(HALF_MONTH, text, offset)
    ? { is: 'length', start: offset, end: HALF_MONTH.lastIndex, count: 0.5, unit: 'month', about: false }
    : null;
}

/** The units of `TimeUnit`; a fraction goes to the next smaller unit where that is whole. */
function counted(count: number, unit: string): { count: number; unit: LengthAtom['unit'] } {
  if (unit.endsWith('月')) return { count, unit: 'month' };
  if (unit.endsWith('季度')) return { count: count * 3, unit: 'month' };
  if (unit.endsWith('工作日') || unit.endsWith('工作天') || unit.endsWith('交易日'))
    return { count, unit: 'workday' };
  if (unit.endsWith('小时') || unit.endsWith('钟头')) {
    return Number.isInteger(count) ? { count, unit: 'hour' } : { count: count * 60, unit: 'minute' };
  }
  if (unit === '分钟') return { count, unit: 'minute' };
  if (unit === '周' || unit.endsWith('星期') || unit.endsWith('礼拜')) return { count, unit: 'week' };
  if (unit.includes('年'))
    return Number.isInteger(count) ? { count, unit: 'year' } : { count: count * 12, unit: 'month' };
  return { count, unit: 'day' };
}
