import { monthLength, two } from '../calendar/days.ts';
import { numeral } from '../numerals.ts';
import { type CycleAtom, cycle } from './atoms.ts';
import { at } from './patterns.ts';

/** Reads the day within a cycle, and further days of a list: 每年1月20日和7月20日, 每季度首月10日, 每月5日. */

const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const HOUR = '(?:(?:\\d{1,2}|零)时(?!间))?';
const MONTH_DAY = new RegExp(
  `(?:的|,)?${SMALL}月份?(?:${SMALL}[日号]${HOUR}|(月?底|月?末|上旬|中旬|下旬|初))?`,
  'y',
);
const YEAR_PART = /(?:的|,)?(?:(年?底|年?末|年终)|第?([一二三四])季度(?:末|底)?|([上下])半年|(年初))/y;
const QUARTER_DAY = new RegExp(
  `(?:的)?(?:首月|首个月|末月|第[一二三1-3]个?月|次月)(?:的)?${SMALL}[日号]`,
  'y',
);
const MONTH_DATE = new RegExp(
  `(?:的)?(?:${SMALL}[日号]|(月?底|月?末)|上旬|中旬|下旬|初|(?:第[一二三四五六七八九十]|首|最后一)个工作日)`,
  'y',
);
const ALSO = new RegExp(`(?:和|、|及|以及|或)${SMALL}月份?(?:${SMALL}[日号]|(月?底|月?末))?`, 'y');
const ALSO_DAY = new RegExp(`(?:和|、|及|以及|或)${SMALL}[日号]`, 'y');
const UNTIL = new RegExp(
  `(?:起,?)?(?:至|到|-{1,2}|~)(?:次年|翌年)?(?:${SMALL}月份?)?(?:${SMALL}[日号]${HOUR}|(月?[底末]))?`,
  'y',
);

/** 每年2月底, 每年第一季度, 每年5月至9月. Further days of a list are added to `atoms`. */
export function yearDay(text: string, atom: CycleAtom, atoms: CycleAtom[]): void {
  const part = at(YEAR_PART, text, atom.end);
  if (part) {
    atom.end = YEAR_PART.lastIndex;
    const quarter = part[2] ? numeral(part[2]) : null;
    atom.to = part[1]
      ? '12-31'
      : quarter
        ? monthEnd(quarter * 3)
        : part[3]
          ? part[3] === '上'
            ? '06-30'
            : '12-31'
          : null;
    atom.limited = true;
    return;
  }
  const found = at(MONTH_DAY, text, atom.end);
  const to = found && monthDayOf(found);
  if (!to) return;
  atom.to = to;
  atom.end = MONTH_DAY.lastIndex;
  atom.limited = true;
  const until = at(UNTIL, text, atom.end);
  if (until && (until[1] || until[2])) {
    atom.to = monthDayOf(['', until[1] ?? found[1] ?? '', until[2] ?? '', '']) ?? atom.to;
    atom.end = UNTIL.lastIndex;
  }
  if (atom.next) return;
  for (let also = at(ALSO, text, atom.end); also; also = at(ALSO, text, last(atoms).end)) {
    const next = monthDayOf(also);
    if (!next) break;
    const start = last(atoms).end + also[0].search(/[\d一二三四五六七八九十]/);
    const one = { ...cycle(start, ALSO.lastIndex, 'year'), to: next, limited: true };
    // 和9月1日至11月30日: a span again.
    const until = at(UNTIL, text, one.end);
    if (until && (until[1] || until[2])) {
      one.to = monthDayOf(['', until[1] ?? also[1] ?? '', until[2] ?? '', '']) ?? next;
      one.end = UNTIL.lastIndex;
    }
    atoms.push(one);
  }
}

/** 每月5日, 每月底, 每月1日至15日. Further days of a list are added to `atoms`. */
export function monthDay(text: string, atom: CycleAtom, atoms: CycleAtom[]): void {
  const found = at(MONTH_DATE, text, atom.end);
  if (!found) return;
  const value = found[1] ? numeral(found[1]) : null;
  if (found[1] && (value === null || value > 31)) return;
  atom.to = value ? two(value) : found[2] ? '31' : null;
  atom.end = MONTH_DATE.lastIndex;
  atom.limited = true;
  const until = at(UNTIL, text, atom.end);
  const end = until?.[2] && !until[1] ? numeral(until[2]) : null;
  if (until && !until[1] && (until[3] || (end && end <= 31))) {
    atom.to = end ? two(end) : '31';
    atom.end = UNTIL.lastIndex;
  }
  for (let also = at(ALSO_DAY, text, atom.end); also; also = at(ALSO_DAY, text, last(atoms).end)) {
    const next = numeral(also[1] ?? '');
    if (!next || next > 31) break;
    const start = last(atoms).end + also[0].search(/[\d一二三四五六七八九十]/);
    atoms.push({ ...cycle(start, ALSO_DAY.lastIndex, 'month'), to: two(next), limited: true });
  }
}

/** 每季度首月10日. */
export function quarterDay(text: string, atom: CycleAtom): void {
  const found = at(QUARTER_DAY, text, atom.end);
  const value = found ? numeral(found[1] ?? '') : null;
  if (!value || value > 31) return;
  atom.to = two(value);
  atom.end = QUARTER_DAY.lastIndex;
  atom.limited = true;
}

function last(atoms: CycleAtom[]): CycleAtom {
  return atoms[atoms.length - 1] as CycleAtom;
}

/** Groups 1 to 3: month, day, 底 or a third of the month. */
function monthDayOf(found: ArrayLike<string | undefined>): string | null {
  const month = found[1] ? numeral(found[1]) : null;
  if (!month || month > 12) return null;
  const value = found[2] ? numeral(found[2]) : null;
  if (found[2]) return value && value <= 31 ? `${two(month)}-${two(value)}` : null;
  if (found[3] === '上旬') return `${two(month)}-10`;
  if (found[3] === '中旬') return `${two(month)}-20`;
  return monthEnd(month);
}

/** Of a common year: a duty that comes every year has no leap year. */
export function monthEnd(month: number): string {
  return `${two(month)}-${monthLength(2023, month)}`;
}
