import { oneLine } from './blank.ts';
import { all, allIn, closest, pageBody, textOf } from './dom.ts';

const TRAILS =
  '[class*="readcrumb"], [id*="readcrumb"], [class*="crumb"], .position, .location, .path, .now-site, .weizhi, ' +
  '.dqwz, .wz, .mnav, .curpos, .currentPosition, .current, .place, .local, .bread, .site_nav, #location, #position';
const LONGEST = 40;
const MOST = 12;

/** Parts a trail like 首页 > 政务公开 > 政策文件. */
function parse(text: string): string[] {
  return oneLine(text)
    .replace(/^.*?(?:当前位置|所在位置|您的位置|我的位置|现在位置|位置)\s*(?:是|为)?\s*[:：]?\s*/, '')
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
    if (text.length > 400 || !/[>＞»›→]|位置/.test(text)) continue;
    const parts = parse(text);
    if (parts.length >= 2) return parts;
  }
  return fromWords(document);
}

/** A trail that carries no telling class: 您当前位置： before its links. */
function fromWords(document: Document): string[] {
  const body = pageBody(document);
  if (!body) return [];
  for (const link of all(body, 'a').slice(0, 200)) {
    const line = closest(link, 'td, div, p, ul');
    if (!line) continue;
    const text = textOf(line);
    const at = text.search(/(?:当前|所在|您的|我的|现在)位置/);
    if (at < 0 || text.length - at > 300) continue;
    const parts = parse(text.slice(at));
    if (parts.length >= 2) return parts;
  }
  return [];
}
