import { oneLine } from '../citations/printed.ts';
import type { Line } from '../outline/lines.ts';
import type { Seen } from './head.ts';
import { bareTitle, isNamed, isNamedBy, issuedName, looseKey, wrappedName } from './names.ts';
import { isTitle } from './roles.ts';

/** What is known of a document's titles: as printed; `at` is the line of the main text's title. */
export interface Titles {
  title: string | null;
  noticeTitle: string | null;
  /** The line where the attached text begins; null where the document has none in this text. */
  attachedAt: number | null;
}

/** The lines of a document and their text. */
export interface Sheet {
  source: string;
  text: string;
  lines: readonly Line[];
}

/** A title in a page's first lines, over one line or more. */
interface Found {
  first: number;
  last: number;
  printed: string;
  folded: string;
}

/**
 * Finds the title of a document, and of the notice that issues it.
 *
 * @param head the document's first lines; `before` of them stand before its first paragraph
 */
export function findTitles(sheet: Sheet, head: readonly Seen[], before: number): Titles {
  const own = titleInHead(sheet, head, before);
  const names = issuedNames(own, head);
  const attached = names.length > 0 ? attachedTitle(sheet, names, own) : null;
  if (!attached) return { title: own?.printed ?? null, noticeTitle: null, attachedAt: null };
  const decree = head.slice(0, before).some((seen) => seen.role === 'order');
  const wrapper = own && wrappedName(own.folded) ? own.printed : null;
  return {
    title: attached.printed,
    noticeTitle: wrapper ?? (decree ? null : noticeElsewhere(sheet, names)),
    attachedAt: attached.first,
  };
}

/** The title among the lines before the first paragraph: the one above its promulgation, else the first. */
function titleInHead(sheet: Sheet, head: readonly Seen[], before: number): Found | null {
  // A notice above the promulgated text that it issues or passes on.
  const notice = head.slice(0, before).findIndex((seen) => seen.role === 'title' && isWrapper(seen.text));
  if (notice >= 0) return titleEndingAt(sheet, head, notice);
  const promulgated = head.findIndex((seen) => seen.role === 'promulgated');
  if (promulgated > 0) {
    const above = titleEndingAt(sheet, head, promulgated - 1);
    if (above) return above;
  }
  let letterhead: Found | null = null;
  for (let i = 0; i < before; i++) {
    if (head[i]?.role !== 'title') continue;
    const found = titleEndingAt(sheet, head, i);
    // 某某局公告 above 2025年第3号 is a letterhead; the title stands below the number.
    if (head[i + 1]?.role !== 'serial') return found;
    letterhead ??= found;
  }
  return letterhead;
}

function isWrapper(title: string): boolean {
  return wrappedName(title) !== null || /(?:转发|批转).*通知$/.test(title);
}

/** The title whose last line is `last`, with the lines above that belong to it. */
function titleEndingAt(sheet: Sheet, head: readonly Seen[], last: number): Found | null {
  if (head[last]?.role !== 'title') return null;
  let first = last;
  while (first > 0 && goesBefore(head, first)) first--;
  const lines = head.slice(first, last + 1);
  const printed = bareTitle(lines.map((seen) => printedLine(sheet.source, seen.line)).join(''));
  return { first, last, printed, folded: bareTitle(lines.map((seen) => seen.text).join('')) };
}

/** Whether the line above is the beginning of the same title. */
function goesBefore(head: readonly Seen[], at: number): boolean {
  const above = head[at - 1];
  const here = head[at];
  if (!above || !here) return false;
  if (above.role === 'other') {
    return !/关于/.test(here.text) && beginsAbove(head, at);
  }
  // One body above 关于…; more than one is a letterhead.
  if (above.role === 'issuer' && /^(?:关于|印发|转发)/.test(here.text)) {
    const more = head[at - 2]?.role;
    return more !== 'issuer' && above.text.length <= 40;
  }
  return false;
}

/** Lines of one title between its first and its last. */
const MOST_BETWEEN = 2;

/**
 * Whether a title's beginning stands above a line that goes on with it: 云岭省人民政府关于修改 / 《…》的决定,
 * cut in the middle, with no sign of an end; or with a line or two between that close nothing either.
 */
function beginsAbove(head: readonly Seen[], at: number): boolean {
  const last = head[at]?.text ?? '';
  for (let i = at - 1; i >= 0 && i >= at - 1 - MOST_BETWEEN; i--) {
    const line = head[i];
    if (line?.role !== 'other' || line.text.length > 60 || /[。:;!?]$/.test(line.text)) return false;
    if (/关于/.test(line.text)) return true;
    // 南渡市水务局对市政协五届二次会议 / 第12号提案的答复
    if (/答复$/.test(last) && /^[^,]{3,30}对/.test(line.text)) return true;
    if (!/[的和及与、]$/.test(line.text)) return false;
  }
  return false;
}

