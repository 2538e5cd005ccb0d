import { isDay, iso } from '../calendar/days.ts';

/** 〇 to 九, and the round signs that typists take for 〇. */
const DIGITS: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  o: 0,
  '0': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十一, 二十, 31 as a number; NaN for anything else. */
function small(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const value = (digit: string | undefined, empty: number) =>
    digit ? (DIGITS[digit] ?? (digit === '0' ? 0 : Number.NaN)) : empty;
  return value(tens, 1) * 10 + value(ones, 0);
}

function year(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  return [...text].reduce((sum, digit) => sum * 10 + (DIGITS[digit] ?? Number.NaN), 0);
}

const FULL =
  /((?:19|20)\d\d|[一二][〇○零Oo0一二三四五六七八九]{3})[年\-./](\d{1,2}|[一二三四五六七八九十]{1,3})[月\-./](\d{1,2}|[一二三四五六七八九十]{1,3})日?/;

/**
 * The first full date in a folded text, as ISO: 2025年3月4日, 二〇二五年三月四日, 2025-03-04.
 *
 * @returns null where there is none, or where it names a day that does not exist
 */
export function dateIn(text: string): string | null {
  const found = FULL.exec(text);
  return found ? isoOf(year(found[1] ?? ''), small(found[2] ?? ''), small(found[3] ?? '')) : null;
}

function isoOf(y: number, m: number, d: number): string | null {
  return isDay(y, m, d) ? iso(y, m, d) : null;
}

const PRINTED = /(?:印发日期|成文日期|发文日期|生成日期)[:]?((?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2})/;
const SHOWN = /(?:发布日期|发布时间|公布日期|公开日期|时间)[:]?((?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2})/;
const STAMP = /^((?:19|20)\d\d-\d\d-\d\d)(?:\d\d:\d\d(?::\d\d)?)?(?=$|来源|信息来源|浏览|发布|作者|字[体号])/;

/** The dates in a line of page fields: 印发日期：2025-03-04 发布日期：2025-03-08. */
export function datesInFields(line: string): { issued: string | null; published: string | null } {
  const issued = PRINTED.exec(line)?.[1];
  const published = SHOWN.exec(line)?.[1] ?? STAMP.exec(line)?.[1];
  return { issued: issued ? dateIn(issued) : null, published: published ? dateIn(published) : null };
}
