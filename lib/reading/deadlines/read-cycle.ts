import { monthLength, two } from '../calendar/days.ts';
import { numeral } from '../numerals.ts';
import type { CycleAtom } from './atoms.ts';
import { at } from './read-date.ts';

/** Reads what comes again and again: 每年2月底前, 每季度首月10日前, 按月报送, 一季一调度, 日研判、周调度. */

const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const EACH =
  /每(?:一|个)?(?:间隔|隔|满)?(\d{1,3}|[两二三四五六七八九十半])?个?(自然年度?|会计年度|年度?|季度?|月度?|周|星期|工作日|日|天|学期|学年|旬|小时|分钟)/y;
const MONTH_DAY = new RegExp(
  `(?:的|,)?${SMALL}月份?(?:${SMALL}[日号]|(月?底|月?末|上旬|中旬|下旬|初))?`,
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
const NEXT = /(?:次|翌|下)一?(?:年度?|个?月|季度?)(?=的?(?:\d|[一二三四五六七八九十首末底]))/y;
/** 每日16时前, 每个工作日10:00前. */
const DAY_TIME =
  /(?:上午|下午|晚上?|早上?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[时点](?:\d{1,2}分|半|整)?|:\d{2})(?=之前|以前|前)/y;
const WEEK_DAY = /(?:的)?(?:周|星期)?[一二三四五六日天](?=前|之前|下班)/y;
const ALSO = new RegExp(`(?:和|、|及|以及|或)${SMALL}月份?(?:${SMALL}[日号]|(月?底|月?末))?`, 'y');
const ALSO_DAY = new RegExp(`(?:和|、|及|以及|或)${SMALL}[日号]`, 'y');
const UNTIL = new RegExp(`(?:至|到|-{1,2}|~)(?:次年|翌年)?(?:${SMALL}月份?)?(?:${SMALL}[日号])?`, 'y');
const ENDED =
  /(?:度|末)?(?:结束|终了|届满|末)?(?:后|之后)(?:的)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})个?(?:工作日|日|天|月)(?:之|以)?内/y;
const LIMIT = /(?:结束|底|末)?(?:之前|以前|前(?!提(?![交出供请])|[述款期往沿三五十\d])|之内|以内|内|止)/y;

/** What is done again and again, where the cycle word itself carries the duty. */
const ACTS =
  '(?:评估|调度|通报|会商|研判|考核|报告|总结|评价|检查|排查|公布|更新|审核|分析|汇报|清理|培训|督查|督导|盘点|反馈|例会|点评|排名|晾晒|清零|扫描|巡查|抽查|巡检|监测|跟踪|推进|小结|对账|复盘|会审|通气|自查|安排|统计|清单|提醒|曝光|轮训)';
const ONE_EACH = new RegExp(`一(年|季度?|月|周|旬|日)一(?:${ACTS}|次(?!性))`, 'y');
const CHAIN = new RegExp(`[日周旬月季年]${ACTS}(?:、[日周旬月季年]${ACTS}){1,7}`, 'y');
const BY =
  /按(?:自然)?(年度?|季度?|月度?|周|旬)(?=(?:向[^,。;]{1,14})?(?:及时|定期|集中)?(?:报(?!酬|销|废|价|名|表|刊)|上报|报送|报告|通报|公布|公示|发布|调度|汇总|填报|申报|考核|评估|遴选|更新|分析|反馈|预缴|结算))/y;

const EVERY: Record<string, CycleAtom['every']> = {
  年: 'year',
  季: 'quarter',
  月: 'month',
  周: 'week',
  星: 'week',
};

/**
 * What recurs from exactly here.
 *
 * @param offset at 每, 按, or the first character of 一季一调度 or of a chain such as 日研判、周调度
 * @returns one for each day of a list (每年1月20日和7月20日前), or none
 */
export function readCycles(text: string, offset: number): CycleAtom[] {
  const char = text.charAt(offset);
  if (char === '每') return each(text, offset);
  if (char === '按') return bound(offset, at(BY, text, offset));
  if (char === '一') return bound(offset, at(ONE_EACH, text, offset));
  if (char === '次' || char === '翌' || char === '下') return next(text, offset);
  const chain = at(CHAIN, text, offset);
  // 月排名、月通报 repeats itself; 日研判、周调度 makes a rule of what comes when.
  if (!chain || new Set(chain[0].split('、').map((act) => act.charAt(0))).size < 2) return [];
  let start = offset;
  return chain[0].split('、').map((act) => {
    const atom = plain(start, start + act.length, EVERY[act.charAt(0)] ?? null);
    start += act.length + 1;
    return { ...atom, bound: true };
  });
}

