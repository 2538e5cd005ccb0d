import { numeral } from '../numerals.ts';
import type { PlanAtom } from './atoms.ts';
import { at } from './patterns.ts';

/** Five-year plans: the first ran from 1953, each for five years, with 1963–1965 left out. */
const PLAN =
  /([一八九]|十[一二三四五六七八九]?)五”?(?:(?:到|至|和|、|-{1,2})“?(十[一二三四五六七八九]?)五”?)?(?:规划)?(期间|时期|期内|期末|末期|末)/y;

/**
 * A five-year plan named as a span of time: “十四五”期间, 十五五末. The bare name (“十四五”规划) is a title
 * and no span.
 *
 * @param offset at the numeral; the quotation mark before it is taken in
 */
export function readPlan(text: string, offset: number): PlanAtom | null {
  const found = at(PLAN, text, offset);
  if (!found) return null;
  const first = numeral(found[1] ?? '');
  const last = found[2] ? numeral(found[2]) : first;
  if (!first || !last || last < first) return null;
  const start = text.charAt(offset - 1) === '“' ? offset - 1 : offset;
  return {
    is: 'plan',
    start,
    end: PLAN.lastIndex,
    first,
    last,
    part: found[3]?.includes('末') ? 'end' : 'during',
  };
}

/** The first and last year of a five-year plan by its number (12 and later): 14 is 2021 to 2025. */
export function planYears(plan: number): { first: number; last: number } {
  const first = plan * 5 + 1951;
  return { first, last: first + 4 };
}
