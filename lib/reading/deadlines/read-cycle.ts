import { two } from '../calendar/days.ts';
import { numeral } from '../numerals.ts';
import { type CycleAtom, cycle } from './atoms.ts';
import { monthDay, monthEnd, quarterDay, yearDay } from './cycle-days.ts';
import { EVERY } from './cycle-words.ts';
import { at } from './patterns.ts';

/** Reads what comes again and again: 每年2月底前, 每季度首月10日前, 每日16时前, 次月15日前. */

const EACH =
  /每(?:一|个)?(?:间隔|隔|满)?(\d{1,3}|[两二三四五六七八九十半])?个?(自然年度?|会计年度|纳税年度|年度?|季度?|月度?|周|星期|工作日|日|天|学期|学年|旬|小时|分钟)/y;
const NEXT = /(?:次|翌|下)一?(?:年度?|个?月|季度?)(?=的?(?:\d|[第一二三四五六七八九十首末底]))/y;
/** 每日16时前, 每个工作日10:00前. */
const DAY_TIME =
  /(?:上午|下午|晚上?|早上?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[时点](?:\d{1,2}分|半|整)?|:\d{2})(?=之前|以前|前)/y;
const WEEK_DAY = /(?:的)?(?:周|星期)?[一二三四五六日天](?=前|之前|下班)/y;
const ENDED =
  /(?:度|末)?(?:结束|终了|届满|末)?(?:后|之后)(?:的)?(\d{1,3}|[一二三四五六七八九十]{1,3})个?(工作日|日|天|月)(?:之|以)?内/y;
const LIMIT = /(?:结束|底|末)?(?:之前|以前|前(?!提(?![交出供请])|[述款期往沿三五十\d])|之内|以内|内|止)/y;

/**
 * What recurs from exactly here.
 *
 * @param offset at 每, or at 次, 翌, 下 (次年, 下月)
 * @returns one for each day of a list (每年1月20日和7月20日前), or none
 */
export function readCycles(text: string, offset: number): CycleAtom[] {
  return text.charAt(offset) === '每' ? each(text, offset) : next(text, offset);
}

function each(text: string, offset: number): CycleAtom[] {
  const found = at(EACH, text, offset);
  if (!found) return [];
  const unit = found[2] ?? '';
  const times = found[1] ? (numeral(found[1]) ?? 1) : 1;
  const atom = cycle(offset, EACH.lastIndex, unitOf(unit));
  atom.times = times;
  const atoms = [atom];
  if (atom.every === 'year') yearDay(text, atom, atoms);
  else if (atom.every === 'quarter') quarterDay(text, atom);
  else if (atom.every === 'month') monthDay(text, atom, atoms);
  else if (atom.every === 'week' && at(WEEK_DAY, text, atom.end)) atom.end = WEEK_DAY.lastIndex;
  else if (/[日天]$/.test(unit) && at(DAY_TIME, text, atom.end)) atom.end = DAY_TIME.lastIndex;
  const ended = at(ENDED, text, atom.end);
  if (ended) {
    atom.end = ENDED.lastIndex;
    atom.limited = true;
    atom.to ??= dayAfter(atom.every, numeral(ended[1] ?? '') ?? 0, ended[2] ?? '');
  }
  const last = atoms[atoms.length - 1] as CycleAtom;
  if (at(LIMIT, text, last.end)) {
    last.end = LIMIT.lastIndex;
    for (const one of atoms) one.limited = true;
  }
  return atoms;
}

/** 次年3月底前, 次月15日前, 下季度首月10日前: only with a limit. */
function next(text: string, offset: number): CycleAtom[] {
  const found = at(NEXT, text, offset);
  if (!found) return [];
  const atom = cycle(offset, NEXT.lastIndex, unitOf(/[年月季]/.exec(found[0])?.[0] ?? ''));
  atom.next = true;
  if (atom.every === 'year') yearDay(text, atom, []);
  else if (atom.every === 'quarter') quarterDay(text, atom);
  else monthDay(text, atom, [atom]);
  if (atom.end === NEXT.lastIndex) return [];
  // 次年3月1日至6月30日: a span ends by itself.
  if (at(LIMIT, text, atom.end)) atom.end = LIMIT.lastIndex;
  else if (!/[至到~-]/.test(text.slice(offset, atom.end))) return [];
  atom.limited = true;
  return [atom];
}

/** 每季度终了后15日内 ends on a 15th, 每年度终了后5个月内 at the end of May; working days end on no fixed day. */
function dayAfter(every: CycleAtom['every'], count: number, unit: string): string | null {
  if (unit === '月') return every === 'year' && count > 0 && count <= 12 ? monthEnd(count) : null;
  const short = (every === 'quarter' || every === 'month') && count > 0 && count <= 28;
  return short && unit !== '工作日' ? two(count) : null;
}

function unitOf(unit: string): CycleAtom['every'] {
  if (/^[自会纳]/.test(unit)) return 'year';
  return unit === '学期' || unit === '学年' ? null : (EVERY[unit.charAt(0)] ?? null);
}
