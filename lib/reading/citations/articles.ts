import { numberOf } from '../outline/labels.ts';
import type { Line } from '../outline/lines.ts';
import type { Slices } from '../slices.ts';

/** 第X条第Y款第Z项 and what is joined to it: 第三条、第五条第二款. */
const N = '[一二三四五六七八九十百零〇\\d]{1,6}';
const PLACE = `第${N}(?:条|章|节)(?:之[一二三四五六七八九十])?(?:第${N}款)?(?:第\\(?${N}\\)?项)?(?:第${N}目)?`;
const CITED = new RegExp(
  `^${PLACE}(?:(?:、|和|及|或者?|至|以及|-)${PLACE.replace('(?:条|章|节)', '(?:条|款|项|章|节)')})*`,
);

/** The article that is cited right behind a title (and its bracket), verbatim; null where none is. */
export function articleAfter(text: string, end: number): { article: string; end: number } | null {
  const bracket =
    /^\((?:[^()〔〕\n]|〔[^〔〕\n]{0,8}〕){1,90}\)/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
  const found = CITED.exec(text.slice(end + bracket, end + bracket + 120));
  return found ? { article: found[0], end: end + bracket + found[0].length } : null;
}

/** A reference to a place of the document itself. Folded offsets. */
export interface InnerReference {
  start: number;
  end: number;
  article: string;
  to: { start: number; end: number } | null;
}

const REFERENCE = new RegExp(
  `(本(?:办法|条例|规定|细则|规则|规程|章程|法|决定|意见|方案|通知|措施|政策|准则|标准|制度))?(${PLACE})|(前|本)(?:[一二两三四五])?(条|款|项)(?:第${N}款)?(?:第\\(?${N}\\)?项)?|附[件表录]([一二三四五六七八九十]{1,2}|\\d{1,2})(?!\\d)`,
  'g',
);
/**
 * Finds the next place that may be a reference, for ascending offsets. One for all documents of a text, since
 * it remembers what it found: the search from a document without any goes on to the end of the text.
 */
export function referenceFinder(text: string): (from: number) => RegExpExecArray | null {
  let found: RegExpExecArray | null | undefined;
  return (from) => {
    if (found === undefined || (found && found.index < from)) {
      // Others may have used the pattern during a pause.
      REFERENCE.lastIndex = from;
      found = REFERENCE.exec(text);
    }
    return found;
  };
}

/** Before a bare 第X条: the end of another document's name. */
const ANOTHER = /[》)〕]$|(?:法|典|条例|办法|规定|细则|决定|规则|意见|通知|公约|准则)(?:的|中)?$/;
const JOINED = /^(?:、|和|及|或者?|至|以及|,|与)$/;
/** A sentence that changes another document's articles speaks of those, not of its own. */
const CHANGING = /修改为|改为|删去|删除|增加(?:一|二|两|三)[条款项]|作为第|中的“/;

/** An article of the document: its heading and the lines down to the next one. Indexes into the lines. */
interface Article {
  number: number;
  first: number;
  last: number;
}

/** References that are read between two pauses. */
const A_SLICE = 200;

/**
 * Finds references inside one document: 本办法第十一条, 第三条第二款, 前款, 附件2.
 *
 * @param lines the document's lines
 * @param next finds the next reference in the whole text, see `referenceFinder`
 * @param taken whether a folded offset lies in what another document's citation has taken
 * @param annexes places of the attachments by number
 * @returns only references whose place was found; linear time
 */
export function* findInner(
  text: string,
  lines: readonly Line[],
  next: (from: number) => RegExpExecArray | null,
  taken: (offset: number) => boolean,
  annexes: ReadonlyMap<number, { start: number; end: number }>,
): Slices<InnerReference[]> {
  const articles = articlesOf(text, lines);
  const byNumber = new Map(articles.map((article) => [article.number, article]));
  const inside = insideFinder(text, lines);
  const references: InnerReference[] = [];
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last) return references;
  let index = 0;
  let current = 0;
  let changing = false;
  let previousEnd = -1;
  let previousOwn = false;
  let seen = 0;
  yield;
  for (let end = first.start; ; ) {
    const match = next(end);
    if (!match || match.index >= last.end) break;
    const start = match.index;
    end = start + match[0].length;
    if (++seen % A_SLICE === 0) yield;
    const [, self, place, near, unit, annex] = match;
    if (start >= (lines[index] as Line).end) {
      while (index + 1 < lines.length && (lines[index] as Line).end <= start) index++;
      changing = false;
      previousEnd = -1;
    }
    const line = lines[index] as Line;
    while (current + 1 < articles.length && (articles[current] as Article).last < index) current++;
    // The heading itself; a line that changes articles is read once, at its first reference.
    if (start === line.start && !self && !near) continue;
    if (previousEnd < 0) changing = CHANGING.test(text.slice(line.start, line.end));
    const joined = previousEnd >= 0 && JOINED.test(text.slice(previousEnd, start));
    const before = text.slice(Math.max(line.start, start - 8), start);
    const own: boolean = self ? true : joined ? previousOwn : !ANOTHER.test(before) && !taken(start);
    previousEnd = end;
    previousOwn = own;
    if (!own || changing) continue;
    let to: InnerReference['to'] = null;
    if (place) to = placeOf(lines, inside, (number) => byNumber.get(number), place);
    else if (annex) to = annexes.get(numberOf(annex)) ?? null;
    else if (near && unit) to = nearPlace(lines, inside, articles, current, index, near, unit, match[0]);
    if (to) references.push({ start, end, article: match[0], to });
  }
  return references;
}

