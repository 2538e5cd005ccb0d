import { type Folded, unfold } from '../fold.ts';
import { type Line, linesOf } from '../outline/lines.ts';
import type { Block, Duty, Input } from '../types.ts';
import { namesOf, splitNames } from './agencies.ts';
import { addNames, type Roles } from './fields.ts';

type Column = 'lead' | 'support' | 'due' | 'task';

const HEADERS: readonly [Column, RegExp][] = [
  ['support', /^(?:配合|协办|协同|参与|参加|协作|支持|协助)(?:责任)?(?:单位|部门|处室|科室|机构)?/],
  [
    'lead',
    /^(?:牵头|主办|责任|主责|负责|实施|承办|主管|落实|组织|第一责任)(?:责任|实施)?(?:单位|部门|处室|科室|机构|主体|领导|人|方)/,
  ],
  [
    'due',
    /^(?:完成|办结|落实|整改|推进|办理|实施|工作|计划完成|预计完成)?(?:时限|期限|时间|时间节点|时间要求|进度安排)$/,
  ],
  ['task', /(?:任务|工作|事项|内容|措施|举措|目标|要点|项目|问题|要求)$/],
];

/**
 * Duties in tables whose header names the columns: 牵头单位, 配合单位, 完成时限, 工作任务.
 */
export function tableDuties(input: Input, folded: Folded): Duty[] {
  const cells = input.blocks.some((block) => block.kind === 'cell')
    ? linesOf(folded, input.blocks).filter((line) => line.block.kind === 'cell')
    : [];
  const duties: Duty[] = [];
  let columns: Map<number, Column> | null = null;
  let table = -1;
  for (let i = 0; i < cells.length; ) {
    const { block } = cells[i] as Line;
    let next = i;
    while (next < cells.length && sameRow((cells[next] as Line).block, block)) next++;
    const row = cells.slice(i, next);
    i = next;
    if (block.table !== table) {
      table = block.table ?? -1;
      columns = null;
    }
    const header = headerOf(folded, row);
    if (header) columns = header;
    else if (columns) {
      const duty = rowDuty(input, folded, row, columns);
      if (duty) duties.push(duty);
    }
  }
  return duties;
}

function sameRow(a: Block, b: Block): boolean {
  return a.table === b.table && a.row === b.row;
}

/** The meaning of the columns, where this row is a header that names who leads or by when. */
function headerOf(folded: Folded, row: readonly Line[]): Map<number, Column> | null {
  const columns = new Map<number, Column>();
  for (const { start, end, block } of row) {
    const words = folded.text.slice(start, end);
    if (words.length > 14) return null;
    const column = HEADERS.find(([, pattern]) => pattern.test(words));
    if (column) columns.set(block.col ?? 0, column[0]);
  }
  const kinds = [...columns.values()];
  return kinds.includes('lead') || (kinds.includes('due') && kinds.includes('task')) ? columns : null;
}

function rowDuty(
  input: Input,
  folded: Folded,
  row: readonly Line[],
  columns: Map<number, Column>,
): Duty | null {
  const roles: Roles = { lead: [], support: [], due: null };
  let task: Line | null = null;
  for (const line of row) {
    const column = columns.get(line.block.col ?? 0);
    if (column === 'lead' || column === 'support') {
      addNames(folded.text, splitNames(folded.text, line.start, line.end), column, roles);
    } else if (column === 'due') roles.due = { start: line.start, end: line.end };
    // Of 重点任务 and 具体工作 the longer one says what is to be done.
    else if (column === 'task' && (!task || line.end - line.start >= task.end - task.start)) task = line;
  }
  if (roles.lead.length + roles.support.length === 0) return null;
  const first = row[0] as Line;
  const last = row[row.length - 1] as Line;
  return {
    ...unfold(folded, first.start, last.end),
    lead: namesOf(input.text, folded, roles.lead),
    support: namesOf(input.text, folded, roles.support),
    due: roles.due ? spanText(input, folded, roles.due.start, roles.due.end) : null,
    task: task ? unfold(folded, task.start, task.end) : null,
  };
}

function spanText(input: Input, folded: Folded, start: number, end: number): string {
  const place = unfold(folded, start, end);
  return input.text.slice(place.start, place.end);
}
