import type { Line } from './flow.ts';
import { SENTENCE_END, standsAlone, startsItem, TITLE_END } from './lines.ts';

/** Where the lines of a block stand. */
export interface Place {
  align: '' | 'left' | 'center' | 'right' | 'justify';
  heading: boolean;
  cell: boolean;
}

/** A line at least this long was cut by its width, not by its writer. */
const FULL_LINE = 20;
const ORDER_NUMBER = /^第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*号$/;

/** A 《 or （ that is still open at the line's end. Looks at its last 60 characters, so that no line is read twice. */
function isOpen(line: string): boolean {
  const tail = line.slice(-60);
  const open = Math.max(tail.lastIndexOf('《'), tail.lastIndexOf('（'), tail.lastIndexOf('〔'));
  return open >= 0 && !/[》）〕)]/.test(tail.slice(open));
}

/** A number or a date that goes on in the next line: 2029 年 6 ⏎ 月 20 日. */
function isCutNumber(line: string, next: string): boolean {
  return (
    (/\d\s*$/.test(line) && /^[年月日%号条款项个万亿元]/.test(next)) ||
    (/[年月]\s*$/.test(line) && /^\d/.test(next))
  );
}

/**
 * Whether a `<br>` between two lines only lays them out (a title in three lines, a date cut in two),
 * so that the sentence goes on. Old official pages also part their paragraphs by `<br>`.
 */
export function goesOn(line: Line, next: Line, place: Place): boolean {
  if (next.gap) return false;
  const [a, b] = [line.text, next.text];
  if (ORDER_NUMBER.test(b) && /(?:令|公告|通告)$/.test(a)) return true;
  if (standsAlone(a) || standsAlone(b)) return false;
  if (isOpen(a) || isCutNumber(a, b)) return true;
  if (place.heading || place.align === 'center') return !TITLE_END.test(a) && !SENTENCE_END.test(a);
  if (place.align === 'right') return false;
  if (place.cell) return a.length <= 3 && b.length <= 4;
  return a.length >= FULL_LINE && next.indent < 2 && !SENTENCE_END.test(a) && !startsItem(b);
}
