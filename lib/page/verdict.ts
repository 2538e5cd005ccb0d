import type { LabelledFact } from '../reading/types.ts';
import { best, candidates } from './body.ts';
import { breadcrumbOf } from './breadcrumb.ts';
import { allIn, textOf } from './dom.ts';
import { metaOf } from './facts.ts';
import { linesOf } from './head-lines.ts';
import { ADDRESSEE, DATE_LINE, NUMBER_LINE, ORDER_LINE, TITLE_END } from './lines.ts';
import { pairsOf } from './pairs.ts';
import { roughBody } from './rough-body.ts';
import * as is from './signs.ts';
import { headingOf, titleOf } from './title.ts';
import type { Sight } from './types.ts';

/** Below this a page holds nothing to read: a picture, a shell, a frame around the text. */
const LEAST_INK = 30;
/** An article about documents has at least this much to say. */
const LEAST_ARTICLE = 120;
/** From this sum on a page counts as a document. */
const ENOUGH = 5;
/** Only the beginning of a long text is searched for its structure. */
const LOOKED_AT = 30_000;
const LABELS_OF_BLOCK = 3;

/** What the signs are read from. */
interface Look {
  url: string;
  path: string;
  titles: string[];
  columns: string;
  breadcrumb: string;
  pairs: LabelledFact[];
  head: string[];
  tail: string[];
  text: string;
  document: Document;
}

const countMatches = (text: string, pattern: RegExp) => new Set(text.match(pattern)).size;

