import type { LabelledFact } from '../reading/types.ts';
import { allIn } from './dom.ts';
import { ADDRESSEE, NUMBER_LINE, ORDER_LINE, TITLE_END } from './lines.ts';
import * as word from './words.ts';

/** What the signs are read from. */
export interface Look {
  document: Document;
  /** The frame's address, and its part between host and query. */
  url: string;
  path: string;
  titles: string[];
  /** Names of the column from meta tags, and the breadcrumb without its home page. */
  columns: string;
  breadcrumb: string;
  /** The template's block of facts; empty before it was looked for. */
  pairs: LabelledFact[];
  /** The container's first lines, the beginning of its text, and its last words. */
  readonly head: string[];
  text: string;
  tail: string;
  /** Characters of text in the container, and whether a known template made it. */
  ink: number;
  isKnown: boolean;
}

/** Three labels like 索引号, 发文机关 make a block of facts; a date and a source stand on every news page. */
const LABELS_OF_BLOCK = 3;
const IS_WEAK_LABEL = /来源|日期|时间|分类|关键词|主题词/;
const NUMBER = /(?:19|20)\d\d[〕］\]】）)]?.{0,3}\d+\s*[号號]|令.{0,3}第.+[号號]/;
const ARTICLES =
  /(?:^|[\s。；])第[一二三四五六七八九十百]{1,4}[条條]|第[一二三四五六七八九十百]{1,4}[条條](?=[\s：:（(])/g;
/** A text that ends in a date, but for a remark in brackets. */
const SIGNED = /年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*(?:（[^）]+）\s*)?$/;
const HEADINGS = /(?:^|[\s。；])[一二三四五六七八九]、/g;

/** What explains or reports, by any word of its title or column. */
export const IS_ABOUT = new RegExp(word.ABOUT);
const different = (text: string, pattern: RegExp) => new Set(text.match(pattern)).size;
const some = (texts: readonly string[], pattern: RegExp) => texts.some((text) => pattern.test(text));
const isAboutTitle = (look: Look) => some(look.titles, word.ABOUT_TITLE);
const isAboutColumn = (look: Look) =>
  IS_ABOUT.test(look.columns + look.breadcrumb) || word.ABOUT_ADDRESS.test(look.path);

/**
 * Signs of what a page is, each weak by itself: they lie, they are missing, they are copied from page
 * to page. Name, weight (above 0 it speaks for a document), test. The names are stable: they are the
 * verdict's reasons. The first five are hints.
 */
export const SIGNS: readonly (readonly [string, number, (look: Look) => boolean])[] = [
  ['title-form', 2, (l) => some(l.titles, TITLE_END) && !isAboutTitle(l)],
  ['column', 2, (l) => word.DOCUMENT_COLUMN.test(`${l.columns} ${l.breadcrumb}`) && !isAboutColumn(l)],
  ['articles', 3, (l) => different(l.text, ARTICLES) >= 5],
  ['about-title', -4, isAboutTitle],
  ['about-column', -3, isAboutColumn],
  ['metadata-block', 3, (l) => l.pairs.filter((p) => !IS_WEAK_LABEL.test(p.label)).length >= LABELS_OF_BLOCK],
  [
    'doc-number',
    3,
    (l) => some(l.head, NUMBER_LINE) || l.pairs.some((p) => /[号號]$/.test(p.label) && NUMBER.test(p.value)),
  ],
  ['order-number', 2, (l) => l.head.slice(0, 6).some((x) => ORDER_LINE.test(x) && !/^\D{0,2}第/.test(x))],
  ['address', 1, (l) => word.DOCUMENT_ADDRESS.test(l.path)],
  ['addressee', 2, (l) => some(l.head, ADDRESSEE)],
  ['headings', 1, (l) => different(l.text, HEADINGS) >= 3],
  ['formula', 1, (l) => word.FORMULA.test(l.text)],
  ['signature', 1, (l) => SIGNED.test(l.tail)],
  [
    'news-column',
    -2,
    (l) => some([l.columns, l.breadcrumb], word.NEWS_COLUMN) || word.NEWS_ADDRESS.test(l.url),
  ],
  ['news-lead', -2, (l) => some(l.head.slice(0, 3), word.NEWS_LEAD)],
  ['notice-title', -4, (l) => l.titles.some((x) => word.NOTICE_TITLE.test(x) && word.NOTICE_END.test(x))],
  ['service-page', -5, (l) => different(l.text, word.SERVICE_WORDS) >= 4],
  ['search-page', -4, (l) => word.SEARCH_ADDRESS.test(l.url)],
  ['list-page', -4, (l) => !l.isKnown && l.ink < 300 && allIn(l.document, 'li a').length >= 40],
];

/** How many of the signs, the first ones, are hints: on most pages there is none, and the rest need not be looked for. */
const HINTS = 5;

/** Whether anything at all hints at documents. */
export function isHinted(look: Look): boolean {
  return word.MENTIONS.test(look.text) || SIGNS.slice(0, HINTS).some(([, , test]) => test(look));
}
