/** A line that holds something, without the white space and the list bullet around it. */
export interface Line {
  start: number;
  end: number;
  /** The text from `start` to `end`. */
  body: string;
  /** How far the line is indented, and how wide it is in columns: a Chinese character counts two. */
  indent: number;
  columns: number;
  bullet: boolean;
  /** Empty lines before it. */
  gap: number;
  /** The cells of a line that is cut by tabs; an empty cell has no entry. */
  cells: { start: number; end: number; col: number }[] | null;
}

const BREAK = /\r\n|[\n\r\f\u2028\u2029]/g;
const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/;
/** Indents of a page that was saved without decoding its entities. */
const ENTITY = /&(?:#8195|#8194|#12288|#160|emsp|ensp|nbsp);/y;
const BULLET = /[-*•●■◆▪◦➢√][ \t\u3000\u00a0]+/y;

/** Cuts a text into its lines; empty ones are left out. Linear time. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let gap = 0;
  BREAK.lastIndex = 0;
  for (;;) {
    const found = BREAK.exec(text);
    const to = found ? found.index : text.length;
    const line = trimmed(text, from, to, gap);
    if (line) {
      lines.push(line);
      gap = 0;
    } else gap++;
    if (!found) return lines;
    from = BREAK.lastIndex;
  }
}

function trimmed(text: string, from: number, to: number, gap: number): Line | null {
  const first = skipIndent(text, from, to);
  let end = to;
  while (end > first && BLANK.test(text.charAt(end - 1))) end--;
  if (end <= first) return null;
  BULLET.lastIndex = first;
  const bullet = BULLET.test(text) && BULLET.lastIndex < end;
  const start = bullet ? BULLET.lastIndex : first;
  return {
    start,
    end,
    body: text.slice(start, end),
    indent: first - from,
    columns: columnsOf(text, start, end),
    bullet,
    gap,
    cells: cellsOf(text, from, end),
  };
}

function skipIndent(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    ENTITY.lastIndex = i;
    if (BLANK.test(text.charAt(i))) i++;
    else if (text.charAt(i) === '&' && ENTITY.test(text)) i = ENTITY.lastIndex;
    else break;
  }
  return i;
}

/** Columns of a line, counted no further than a thousand: no hand-wrapped line is that long. */
function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end && columns < 1000; i++) columns += text.charCodeAt(i) > 0x2000 ? 2 : 1;
  return columns;
}

function cellsOf(text: string, from: number, end: number): Line['cells'] {
  const line = text.slice(from, end);
  if (!line.includes('\t')) return null;
  const cells: { start: number; end: number; col: number }[] = [];
  let at = from;
  line.split('\t').forEach((cell, col) => {
    const lead = cell.length - cell.trimStart().length;
    const size = cell.trim().length;
    if (size > 0) cells.push({ start: at + lead, end: at + lead + size, col });
    at += cell.length + 1;
  });
  // A tab that only indents a line makes no table.
  return cells.length > 1 ? cells : null;
}
