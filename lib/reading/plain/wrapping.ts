import type { Line } from './lines.ts';

/** What begins a new paragraph: a numbered heading, article or item, or a note under the text. */
export const NUMBERED =
  /^(?:第\s*[一二三四五六七八九十百零〇\d]{1,6}\s*[章节条编部篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|\d{1,3}(?:[、）)]|[.．](?!\d))|\d{1,2}\.\d{1,2}(?!\d|[%％])|[①-⑳]|附[件表录]|注[：:]|[一二三四五六七八九十]是)/;

const STOPS = /[。！？；：!?;:]["”’」』）)】\]》〕]*$/;
const COMMA = /[，、,—]$/;
/** A line that can't go on: a date, a page number, a number of the document. */
const ALONE =
  /^(?:[（(]?\s*[\d〇○一二三四五六七八九十\s]{4,12}年[\d一二三四五六七八九十\s]{1,5}月[\d一二三四五六七八九十\s]{1,5}日\s*[）)]?|[-—－–\s]*\d{1,4}[-—－–\s]*|第\s*\d+\s*页.*|\S{1,14}\s*[〔［[（(【]\s*\d{4}\s*[〕］\]）)】]\s*第?\s*\d+\s*号)$/;
/** 财　政　厅: spaced out to fill its line. */
const LETTER_SPACED = /^(?:\S\s+){3}/;
const BROKEN_DATE = /[\d年月至]\s*$/;
const DATE_GOES_ON = /^\d{0,4}\s*[年月日]/;
const DOCUMENT_WORD =
  /(?:通知|意见|办法|规定|条例|方案|规划|计划|细则|公告|通告|通报|决定|措施|批复|复函|函|命令|纲要|要点|纪要|报告|目录|清单|规则|准则|标准|政策|决议)(?:\s*[（(][^（()）]{1,12}[）)])?$/;

/**
 * The width at which the text's lines were broken by hand or by a PDF, in columns.
 *
 * @returns 0 where lines are paragraphs: some line is longer than any page is wide, or too few of the
 *   longest ones break off in the middle of a sentence
 */
export function wrapWidth(lines: readonly Line[]): number {
  let widest = 0;
  for (const line of lines) {
    if (!line.cells && line.columns > widest && !LETTER_SPACED.test(line.body)) widest = line.columns;
  }
  if (widest < 30 || widest > 130) return 0;
  let full = 0;
  let broken = 0;
  for (const line of lines) {
    if (line.columns < widest * 0.85 || line.columns > widest) continue;
    full++;
    if (!STOPS.test(line.body)) broken++;
  }
  return full > 1 && broken > full / 2 ? widest : 0;
}

/**
 * Whether a line goes on in the next one, so that the two are one paragraph.
 *
 * @param line the line, `next` the one after it
 * @param width what `wrapWidth` said of the text
 * @param length how long the paragraph is already
 */
export function goesOn(line: Line, next: Line, width: number, length: number): boolean {
  if (next.cells || next.bullet || next.gap > 2) return false;
  const a = line.body;
  const b = next.body;
  if (NUMBERED.test(b) || STOPS.test(a.slice(-8)) || ALONE.test(a) || ALONE.test(b)) return false;
  if (openTitle(a) && closesTitle(b)) return true;
  if (COMMA.test(a) && length > 8) return true;
  // A long sentence that breaks off was cut at the end of a column or a page.
  const prose = /[，。,]/.test(a) && !/[）)]$/.test(a);
  if (prose && length >= 40 && /[，。；,;]/.test(b.slice(0, 200))) return true;
  if (next.gap > 0) return false;
  if (BROKEN_DATE.test(a.slice(-8)) && DATE_GOES_ON.test(b)) return true;
  if (wholeTitle(a) || LETTER_SPACED.test(a)) return false;
  if (width > 0 && line.columns >= width * 0.85 && next.indent <= line.indent + 1) return true;
  return wrappedTitle(a, b);
}

/** A title that says what it is about and what it is: nothing of it is left for the next line. */
function wholeTitle(a: string): boolean {
  return a.length <= 100 && /关于/.test(a) && DOCUMENT_WORD.test(a) && !/[。，；]/.test(a);
}

/** A 《 without its 》. */
function openTitle(a: string): boolean {
  return a.lastIndexOf('《') > a.lastIndexOf('》');
}

/** A 》 that comes before any 《, within the length of a title. */
function closesTitle(b: string): boolean {
  const close = b.indexOf('》');
  const open = b.indexOf('《');
  return close >= 0 && close < 80 && (open < 0 || close < open);
}

/** A document's title laid out over two lines: it says 关于 and only the second line says what it is. */
function wrappedTitle(a: string, b: string): boolean {
  return (
    a.length <= 50 &&
    b.length <= 50 &&
    /关于/.test(a) &&
    !/[。，；]/.test(a) &&
    !/[。，；：]/.test(b) &&
    !DOCUMENT_WORD.test(a) &&
    DOCUMENT_WORD.test(b)
  );
}
