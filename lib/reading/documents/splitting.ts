import { titleKey } from '../citations/names.ts';
import { findNumbers } from '../citations/numbers.ts';
import type { Line } from '../outline/lines.ts';
import { isNamed, issuedName } from './names.ts';
import { isTitle, roleOf } from './roles.ts';

/** One page holds no more documents than this that are worth telling apart. */
const MOST = 500;
/** A numbered part or a paragraph: a document that has one has begun in earnest. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十\d]{1,4}[章条]|[一二三四五六七八九十]{1,3}、|[(〔][一二三四五六七八九十]{1,3}[)〕])/;

/** Where a document begins, and whether it is an article about documents. */
export interface Start {
  line: number;
  news: boolean;
}

/**
 * Finds where the documents of a text begin: regulations that a decree republishes, the notices of a
 * gazette, the articles of a newsletter or a newspaper page.
 *
 * @param lines the folded lines
 * @param about the text as a whole is no document itself
 * @returns ascending indexes into the lines, the first one 0; linear time
 */
export function findStarts(text: string, lines: readonly Line[], about: boolean): Start[] {
  const news = new Set(about ? [...startsInContents(text, lines), ...startsOfNews(text, lines)] : []);
  const starts = new Set([0, ...news, ...startsOfDocuments(text, lines)]);
  return [...starts]
    .sort((a, b) => a - b)
    .slice(0, MOST)
    .map((line) => ({ line, news: line > 0 && news.has(line) }));
}

const textOf = (text: string, line: Line) => text.slice(line.start, line.end);
const lengthOf = (line: Line) => line.end - line.start;

/** Regulations with their line of promulgation, and notices or orders with a number of their own. */
function startsOfDocuments(text: string, lines: readonly Line[]): number[] {
  const starts: number[] = [];
  let begun = isPeriodical(text, lines);
  let numbers = new Set<string>();
  let issued: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const first = text.charCodeAt(line.start);
    const short = lengthOf(line) <= 60;
    let start = -1;
    if ((first === 0x28 || first === 0x3014) && i > 0 && lengthOf(line) <= 1200) {
      start = promulgatedTitle(text, lines, i, issued);
    } else if (short && text.charCodeAt(line.end - 1) === 0x53f7)
      start = numberedStart(text, lines, i, numbers);
    if (start > 0 && begun && start > (starts[starts.length - 1] ?? 0)) {
      starts.push(start);
      begun = false;
      issued = null;
      numbers = new Set();
    }
    if (short && text.charCodeAt(line.end - 1) === 0x53f7) {
      const number = findNumbers(textOf(text, line))[0];
      if (number) numbers.add(number.value);
    }
    if (!begun && lengthOf(line) > 40)
      issued ??= issuedName(text.slice(line.start, Math.min(line.end, line.start + 300)));
    begun ||=
      NUMBERED.test(text.slice(line.start, line.start + 8)) ||
      (lengthOf(line) > 80 && i > (starts[starts.length - 1] ?? 0) + 4);
  }
  return starts;
}

/** A gazette or collection: its own name stands above the first document. */
function isPeriodical(text: string, lines: readonly Line[]): boolean {
  return lines
    .slice(0, 6)
    .some((line) => lengthOf(line) < 40 && /第\d{1,4}期|(?:公报|汇编|选编)$/.test(textOf(text, line)));
}

/** The title above a line such as （2014年1月11日…令第12号公布 根据…修正）, unless it is what the decree before it issues. */
function promulgatedTitle(text: string, lines: readonly Line[], at: number, issued: string | null): number {
  const line = lines[at] as Line;
  const above = lines[at - 1] as Line;
  const title = textOf(text, above);
  if (!isTitle(title) || roleOf(title) !== 'title') return -1;
  const facts = text.slice(line.start, Math.min(line.end, line.start + 160));
  if (!/(?:19|20)\d\d年/.test(facts) || !/公布|发布|通过|批准|修正|修订|施行|颁布/.test(facts)) return -1;
  return issued && isNamed(title, issued) ? -1 : at - 1;
}

