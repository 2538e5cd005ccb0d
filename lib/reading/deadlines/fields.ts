import { iso, monthLength } from '../calendar/days.ts';
import { type Folded, foldedOffset } from '../fold.ts';
import type { Reading } from '../read.ts';
import type { Block, Span } from '../types.ts';
import type { DateAtom } from './atoms.ts';
import { EVERY } from './cycle-words.ts';
import { momentOf } from './moments.ts';
import { any, before, ends, SENTENCE } from './patterns.ts';
import { type Found, isPast, type Rule } from './sight.ts';

/** Limits that stand in a field or a table column: 完成时限：2025年12月底, 完成时限：持续推进. */

const FIELD = `(?:${any(
  '完成 办结 落实 整改 推进 实施 责任 达标 销号 计划完成 预计完成 拟完成',
)}的?(?:时限|时间|期限|节点|日期|进度)|(?:时间|进度)(?:节点|要求|安排|进度))(?:要求)?`;
/** 时限 alone names a field only at the beginning of a clause. */
const ALONE = '(?:时限|期限)';
const IN_FIELD = before(`(?:${FIELD}|(?:${SENTENCE}|[(,])${ALONE})(?::|为:?)`);
/** 实施时间为3月1日至12月31日 says how long it goes on. */
const LASTS = before('(?:实施|推进)的?(?:时间|期限)(?::|为:?)');
const HEADER = new RegExp(`^(?:${FIELD}|时间|${ALONE})$`);
/** The same before its colon, where the value is looked for. */
const LABEL = before(`(?:${FIELD}|(?:${SENTENCE}|[(,])${ALONE})`);
/** The value of a field ends with its bracket or its sentence. */
const VALUE = /[^\d)〕;。\n]{2,30}(?=[)〕;。\n]|$)/y;
/** A day before it: 2025年6月，并长期坚持. */
const DAY_FIRST = /(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末])?(?:之?前)?[,、]/y;
/** What stands in such a field where no day does. */
const ONGOING =
  /^[^\d]{0,6}(?:持续|长期|常态|时序|坚持|动态|不断|经常|日常|始终|滚动|逐步|有序|稳步|按计划|按进度|按要求|按节点|贯穿)[^\d]{0,10}$/;

const IN_NUMBERS = /^(20\d\d)[./-](\d{1,2})$/;
const CYCLE = /^每个?(年|季|月|周)度?[末底]?前?$/;

/** A cell that may hold a limit, as a folded range. */
export interface DeadlineCell {
  start: number;
  end: number;
  /** Its column is headed 时间 alone, which may as well hold what has been. */
  loose: boolean;
}

/** Any date in a 完成时限 field or column: the last day of what it names. */
export const fieldDue =
  (cellAt: (offset: number) => DeadlineCell | null): Rule<DateAtom> =>
  (atom, sight) => {
    const cell = cellAt(atom.start);
    if (!cell && (!ends(IN_FIELD, sight) || (atom.until?.day && ends(LASTS, sight)))) return null;
    const { to, derived } = momentOf(atom, sight.around);
    if (cell?.loose && isPast(to, sight)) return false;
    const mark = /^底?(?:之前|以前|前)/.exec(sight.tail)?.[0].length ?? 0;
    return { kind: 'due', start: atom.start, end: atom.end + mark, to, derived };
  };

/** 持续推进 and the like in a 完成时限 field, and what fills such a cell without being a day. */
export function ongoing(text: string, cells: readonly DeadlineCell[]): Found[] {
  const found: Found[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!ends(LABEL, { text, start: colon })) continue;
    DAY_FIRST.lastIndex = colon + 1;
    let start = DAY_FIRST.test(text) ? DAY_FIRST.lastIndex : colon + 1;
    VALUE.lastIndex = start;
    for (const piece of VALUE.exec(text)?.[0].split(',') ?? []) {
      if (ONGOING.test(piece)) found.push({ kind: 'ongoing', start, end: start + piece.length });
      start += piece.length + 1;
    }
  }
  for (const { start, end } of cells) if (end - start <= 16) found.push(...inCell(text, start, end));
  return found;
}

/** 2025.9 and 每季度末, which bind only where they fill such a cell. */
function inCell(text: string, start: number, end: number): Found[] {
  const words = text.slice(start, end);
  if (ONGOING.test(words)) return [{ kind: 'ongoing', start, end }];
  const month = IN_NUMBERS.exec(words);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    const to = number >= 1 && number <= 12 ? iso(year, number, monthLength(year, number)) : null;
    return to ? [{ kind: 'due', start, end, to }] : [];
  }
  const every = EVERY[CYCLE.exec(words)?.[1] ?? ''];
  return every ? [{ kind: 'recurring', start, end, every }] : [];
}

/**
 * The cells of every column headed 完成时限, and the cell beside such a label, in text order. Rows of
 * official tables often begin with a merged cell, which shifts the others in a plain text: where the
 * column is its header's last, a row's last cell is taken.
 */
export function deadlineCells({ input, folded }: Reading): DeadlineCell[] {
  const cells: DeadlineCell[] = [];
  let columns = new Map<number, boolean>();
  let lastColumn: boolean | null = null;
  let table = -1;
  let label: Block | null = null;
  for (let i = 0; i < input.blocks.length; i++) {
    const block = input.blocks[i] as Block;
    if (block.kind !== 'cell') continue;
    if (block.table !== table) {
      table = block.table ?? -1;
      columns = new Map();
      lastColumn = null;
    }
    const next = input.blocks[i + 1];
    const lastInRow = next?.kind !== 'cell' || next.table !== block.table || next.row !== block.row;
    const { start, end } = foldedRange(folded, block);
    const text = folded.text.slice(start, Math.min(end, start + 40));
    if (end - start <= 12 && HEADER.test(text)) {
      const loose = text === '时间';
      columns.set(block.col ?? -1, loose);
      if (lastInRow) lastColumn = loose;
      label = block;
      continue;
    }
    const beside = label !== null && label.row === block.row && label.table === block.table;
    const loose = columns.get(block.col ?? -1) ?? (lastInRow ? lastColumn : null);
    if (beside && /\d/.test(text)) cells.push({ start, end, loose: true });
    else if (loose !== null) cells.push({ start, end, loose });
    label = null;
  }
  return cells;
}

/** The line break that folding puts before a block has the block's own offset. */
export function foldedRange(folded: Folded, span: Span): Span {
  const start = foldedOffset(folded, span.start);
  return {
    start: folded.text.charAt(start) === '\n' ? start + 1 : start,
    end: foldedOffset(folded, span.end),
  };
}
