import type { Reading } from '../read.ts';
import type { Block } from '../types.ts';
import type { DateAtom } from './atoms.ts';
import { foldedRange } from './fields.ts';
import { momentOf } from './moments.ts';
import { isPast, type Rule } from './sight.ts';

/** The columns of a plan's table: 指标 | 2024年 | 2027年 | 2030年. Those to come are targets. */

const YEAR = /^(?:到|至)?(?:19|20)\d\d年(?:度|底|末)?(?:(?:预期)?目标值?|计划数?)?$/;
/** Heads stand in the first rows. */
const HEAD_ROWS = 3;

/** A head that names a year, as a folded range. */
export interface YearHead {
  start: number;
  end: number;
}

/** Every head of a row that names at least two years, in text order. */
export function yearHeads({ input, folded }: Reading): YearHead[] {
  const heads: YearHead[] = [];
  let row: YearHead[] = [];
  let last: Block | null = null;
  for (const block of input.blocks) {
    if (block.kind !== 'cell' || (block.row ?? 0) >= HEAD_ROWS) continue;
    if (block.table !== last?.table || block.row !== last?.row) {
      if (row.length > 1) heads.push(...row);
      row = [];
    }
    last = block;
    if (block.end - block.start > 24) continue;
    const place = foldedRange(folded, block);
    if (YEAR.test(folded.text.slice(place.start, place.end))) row.push(place);
  }
  return row.length > 1 ? [...heads, ...row] : heads;
}

/** A year to come at the head of a column: what the column holds is to be reached by its end. */
export const columnYear =
  (headAt: (offset: number) => YearHead | null): Rule<DateAtom> =>
  (atom, sight) => {
    if (atom.until || !headAt(atom.start)) return null;
    const { to } = momentOf(atom, sight.around);
    if (sight.around.year === null || isPast(to, sight)) return false;
    return { kind: 'target', start: atom.start, end: atom.end, to };
  };
