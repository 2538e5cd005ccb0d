import { type Folded, printed, unfold } from './fold.ts';
import { type Label, mayBeLabel, readLabel } from './outline/labels.ts';
import { type Leveled, setLevels } from './outline/levels.ts';
import { type Line, linesOf } from './outline/lines.ts';
import { titleIn } from './outline/titles.ts';
import { finish, type Slices } from './slices.ts';
import type { Input, OutlineItem, Span } from './types.ts';

interface Heading extends Leveled {
  item: OutlineItem;
  label: Label;
  line: number;
  place: Span;
}

/** What may stand before a number: list bullets, Markdown signs, entities that were never decoded. */
const ORNAMENT = /^(?:[-*#>•·●■◆○▲★\ufeff]|&(?:#\d{2,5}|[a-z]{2,6});)+/;
const OPENING_BRACKET = 0x28;
/** The dots between a title and its page in a table of contents. */
const LEADER = /(?:\.{3,}|…+|·{3,})-?\(?\d{0,4}\)?$/;
/** What such a line can end in. */
const LEADER_END = '.…·-()0123456789';
/** Longest label with its ornaments, and the start of its title, in folded units. */
const HEAD = 96;

/**
 * Finds the numbered headings and items of a text: 编、章、节、条, 一、 （一） 1. （1） ①, decimal numbers, and
 * the headings of attachments. Only at the start of a block, or after a sentence's end where line
 * breaks were lost; never in running text.
 *
 * @param input text and blocks
 * @param folded the same text, folded
 * @returns headings in text order; `start` to `end` is number and title. Linear time.
 */
export function findOutline(input: Input, folded: Folded): OutlineItem[] {
  return finish(outlineSlices(input, folded));
}

/** Lines that are read between two pauses. */
const A_SLICE = 400;

/** `findOutline` with pauses. */
export function* outlineSlices(input: Input, folded: Folded): Slices<OutlineItem[]> {
  const lines = linesOf(folded, input.blocks);
  const headings: Heading[] = [];
  const ordinals = seeker(folded.text, '第');
  for (let index = 0; index < lines.length; index++) {
    if (index % A_SLICE === 0) yield;
    readLine(input.text, folded, lines[index] as Line, index, ordinals, headings);
  }
  yield;
  addTitlesBelow(input.text, folded, lines, headings);
  // `1 总则` counts only in a text that goes on with 1.1.
  const decimals = headings.some((heading) => heading.kind === 'decimal2');
  const kept = withoutContents(headings, lines).filter((heading) => decimals || !heading.label.bare);
  setLevels(kept);
  return kept.map((heading) => {
    const { start, end } = unfold(folded, heading.place.start, heading.place.end);
    return { ...heading.item, start, end, level: heading.level };
  });
}

/** Reads a line's own heading, and those that follow it in the line after a lost line break. */
function readLine(
  source: string,
  folded: Folded,
  line: Line,
  index: number,
  ordinals: (from: number) => number,
  headings: Heading[],
): void {
  const { text } = folded;
  let start = line.start;
  const first = text.charCodeAt(start);
  const ornament =
    (first < 0x30 && first !== OPENING_BRACKET) || (first >= 0x2000 && first < 0x3000) || first === 0x3e
      ? ORNAMENT.exec(text.slice(start, Math.min(line.end, start + 40)))
      : null;
  if (ornament) start += ornament[0].length;
  const heading = start < line.end ? headingAt(source, folded, line, index, start) : null;
  if (heading) headings.push(heading);
  else if (line.end - line.start < 12) return;
  if (line.block.kind === 'cell') return;
  // 第一章 总则 第一条 …。第二条 …: a number in running text is none, unless white space follows it.
  for (let at = ordinals(start + 2); at < line.end; at = ordinals(at + 1)) {
    const title = heading && at === heading.place.end;
    if (!title && !'。!?”'.includes(text.charAt(at - 1))) continue;
    const next = headingAt(source, folded, line, index, at);
    if (next && /[章节条]$/.test(next.item.label) && blankAt(folded, at + next.label.length))
      headings.push(next);
  }
}

function headingAt(source: string, folded: Folded, line: Line, index: number, start: number): Heading | null {
  if (!mayBeLabel(folded.text.charAt(start))) return null;
  const head = folded.text.slice(start, Math.min(line.end, start + HEAD));
  const label = readLabel(head, (units) => start + units < line.end && blankAt(folded, start + units));
  if (!label) return null;
  const outer = isOuter(label);
  // A cell that starts with a number is a row of a table; with a chapter or article, a page laid out in one.
  if (line.block.kind === 'cell' && !outer && label.kind !== 'article') return null;
  if (LEADER_END.includes(head.charAt(head.length - 1)) && LEADER.test(head)) return null;
  let rest = head.slice(label.length);
  if (outer) {
    const article = rest.search(/第[一二三四五六七八九十\d]{1,4}[章节条]/);
    if (article >= 0) rest = rest.slice(0, article);
    if (rest.length > 40 || /[,。;]/.test(rest)) return null;
  }
  const [from, to] = titleIn(rest, label);
  const base = start + label.length;
  const closing = label.kind === 'article' && from === 1 ? 1 : 0;
  return {
    kind: label.kind,
    number: label.number,
    level: 0,
    label,
    line: index,
    place: { start, end: base + to + (to > 0 ? closing : 0) },
    item: {
      start: 0,
      end: 0,
      level: 0,
      label: label.label,
      title: titleText(source, folded, base + from, base + to),
    },
  };
}

/** Whether the original text has white space right before this folded unit. */
function blankAt(folded: Folded, unit: number): boolean {
  return (folded.at[unit] ?? 0) - (folded.at[unit - 1] ?? 0) > 1;
}

/** A title as one reads it: spaces only between Latin words and numbers. */
function titleText(source: string, folded: Folded, from: number, to: number): string {
  let title = '';
  let piece = from;
  for (let i = from + 1; i < to; i++) {
    if (!blankAt(folded, i) || !/^\w\w$/.test(folded.text.slice(i - 1, i + 1))) continue;
    title += `${printed(source, folded, piece, i)} `;
    piece = i;
  }
  return title + printed(source, folded, piece, to);
}

/** `indexOf` that remembers its last answer, so that asking line by line stays linear over the whole text. */
function seeker(text: string, char: string): (from: number) => number {
  let last = -1;
  return (from) => {
    if (last < from) last = text.indexOf(char, from);
    if (last < 0) last = text.length;
    return last;
  };
}

/** 第一章 and 附件1 alone on a line have their title on the next. */
function addTitlesBelow(
  source: string,
  folded: Folded,
  lines: readonly Line[],
  headings: readonly Heading[],
): void {
  const taken = new Set(headings.map((heading) => heading.line));
  for (const heading of headings) {
    if (heading.item.title || heading.kind === 'article') continue;
    if (!['part', 'chapter', 'section', 'attachment'].includes(heading.kind)) continue;
    const next = lines[heading.line + 1];
    if (!next || taken.has(heading.line + 1) || next.block.kind === 'cell') continue;
    if (next.end - next.start > 50 || /[,。;:]/.test(folded.text.slice(next.start, next.end))) continue;
    heading.item.title = titleText(source, folded, next.start, next.end);
    heading.place.end = next.end;
  }
}

function isOuter({ kind }: { kind: Label['kind'] }): boolean {
  return kind === 'part' || kind === 'chapter' || kind === 'section';
}

/** Leaves out a table of contents: chapters in a row with nothing between, named again later. */
function withoutContents(headings: readonly Heading[], lines: readonly Line[]): Heading[] {
  const last = new Map<string, number>();
  headings.forEach((heading, i) => {
    if (isOuter(heading)) last.set(heading.item.label + heading.item.title, i);
  });
  return headings.filter((heading, i) => {
    if (!isOuter(heading)) return true;
    const again = (last.get(heading.item.label + heading.item.title) ?? i) > i;
    const next = headings[i + 1];
    const bare = next && next.line === heading.line + 1 && next.kind !== 'article';
    const before = headings[i - 1];
    const end = before && before.line === heading.line - 1;
    return !(again && (bare || end) && lines.length > heading.line + 1);
  });
}