/** The signs in the text itself. */
function* inText({ head, tail, text }: Look): Generator<is.Sign> {
  if (head.some((line) => NUMBER_LINE.test(line))) yield 'doc-number';
  else if (head.slice(0, 6).some((line) => ORDER_LINE.test(line) && !/^\D{0,2}第/.test(line)))
    yield 'order-number';
  if (head.some((line) => ADDRESSEE.test(line))) yield 'addressee';
  if (
    countMatches(
      text,
      /(?:^|[\s。；])第[一二三四五六七八九十百]{1,4}条|第[一二三四五六七八九十百]{1,4}条(?=[\s：:（(])/g,
    ) >= 5
  )
    yield 'articles';
  if (countMatches(text, /(?:^|[\s\u3000。；])[一二三四五六七八九]、/g) >= 3) yield 'headings';
  if (is.FORMULA.test(text)) yield 'formula';
  if (tail.some((line) => DATE_LINE.test(line))) yield 'signature';
  if (head.slice(0, 3).some((line) => is.NEWS_LEAD.test(line))) yield 'news-lead';
}

/** The signs in its title, column and address. */
function* inNames({ titles, columns, breadcrumb, path, url }: Look): Generator<is.Sign> {
  const trail = `${columns} ${breadcrumb}`;
  if (titles.some((title) => is.ABOUT_TITLE.test(title))) yield 'about-title';
  else if (titles.some((title) => TITLE_END.test(title))) yield 'title-form';
  if (titles.some((title) => is.NOTICE_TITLE.test(title) && is.NOTICE_END.test(title))) yield 'notice-title';
  if (is.ABOUT_COLUMN.test(trail) || is.ABOUT_ADDRESS.test(path)) yield 'about-column';
  else if (is.DOCUMENT_COLUMN.test(trail)) yield 'column';
  if (is.NEWS_COLUMN.test(columns) || is.NEWS_COLUMN.test(breadcrumb) || is.NEWS_ADDRESS.test(url))
    yield 'news-column';
  if (is.DOCUMENT_ADDRESS.test(path)) yield 'address';
  if (is.SEARCH_ADDRESS.test(url) || titles.some((title) => /(?:搜索|检索)(?:结果|中心)?$/.test(title)))
    yield 'search-page';
  if (/^\/(?:index\.s?html?)?$/.test(path)) yield 'home-page';
}

/** What a template states of its document. */
function* inPairs({ pairs }: Look): Generator<is.Sign> {
  const value = (pattern: RegExp) => pairs.find((pair) => pattern.test(pair.label))?.value ?? '';
  if (pairs.filter((pair) => !/来源|日期|时间|分类|关键词|主题词/.test(pair.label)).length >= LABELS_OF_BLOCK)
    yield 'metadata-block';
  if (
    /[〔［[【（(]?(?:19|20)\d\d[〕］\]】）)]?.{0,3}\d+\s*号|令.{0,3}第.+号/.test(
      value(/^(?:发文字?号|文号|文件编号|文件字号)$/),
    )
  )
    yield 'doc-number';
}

/** Controls and lists that articles do not have. */
function* inShape({ document, text }: Look, ink: number, isKnown: boolean): Generator<is.Sign> {
  if (is.SERVICE_WORDS.filter((word) => text.includes(word)).length >= 4) yield 'service-page';
  if (ink < 800 && allIn(document, 'input[type="password"], textarea, select').length >= 2) yield 'form-page';
  if (!isKnown && ink < 300 && allIn(document, 'li a').length >= 40) yield 'list-page';
}

function confidenceOf(verdict: Sight['verdict'], score: number): number {
  const document = 1 / (1 + Math.exp((ENOUGH - 0.5 - score) / 1.4));
  const sure =
    verdict === 'document' ? document : verdict === 'other' ? 1 - document : Math.max(0.6, 1 - document);
  return Math.round(sure * 100) / 100;
}

function kindOf(look: Look, verdict: Sight['verdict']): string | null {
  if (verdict === 'other') return null;
  const given = look.pairs.find((pair) => /^(?:公文种类|文种|公文类型)$/.test(pair.label))?.value;
  const end = look.titles.map((title) => TITLE_END.exec(title)?.[1]).find(Boolean);
  if (verdict === 'document') return (given && given.length <= 8 ? given : end) ?? null;
  const about = /图解|一图读懂|一图看懂|问答|记者问|解读|简报|要讯|访谈|发布会/.exec(
    look.titles.join(' '),
  )?.[0];
  return about ?? (is.ABOUT_COLUMN.test(look.columns + look.breadcrumb) ? '解读' : '新闻');
}

/** Whether an article that is no document deals with documents, so that it is worth reading. */
function isAbout(look: Look, signs: ReadonlySet<is.Sign>): boolean {
  if (
    signs.has('service-page') ||
    signs.has('search-page') ||
    signs.has('list-page') ||
    signs.has('form-page')
  )
    return false;
  if (signs.has('about-title') || signs.has('about-column')) return true;
  if (signs.has('notice-title')) return false;
  return (
    is.MENTIONS.test(look.text) ||
    (signs.has('news-column') && look.titles.some((t) => is.POLICY_WORDS.test(t)))
  );
}

/**
 * Decides from the DOM alone what a page is, by the sum of many weak signs.
 *
 * @param document the frame's document; it is not changed
 * @param url the frame's address
 * @returns the verdict and the signs that spoke. Without text (pictures only, a shell) it is `other`
 */
export function sightOf(document: Document, url: string): Sight {
  const known = best(candidates(document));
  const held = known ?? roughBody(document);
  const ink = held ? Math.round(held.ink) : 0;
  const nothing = { verdict: 'other', kind: null, confidence: 0.9, textLength: ink } as const;
  if (!held || ink < LEAST_INK) return { ...nothing, reasons: ['no-text'] };
  const look = lookAt(document, url, held.element);
  const signs = new Set<is.Sign>([...inText(look), ...inNames(look), ...inShape(look, ink, known !== null)]);
  // The block of facts is looked for only where something else already speaks for a document.
  if ([...signs].some((sign) => is.WEIGHTS[sign] > 1)) {
    look.pairs.push(...pairsOf(document, held.element));
    for (const sign of inPairs(look)) signs.add(sign);
    look.titles.push(
      ...look.pairs.filter((p) => /^(?:标题|名称|信息名称|文件名称)$/.test(p.label)).map((p) => p.value),
    );
    for (const sign of inNames(look)) signs.add(sign);
  }
  // A numbered document is no mere announcement, whatever words stand in its title.
  if (signs.has('doc-number') && (signs.has('addressee') || signs.has('articles')))
    signs.delete('notice-title');
  const score = [...signs].reduce((sum, sign) => sum + is.WEIGHTS[sign], 0);
  const isDocument = score >= ENOUGH && !signs.has('about-title');
  const verdict = isDocument ? 'document' : ink >= LEAST_ARTICLE && isAbout(look, signs) ? 'about' : 'other';
  return {
    verdict,
    kind: kindOf(look, verdict),
    confidence: confidenceOf(verdict, score),
    reasons: [...signs],
    textLength: ink,
  };
}

function lookAt(document: Document, url: string, body: Element): Look {
  const meta = metaOf(document);
  const titles = [meta.articletitle, headingOf(document, body), titleOf(document)];
  const path = /^[a-z]+:\/\/[^/]*([^?#]*)/i.exec(url)?.[1] ?? '';
  return {
    url,
    path,
    titles: titles.filter((title) => title !== null && title !== undefined).map(is.simplify),
    columns: is.simplify([meta.columntype, meta.columnname, meta.lanmu, meta.channelname].join(' ')),
    breadcrumb: is.simplify(breadcrumbOf(document).slice(1).join(' ')),
    pairs: [],
    head: linesOf(body, 16).map(is.simplify),
    tail: linesOf(body, 6, true),
    text: is.simplify(textOf(body).slice(0, LOOKED_AT)),
    document,
  };
}
