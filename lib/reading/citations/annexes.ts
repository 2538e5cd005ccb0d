import type { Line } from '../outline/lines.ts';

/** An attachment that a document lists or holds, by its title. Folded offsets of the title. */
export interface Annex {
  start: number;
  end: number;
  number: number;
  title: string;
}

const HEAD = /^附(?:件|表|录)?([一二三四五六七八九十]{1,2}|\d{1,2})?(?:[:.、]|$)/;
const ITEM = /^(\d{1,2}|[一二三四五六七八九十]{1,2})[.、](?!\d)/;
const FILE = /\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|et)$/i;
const COUNT = /[(〔]共\d+[^()〔〕]{0,4}[)〕]$/;

/**
 * Finds the list of attachments (附件：1.… 2.…, 附件1：…) and single ones (附件：…).
 *
 * @returns attachments in text order; linear time
 */
export function findAnnexes(text: string, lines: readonly Line[]): Annex[] {
  const annexes: Annex[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (text.charAt(line.start) !== '附' || line.end - line.start > 300) continue;
    const body = text.slice(line.start, line.end);
    const head = HEAD.exec(body);
    if (!head) continue;
    const at = head[0].length;
    const number = head[1] ? numeral(head[1]) : 0;
    if (at === body.length) {
      // 附件： alone, with the list below; 附件1 alone is the attachment itself, with its title below.
      if (body.endsWith(':')) i = readItems(text, lines, i + 1, annexes);
      continue;
    }
    if (ITEM.test(body.slice(at))) {
      addItems(text, line.start + at, line.end, annexes);
      i = readItems(text, lines, i + 1, annexes);
    } else if (body.charAt(at - 1) === ':' || number > 0)
      add(text, line.start + at, line.end, number, annexes);
  }
  return annexes;
}

/** Reads the numbered lines from `first`; returns the index of the last one read. */
function readItems(text: string, lines: readonly Line[], first: number, annexes: Annex[]): number {
  let i = first;
  for (; i < lines.length && i < first + 60; i++) {
    const line = lines[i] as Line;
    if (line.end - line.start > 160) break;
    const body = text.slice(line.start, line.end);
    if (!ITEM.test(body) || /[。;]$/.test(body)) break;
    addItems(text, line.start, line.end, annexes);
  }
  return i - 1;
}

/** One or more items on a line: 1.名单 2.样表. */
function addItems(text: string, from: number, to: number, annexes: Annex[]): void {
  const body = text.slice(from, to);
  const starts = [...body.matchAll(/(?<![\d.])(\d{1,2})[.、](?!\d)/g)].filter(
    (m, i) => i === 0 || Number(m[1]) === i + 1,
  );
  if (starts.length === 0) starts.push(...([ITEM.exec(body)].filter(Boolean) as RegExpExecArray[]));
  starts.forEach((start, i) => {
    const begin = from + start.index + start[0].length;
    const end = i + 1 < starts.length ? from + (starts[i + 1]?.index ?? 0) : to;
    add(text, begin, end, numeral(start[1] ?? ''), annexes);
  });
}

function add(text: string, from: number, to: number, number: number, annexes: Annex[]): void {
  let end = to;
  let title = text
    .slice(from, end)
    .replace(/[。;,、]+$/, '')
    .replace(FILE, '')
    .replace(COUNT, '');
  const quoted = /^《([^《》]+)》$/.exec(title);
  let start = from;
  if (quoted?.[1]) {
    start = from + 1;
    title = quoted[1];
  }
  end = start + title.length;
  if (title.length < (number > 0 ? 2 : 4) || title.length > 90 || /[。;]|^(?:略|无|另发|见)/.test(title))
    return;
  annexes.push({ start, end, number, title });
}

function numeral(digits: string): number {
  if (/^\d+$/.test(digits)) return Number(digits);
  return '一二三四五六七八九十'.indexOf(digits.charAt(digits.length - 1)) + 1;
}