/** The cycle word is the first group. */
function bound(offset: number, found: RegExpExecArray | null): CycleAtom[] {
  if (!found) return [];
  const every = EVERY[found[1]?.charAt(0) ?? ''] ?? null;
  return [{ ...plain(offset, offset + found[0].length, every), bound: true }];
}

function plain(start: number, end: number, every: CycleAtom['every']): CycleAtom {
  return { is: 'cycle', start, end, every, times: 1, to: null, limited: false, bound: false };
}

function each(text: string, offset: number): CycleAtom[] {
  const found = at(EACH, text, offset);
  if (!found) return [];
  const unit = found[2] ?? '';
  const times = found[1] ? (numeral(found[1]) ?? 1) : 1;
  const atom = plain(offset, EACH.lastIndex, unitOf(unit));
  atom.times = times;
  const atoms = [atom];
  if (atom.every === 'year') yearDay(text, atom, atoms);
  else if (atom.every === 'quarter') day(text, atom, QUARTER_DAY);
  else if (atom.every === 'month') monthDay(text, atom, atoms);
  else if (atom.every === 'week' && at(WEEK_DAY, text, atom.end)) atom.end = WEEK_DAY.lastIndex;
  else if (/[日天]$/.test(unit) && at(DAY_TIME, text, atom.end)) atom.end = DAY_TIME.lastIndex;
  const ended = at(ENDED, text, atom.end);
  if (ended) {
    atom.end = ENDED.lastIndex;
    atom.limited = true;
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
  const atom = plain(offset, NEXT.lastIndex, unitOf(/[年月季]/.exec(found[0])?.[0] ?? ''));
  atom.next = true;
  if (atom.every === 'year') yearDay(text, atom, []);
  else if (atom.every === 'quarter') day(text, atom, QUARTER_DAY);
  else monthDay(text, atom, [atom]);
  if (atom.end === NEXT.lastIndex || !at(LIMIT, text, atom.end)) return [];
  atom.end = LIMIT.lastIndex;
  atom.limited = true;
  return [atom];
}

function unitOf(unit: string): CycleAtom['every'] {
  if (unit.startsWith('自') || unit.startsWith('会')) return 'year';
  return unit === '学期' || unit === '学年' ? null : (EVERY[unit.charAt(0)] ?? null);
}

function yearDay(text: string, atom: CycleAtom, atoms: CycleAtom[]): void {
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
    atoms.push({ ...plain(start, ALSO.lastIndex, 'year'), to: next, limited: true });
  }
}

function monthDay(text: string, atom: CycleAtom, atoms: CycleAtom[]): void {
  const found = at(MONTH_DATE, text, atom.end);
  if (!found) return;
  const value = found[1] ? numeral(found[1]) : null;
  if (found[1] && (value === null || value > 31)) return;
  atom.to = value ? two(value) : found[2] ? '31' : null;
  atom.end = MONTH_DATE.lastIndex;
  atom.limited = true;
  const until = at(UNTIL, text, atom.end);
  const end = until?.[2] && !until[1] ? numeral(until[2]) : null;
  if (end && end <= 31) {
    atom.to = two(end);
    atom.end = UNTIL.lastIndex;
  }
  for (let also = at(ALSO_DAY, text, atom.end); also; also = at(ALSO_DAY, text, last(atoms).end)) {
    const next = numeral(also[1] ?? '');
    if (!next || next > 31) break;
    const start = last(atoms).end + also[0].search(/[\d一二三四五六七八九十]/);
    atoms.push({ ...plain(start, ALSO_DAY.lastIndex, 'month'), to: two(next), limited: true });
  }
}

function day(text: string, atom: CycleAtom, pattern: RegExp): void {
  const found = at(pattern, text, atom.end);
  const value = found ? numeral(found[1] ?? '') : null;
  if (!value || value > 31) return;
  atom.to = two(value);
  atom.end = pattern.lastIndex;
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
function monthEnd(month: number): string {
  return `${two(month)}-${monthLength(2023, month)}`;
}
