import { oneLine } from './blank.ts';
import { allIn, textOf } from './dom.ts';

const TRAILS =
  '[class*="rumb"], [id*="rumb"], [class*="osition"], .location, .path, .now-site, .weizhi, .dqwz, .mnav, ' +
  '.curpos, .current, .place, .site_nav';
const LONGEST = 40;
const MOST = 12;

/** Parts a trail like 首页 > 政务公开 > 政策文件. */
function parse(text: string): string[] {
  return oneLine(text)
    .replace(/^.*位置[是为]?\s*[:：]?\s*/, '')
    .replace(/\s*(?:字号|字体|打印|分享|收藏|【).*$/, '')
    .split(/\s*(?:[>＞»›→]|\/(?=\s)|&gt;)+\s*/)
    .map((part) => part.trim())
    .filter((part) => part && part.length <= LONGEST)
    .slice(0, MOST);
}

/** The links that lead from the home page to this one, by name; empty where the page shows none. */
export function breadcrumbOf(document: Document): string[] {
  for (const trail of allIn(document, TRAILS)) {
    const text = textOf(trail);
    if (text.length > 400 || !/[>＞»›→/]|位置/.test(text)) continue;
    const parts = parse(text);
    if (parts.length >= 2) return parts;
  }
  return [];
}
