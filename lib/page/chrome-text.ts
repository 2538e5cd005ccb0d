import { attribute, hasAttributes, tagOf } from './dom.ts';
import { isHidden } from './visible.ts';
import { inkOf, linkInkOf } from './weigh.ts';

/**
 * Site furniture that stands inside the container of the text: buttons for font size, print, share,
 * the picture code for telephones, the editor's name, related links.
 */

/** Never text: their words are code, or belong to a control. */
const NO_TEXT_TAGS = new Set(
  (
    'script style noscript template iframe frame object embed video audio canvas svg select option ' +
    'datalist button input textarea progress meter map rt rp dialog nav footer head title'
  ).split(' '),
);

const FURNITURE =
  /(?:^|[\s_-])(?:share\w*|bshare|bdshare\w*|jiathis\w*|social|print|pages_print|fontsize|font-size|zihao|switchsize|index_switchsize|qrcode|qr_container|qr|ewm|erweima|saoyisao|breadcrumb\w*|crumbs?|copyright|toolbar|related|relevant|xgwj|xgjd|xglj|xgzc|xgyd|pagination|fenye|comments?|feedback|jiucuo|zrbj|close_print|fx|dayin|guanbi)(?:$|[\s_-])/i;

/** Furniture is short, or a list of links. A whole text inside a `print` block is the text. */
const MOST_FURNITURE_INK = 120;

function isFurniture(element: Element): boolean {
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  if (names === ' ') return false;
  if (names.includes('TRS_PreAppend')) return true;
  if (!FURNITURE.test(names)) return false;
  const ink = inkOf(element);
  return ink <= MOST_FURNITURE_INK || linkInkOf(element) > ink / 2;
}

/** Whether an element and all below it hold no text of the document. */
export function isSkipped(element: Element): boolean {
  if (NO_TEXT_TAGS.has(tagOf(element))) return true;
  return hasAttributes(element) && (isHidden(element) || isFurniture(element));
}

const LINE_OF_FURNITURE = new RegExp(
  [
    '^【?\\s*(?:字体|字号|字体大小|文字大小|视力保护色)\\s*[:：]?[\\s【】［］\\[\\]（）()|｜/大中小默认超特标准放缩]*$',
    '^[【\\[（(]?\\s*(?:我要)?(?:打印|打印本页|打印此页|打印正文|关闭|关闭窗口|关闭本页|返回顶部|返回|收藏|加入收藏|网页纠错|我要纠错|分享|分享到|分享至|一键分享|大|中|小)(?:[】\\])）\\s|｜【\\[（(]*(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|返回顶部|收藏|加入收藏|网页纠错|分享|分享到|大|中|小))*\\s*[】\\])）:：]?$',
    '^.{0,4}扫一扫.{0,24}$',
    '^[（(【\\[]?\\s*(?:责任编辑|责编|编辑|网络编辑|网站编辑|录入|校对|审核|初审|复审|终审)\\s*[:：].{0,30}$',
    '^(?:浏览次数|阅读次数|点击数|点击量|访问量|访问次数|阅读量)\\s*[:：]?\\s*\\d*\\s*次?$',
    '^(?:信息来源|文章来源|来源|发布时间|发布日期|稿源|作者)\\s*[:：].{0,60}(?:字体|字号|浏览|打印|分享).*$',
    '^(?:主办单位|承办单位|版权所有|网站标识码|.{2,20}公网安备).{0,80}$',
    '^(?:上一篇|下一篇|上一条|下一条)\\s*[:：].*$',
  ].join('|'),
);

/** Whether a whole line is site furniture that carries no telling class. */
export function isFurnitureLine(line: string): boolean {
  return line.length <= 120 && LINE_OF_FURNITURE.test(line);
}

/** A heading after which only links to other pages come. */
export function opensRelated(line: string): boolean {
  return (
    line.length <= 16 &&
    /^[【[（(]?\s*(?:相关(?:稿件|链接|文件|解读|阅读|文章|新闻|报道|附件|政策|信息|下载)|延伸阅读|附件下载|政策解读|关联(?:稿件|解读))\s*[】\])）]?\s*[:：]?$/.test(
      line,
    )
  );
}
