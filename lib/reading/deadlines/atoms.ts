/**
 * The pieces of time that a text names, before anybody asks whether they bind. Offsets are into the
 * folded text.
 */

/** The part of a year or month that is named: `底` 2025年底, `q3` 第三季度, `h1` 上半年, `上旬` … */
export type Part = '底' | '初' | '中' | '上旬' | '中旬' | '下旬' | 'q1' | 'q2' | 'q3' | 'q4' | 'h1' | 'h2';

/** A day, month, quarter, half or year, as far as it is named. */
export interface Named {
  /** The year in full, or null where the text leaves it to the context. */
  year: number | null;
  /** 0 for 今年, 本年度; 1 for 明年; null where no such word stands. */
  shift: number | null;
  month: number | null;
  /** `month` is counted from the document's own: 本月底. */
  thisMonth?: boolean;
  day: number | null;
  part: Part | null;
  /** 2025年度, 全年: the year as a span rather than as its end. */
  annual?: boolean;
}

interface Placed {
  start: number;
  end: number;
}

/** A named day or span: 2022年底, 12月底, 今年上半年; with `until` a range: 2018至2020年. */
export interface DateAtom extends Placed {
  is: 'date';
  date: Named;
  until: Named | null;
}

/** “十四五”期间, “十五五”期末, “十四五”到“十五五”期间. */
export interface PlanAtom extends Placed {
  is: 'plan';
  /** The numbers of the first and last five-year plan: 14 for “十四五”. */
  first: number;
  last: number;
  /** What follows the name: 期间, 时期, 末 … */
  part: 'during' | 'end';
}

/** 5个工作日, 三十日, 2—3年. */
export interface LengthAtom extends Placed {
  is: 'length';
  /** The number itself, the larger one of a range (the limit that binds at last). */
  count: number;
  unit: 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';
  /** `约`, `余`, `多`: an estimate. */
  about: boolean;
}

/** 每年, 每季度首月10日前, 按月, 一年一评估, 日扫描. */
export interface CycleAtom extends Placed {
  is: 'cycle';
  every: 'year' | 'quarter' | 'month' | 'week' | null;
  /** How many of them where it is not one: 每两年. */
  times: number;
  /** `MM-DD` or `DD`. */
  to: string | null;
  /** 次年3月底前, 次月15日前: one day in the cycle that follows. */
  next?: boolean;
  /** 于…前, 底前: a limit stands with it. */
  limited: boolean;
  /** The duty stands in the word itself: 日扫描, 一年一评估, 按月报送. */
  bound: boolean;
}

/** 自印发之日起, 即日起, 当日, 次日: an event that stands for a day. */
export interface EventAtom extends Placed {
  is: 'event';
  word: 'from-event' | 'since-event' | 'now' | 'same-day' | 'next-day';
}

export type Atom = DateAtom | PlanAtom | LengthAtom | CycleAtom | EventAtom;

/** A plain cycle, to be filled. */
export function cycle(start: number, end: number, every: CycleAtom['every']): CycleAtom {
  return { is: 'cycle', start, end, every, times: 1, to: null, limited: false, bound: false };
}