/** A number other than the document's own, with a title beside it and somebody addressed or a paragraph below. */
function numberedStart(text: string, lines: readonly Line[], at: number, known: ReadonlySet<string>): number {
  const role = roleOf(textOf(text, lines[at] as Line));
  if (role !== 'number' && role !== 'serial') return -1;
  let first = at;
  while (first > 0 && at - first < 8) {
    const above = roleOf(textOf(text, lines[first - 1] as Line));
    if (above !== 'title' && above !== 'issuer' && above !== 'order') break;
    first--;
  }
  const order = lines.slice(first, at).some((line) => roleOf(textOf(text, line)) === 'order');
  if (role === 'serial' && !order) return -1;
  if (role === 'number') {
    const number = findNumbers(textOf(text, lines[at] as Line))[0];
    if (!number || known.has(number.value)) return -1;
  }
  let titled = first < at;
  for (let i = at + 1; i < Math.min(lines.length, at + 6); i++) {
    const body = textOf(text, lines[i] as Line);
    const below = roleOf(body);
    if (below === 'addressee' || below === 'numbered' || body.length > 50) return titled ? first : -1;
    if (below === 'title') titled = true;
    else if (below !== 'date' && below !== 'issuer' && below !== 'promulgated' && below !== 'other')
      return -1;
  }
  return -1;
}

const LEADER = /[·.…\-_\s]*[(〔]?\d{1,4}[)〕]?$/;

/** Where a table of contents stands, the lines that repeat its entries, and what is laid out as they are. */
function startsInContents(text: string, lines: readonly Line[]): number[] {
  const contents = lines.slice(0, 80).findIndex((line) => /^目录:?$/.test(textOf(text, line)));
  if (contents < 0) return [];
  const entries = new Set<string>();
  let end = contents + 1;
  for (; end < lines.length; end++) {
    const body = textOf(text, lines[end] as Line);
    const entry = body.replace(LEADER, '');
    // The contents end where the first entry stands again, as a headline.
    if (body.length > 160 || entries.has(titleKey(body))) break;
    if (entry !== body && entry.length > 5) entries.add(titleKey(entry));
  }
  const starts: number[] = [];
  for (let i = end; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (lengthOf(line) > 140) continue;
    if (entries.has(titleKey(textOf(text, line)))) starts.push(i);
    // Entries are shortened and misprinted; a headline above a paragraph looks the same.
    else if (
      starts.length > 2 &&
      isHeadline(text, line) &&
      isParagraph(text, lines[i + 1]) &&
      isParagraph(text, lines[i - 1])
    )
      starts.push(i);
  }
  return starts;
}

function isParagraph(text: string, line: Line | undefined): boolean {
  return line !== undefined && lengthOf(line) > 50 && /。/.test(textOf(text, line));
}

const BYLINE = /^(?:本报讯|本报记者|新华社|本刊记者|记者)/;

/** The articles of a newspaper page: short lines above a by-line, or above 本报讯. */
function startsOfNews(text: string, lines: readonly Line[]): number[] {
  const starts: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    const char = text.charAt(line.start);
    if (char !== '本' && char !== '新' && char !== '记') continue;
    const body = text.slice(line.start, Math.min(line.end, line.start + 40));
    if (!BYLINE.test(body) || (!body.startsWith('本报讯') && lengthOf(line) > 30)) continue;
    // 新华社 and a name alone stand below a picture.
    if (body.startsWith('新华社') && !isParagraph(text, lines[i + 1])) continue;
    let first = i;
    while (first > 0 && i - first < 5 && isHeadline(text, lines[first - 1] as Line)) first--;
    if (first < i && first > (starts[starts.length - 1] ?? -1) && !sameArticle(text, lines, first, starts))
      starts.push(first);
  }
  return starts;
}

function isHeadline(text: string, line: Line): boolean {
  const length = lengthOf(line);
  if (length < 4 || length > 64) return false;
  const body = textOf(text, line);
  return !/[。;,:!?)〕]$/.test(body) && !/^[(〔]/.test(body) && !BYLINE.test(body) && !NUMBERED.test(body);
}

/** 本报记者 and 本报讯 stand above one article: no sentence has ended since the last start. */
function sameArticle(
  text: string,
  lines: readonly Line[],
  first: number,
  starts: readonly number[],
): boolean {
  const last = starts[starts.length - 1];
  if (last === undefined) return false;
  for (let i = last; i < first; i++) if (textOf(text, lines[i] as Line).includes('。')) return false;
  return true;
}
