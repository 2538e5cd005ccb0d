import { CsvError, parse } from 'csv-parse/sync';
import { RELATIONS } from '../../catalogue/facts.ts';
import type { FactsRows, Row } from './rows.ts';
import type { Complain } from './troubles.ts';

/**
 * The columns of a facts file in CSV, each under its English or its Chinese name, in any order; `id` alone
 * is needed. A cell that is empty is read from the text, one that holds `-` is known to be nothing. Lists are
 * divided by `;` or `；`. Relations stand in a column for each kind, as `《title》（number）`, `《title》` or an
 * id of the file; an extension with its end, as in `《title》至2029-06-20`. `named` holds anything where a
 * document has no text and is only named by others.
 */
const COLUMNS: Record<string, string[]> = {
  id: ['编号', '文件名'],
  title: ['标题', '题名'],
  noticeTitle: ['通知标题'],
  docNumber: ['文号', '发文字号'],
  otherTitles: ['其他标题', '别名'],
  otherNumbers: ['其他文号'],
  issuers: ['发文机关', '发布机关'],
  kind: ['文种'],
  issued: ['成文日期', '印发日期'],
  published: ['发布日期', '公布日期'],
  effective: ['施行日期', '生效日期'],
  expires: ['失效日期', '有效期至'],
  basis: ['依据'],
  repeals: ['废止'],
  amends: ['修改'],
  extends: ['延长'],
  attaches: ['附有'],
  interprets: ['解释'],
  cites: ['引用'],
  named: ['只知题名'],
};
const LISTS = new Set(['otherTitles', 'otherNumbers', 'issuers']);
const DAYS = new Set(['issued', 'published', 'effective', 'expires']);

interface CsvRecord {
  record: string[];
  raw: string;
  info: { lines: number };
}

/**
 * Reads a facts file in CSV.
 *
 * @param name what the file is called where something of it is told
 */
export function factsFromCsv(text: string, name: string, complain: Complain): FactsRows {
  let records: CsvRecord[];
  try {
    const options = { bom: true, info: true, raw: true, trim: true, relax_column_count: true };
    records = parse(text, { ...options, skip_empty_lines: true }) as unknown as CsvRecord[];
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? `:${error.lines}` : '';
    complain(`${name}${line}`, `is no CSV: ${error instanceof Error ? error.message : String(error)}`);
    return { asOf: null, rows: [] };
  }
  const [head, ...body] = records;
  if (!head) {
    complain(name, 'is empty');
    return { asOf: null, rows: [] };
  }
  const columns = head.record.map((word) => columnOf(word));
  head.record.forEach((word, k) => {
    if (columns[k] === null) complain(`${name}:1`, `no column is called ${word || '(nothing)'}`);
  });
  if (!columns.includes('id')) complain(`${name}:1`, 'there must be a column id (编号)');
  const rows = body
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map((one) => rowOf(one, columns, name, complain));
  return { asOf: null, rows };
}

function columnOf(word: string): string | null {
  const found = Object.entries(COLUMNS).find(([key, names]) => key === word || names.includes(word));
  return found?.[0] ?? null;
}

function rowOf(
  { record, raw, info }: CsvRecord,
  columns: readonly (string | null)[],
  name: string,
  complain: Complain,
): Row {
  // A record may run over several lines; the parser tells the last.
  const where = `${name}:${info.lines - (raw.trim().match(/\n/g)?.length ?? 0)}`;
  if (record.length > columns.length)
    complain(where, `has ${record.length} cells, but ${columns.length} columns`);
  const value: Record<string, unknown> = {};
  const relations: object[] = [];
  let hasRelations = false;
  columns.forEach((column, k) => {
    const cell = record[k] ?? '';
    if (column === null || column === 'named' || cell === '') return;
    if ((RELATIONS as readonly string[]).includes(column)) {
      hasRelations = true;
      if (cell !== '-') relations.push(...listOf(cell).map((one) => relationOf(column, one)));
    } else if (LISTS.has(column)) value[column] = cell === '-' ? [] : listOf(cell);
    else if (cell === '-') value[column] = null;
    else value[column] = DAYS.has(column) ? dayOf(cell) : cell;
  });
  if (hasRelations) value.relations = relations;
  const named = (record[columns.indexOf('named')] ?? '') !== '';
  return { named, value, at: () => where };
}

function listOf(cell: string): string[] {
  return cell
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** `《title》（number）至2029-06-20`, or an id. */
function relationOf(type: string, text: string): object {
  const [, what = text, until] = /^(.*?)\s*(?:至|until\s)\s*(\d[\d年月日./-]*)$/.exec(text) ?? [];
  const end = until ? { until: dayOf(until) } : {};
  const [, title, docNumber] = /^《(.+)》\s*(?:[（(](.+)[）)])?$/.exec(what) ?? [];
  if (title === undefined) return { type, id: what, ...end };
  return { type, title, ...(docNumber ? { docNumber } : {}), ...end };
}

/** A day as sheets write it: 2025/3/1, 2025-3-1, 2025年3月1日; anything else stays as it is and is refused. */
function dayOf(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}