/**
 * A title without the blanks that only its layout gave it: between issuer and 关于, and where the text
 * elsewhere prints the same words without them.
 */
export function closeUp(sheet: Sheet, title: string): string {
  if (!title.includes(' ')) return title;
  let closed = title.replace(/ (?=关于|印发)/g, '').replace(/(?<=印发) (?=[《\u4e00-\u9fff])/g, '');
  const head = sheet.text.slice(sheet.lines[0]?.start ?? 0, (sheet.lines[0]?.start ?? 0) + 3000);
  for (let at = closed.indexOf(' '); at >= 0; at = closed.indexOf(' ', at + 1)) {
    // The words around the blank, as printed elsewhere in one run.
    const words = /[^\s《》]*$/.exec(closed.slice(0, at))?.[0].slice(-6) ?? '';
    const next = /^[^\s《》]*/.exec(closed.slice(at + 1))?.[0].slice(0, 6) ?? '';
    const start = sheet.source.indexOf(words + next, 0);
    if (words.length > 1 && next.length > 1 && start >= 0 && start < head.length + 4000) {
      closed = closed.slice(0, at) + closed.slice(at + 1);
    }
  }
  return closed;
}

export function printedLine(source: string, line: Line): string {
  return oneLine(source.slice(line.block.start, line.block.end));
}

const SEVERAL =
  /(?:[两二三四五六七八九十]|\d)[个件项部](?:规定|办法|文件|制度|规则|意见|方案|细则|标准|规范|目录|清单)$|等(?:文件|制度|办法|规定)$/;

/** The names that the notice's title and its first paragraphs give to the text they issue. */
function issuedNames(own: Found | null, head: readonly Seen[]): string[] {
  const names: string[] = [];
  const wrapped = own && wrappedName(own.folded);
  // Several texts at once, or another body's request passed on: the notice's own title names the whole.
  if ((wrapped && SEVERAL.test(wrapped)) || (own && /转发|批转/.test(own.folded))) return [];
  if (wrapped) names.push(wrapped);
  for (const seen of head) {
    const name = seen.role === 'other' || seen.role === 'addressee' ? issuedName(seen.text) : null;
    if (name) names.push(name);
  }
  return names;
}

function attachedTitle(sheet: Sheet, names: readonly string[], own: Found | null): Found | null {
  const from = own && wrappedName(own.folded) ? own.last + 1 : 0;
  const keys = new Map(names.map((name) => [name, looseKey(name)]));
  const named = (line: string) =>
    names.find((name) => sameStart(line, name) && isNamedBy(line, keys.get(name) ?? ''));
  for (let i = from; i < sheet.lines.length; i++) {
    const line = sheet.lines[i] as Line;
    if (line.end - line.start > 140) continue;
    const body = sheet.text.slice(line.start, line.end);
    if (/^附[件表录]/.test(body)) continue;
    const name = named(body);
    const whole = name !== undefined && keys.get(name) === looseKey(body);
    const alone =
      name && isTitle(body) && !body.startsWith('《')
        ? { first: i, last: i, printed: bareTitle(printedLine(sheet.source, line)), folded: body }
        : null;
    if (alone && whole) return alone;
    // Laid out over two lines.
    const next = sheet.lines[i + 1];
    const below = next && next.end - next.start <= 60 ? sheet.text.slice(next.start, next.end) : '';
    if (!below || body.length > 60 || /[)〕。:]$/.test(body) || (alone && !/^[(〔]/.test(below))) {
      if (alone) return alone;
      continue;
    }
    const both = body + below;
    if (named(both) !== undefined && isTitle(both)) {
      const printed = printedLine(sheet.source, line) + printedLine(sheet.source, next as Line);
      return { first: i, last: i + 1, printed: bareTitle(printed), folded: both };
    }
    if (alone) return alone;
  }
  return null;
}

/** A cheap test before the keys are made: the two share a letter early on. */
function sameStart(line: string, name: string): boolean {
  return line.length > 4 && (line.includes(name.slice(1, 4)) || name.includes(line.slice(2, 5)));
}

/** Where the notice's own title is not above it: in a list of downloads below the text. */
function noticeElsewhere(sheet: Sheet, names: readonly string[]): string | null {
  for (const line of sheet.lines) {
    if (line.end - line.start > 160 || line.end - line.start < 12) continue;
    const body = bareTitle(sheet.text.slice(line.start, line.end));
    if (!body.endsWith('的通知') && !body.endsWith('的公告')) continue;
    const name = wrappedName(body);
    if (name && names.some((each) => isNamed(name, each))) return bareTitle(printedLine(sheet.source, line));
  }
  return null;
}
