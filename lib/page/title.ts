import { oneLine } from './blank.ts';
import { allIn, closest, contains, matches, pageTitle, textOf } from './dom.ts';

const LONGEST = 500;

/** What the last part of `<title>` is where it names the site or the column. */
const SITE =
  /(?:[网站专频道厅局部办委院会栏目]|门户|平台|政府|公开|政策|文件库?|政策库|法规|规章|公报|通知公告|公示公告|要闻|动态|新闻|解读)$/;

/**
 * A page's title without the names of site and column around it: 关于…的通知_国务院文件_中国政府网.
 *
 * @returns null where the page has none
 */
export function titleOf(document: Document): string | null {
  const whole = oneLine(pageTitle(document)).slice(0, LONGEST);
  if (!whole) return null;
  const parts = whole
    .split(/\s*(?:_+|\|+|｜| [-–—] |--+)\s*|(?<=[\u4e00-\u9fff》）)])\s*[-–]\s*(?=[\u4e00-\u9fff])/)
    .filter(Boolean);
  while (parts.length > 1 && SITE.test(parts.at(-1) as string)) parts.pop();
  while (parts.length > 1 && SITE.test(parts[0] as string) && (parts[0] as string).length < 16) parts.shift();
  return parts[0] ?? whole;
}

/** Where templates set the article's heading, the surest first. */
const HEADINGS = [
  '#ivs_title',
  'ucaptitle',
  '#con_title',
  'h1#ti',
  '.article_title, .article-title, .articleTitle, .ArticleTitle',
  '.xxgk_title, .xxgk-title, .detail-title, .detail_title, .content-title',
  'h1',
  'h2',
  '.title, .tit, #title',
];

/** What stands in these is the site's own, or is not shown. */
const NO_HEADING = 'nav, footer, aside, ul, [class*="logo"], [id*="logo"], [style*="none"], [class*="hide"]';

/**
 * The visible heading of the article.
 *
 * @param body the text itself: headings inside it are its own
 */
export function headingOf(document: Document, body: Element | null): string | null {
  let found: { text: string; rank: number } | null = null;
  for (const element of allIn(document, HEADINGS.join(','))) {
    const text = oneLine(textOf(element));
    if (text.length < 5 || text.length > 200) continue;
    if (body && (contains(body, element) || contains(element, body))) continue;
    if (closest(element, NO_HEADING)) continue;
    const rank = HEADINGS.findIndex((selector) => matches(element, selector));
    if (!found || rank < found.rank) found = { text, rank };
  }
  return found?.text ?? null;
}
