import type { DateAtom, Named } from './atoms.ts';
import { bareYear, clocked, readSingle, type Single, small, TO, YEAR_NUMBER } from './names.ts';
import { at } from './patterns.ts';

const YEARS = new RegExp(`${YEAR_NUMBER}${TO}(?=${YEAR_NUMBER}年)`, 'y');
const LINK = new RegExp(
  `(?:\\((?:星期|周)[一二三四五六日天]\\))?(?:(?:起|开始),?)?${TO}(次年|翌年|当年)?`,
  'y',
);
const DAY = /(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/y;

/**
 * A date or a range of dates that begins exactly here: 2022年底, 2018至2020年, 4月至6月, 3月1日至15日.
 *
 * @param offset at a digit or Chinese numeral, or at the first character of a word such as 今年, 年底
 */
export function readDate(text: string, offset: number): DateAtom | null {
  // 2018至2020年: most that is asked goes on with something else behind its fourth character.
  const years = '-~至到'.includes(text.charAt(offset + 4)) ? at(YEARS, text, offset) : null;
  const year = years && bareYear(years[1]);
  const to = year && readSingle(text, YEARS.lastIndex);
  if (year && to) return { is: 'date', start: offset, end: to.end, date: year, until: to.date };
  const first = readSingle(text, offset);
  if (!first) return null;
  const { date, until, end } = first;
  const last = until ? null : rangeEnd(text, first);
  return { is: 'date', start: offset, end: last?.end ?? end, date, until: last?.date ?? until };
}

function rangeEnd(text: string, first: Single): { date: Named; end: number } | null {
  const link = at(LINK, text, first.end);
  if (!link) return null;
  const from = LINK.lastIndex;
  const last = readSingle(text, from);
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