const ARTICLE = new RegExp(`^第(${N})条`);

function articlesOf(text: string, lines: readonly Line[]): Article[] {
  const articles: Article[] = [];
  lines.forEach((line, index) => {
    if (text.charAt(line.start) !== '第') return;
    const head = ARTICLE.exec(text.slice(line.start, line.start + 10));
    if (
      !head ||
      /^(?:的|规定|第|、|和|至|中|所)/.test(
        text.slice(line.start + head[0].length, line.start + head[0].length + 2),
      )
    )
      return;
    const before = articles[articles.length - 1];
    if (before) before.last = index - 1;
    articles.push({ number: numberOf(head[1] ?? ''), first: index, last: lines.length - 1 });
  });
  return articles;
}

const spanOf = (line: Line) => ({ start: line.start, end: line.end });

/** What an article holds: the paragraphs (款) among its first lines, and its items (项) by number. */
interface Inside {
  paragraphs: Line[];
  items: Map<number, Line[]>;
}

/** Read once for each article, however many references point into it. */
function insideFinder(text: string, lines: readonly Line[]): (article: Article) => Inside {
  const known = new Map<Article, Inside>();
  return (article) => {
    const before = known.get(article);
    if (before) return before;
    const inside = { paragraphs: paragraphs(text, lines, article), items: items(text, lines, article) };
    known.set(article, inside);
    return inside;
  };
}

/** An article's paragraphs are told by their number only among so many lines. */
const MOST_PARAGRAPHS = 60;

/** 款 are the lines that are no items; a heading alone on its line is none. */
function paragraphs(text: string, lines: readonly Line[], article: Article): Line[] {
  const found: Line[] = [];
  for (let i = article.first; i <= article.last && i < article.first + MOST_PARAGRAPHS; i++) {
    const line = lines[i] as Line;
    const body = text.slice(line.start, Math.min(line.end, line.start + 40));
    if (i === article.first && /^第[^()]{1,7}条(?:\([^()]*\))?$/.test(body)) continue;
    if (/^第[^条]{1,6}[章节]/.test(body)) break;
    if (!/^\([一二三四五六七八九十\d]{1,3}\)/.test(body)) found.push(line);
  }
  return found;
}

function items(text: string, lines: readonly Line[], article: Article): Map<number, Line[]> {
  const found = new Map<number, Line[]>();
  for (let i = article.first; i <= article.last; i++) {
    const line = lines[i] as Line;
    if (text.charAt(line.start) !== '(') continue;
    const label = /^\(([一二三四五六七八九十\d]{1,3})\)/.exec(text.slice(line.start, line.start + 6));
    if (!label) continue;
    const number = numberOf(label[1] ?? '');
    const same = found.get(number);
    if (same) same.push(line);
    else found.set(number, [line]);
  }
  return found;
}

const PARTS = new RegExp(`^第(${N})条(?:之.)?(?:第(${N})款)?(?:第\\(?(${N})\\)?项)?`);

function placeOf(
  lines: readonly Line[],
  inside: (article: Article) => Inside,
  articleOf: (number: number) => Article | undefined,
  place: string,
): InnerReference['to'] {
  const parts = PARTS.exec(place);
  if (!parts) return null;
  const article = articleOf(numberOf(parts[1] ?? ''));
  if (!article) return null;
  const heading = lines[article.first] as Line;
  const [, , clause, item] = parts;
  if (!clause && !item) return spanOf(heading);
  const { paragraphs: all, items: numbered } = inside(article);
  const paragraph = all[clause ? numberOf(clause) - 1 : 0];
  if (!item) return spanOf(paragraph ?? heading);
  const after = (paragraph ?? heading).start;
  // Few are passed over: a paragraph is one of the article's first lines.
  const line = numbered.get(numberOf(item))?.find((each) => each.start > after);
  return spanOf(line ?? heading);
}

function nearPlace(
  lines: readonly Line[],
  inside: (article: Article) => Inside,
  articles: readonly Article[],
  current: number,
  index: number,
  near: string,
  unit: string,
  whole: string,
): InnerReference['to'] {
  const here = articles[current];
  if (!here || index < here.first) return null;
  if (unit === '条') {
    if (near === '本') return placeOf(lines, inside, () => here, `第${here.number}条${whole.slice(2)}`);
    const before = articles[current - 1];
    return before ? spanOf(lines[before.first] as Line) : null;
  }
  const line = lines[index] as Line;
  if (near === '本') return spanOf(line);
  if (unit !== '款') return index > here.first ? spanOf(lines[index - 1] as Line) : null;
  let paragraph: Line | null = null;
  for (const each of inside(here).paragraphs) if (each.start < line.start) paragraph = each;
  return paragraph && spanOf(paragraph);
}
