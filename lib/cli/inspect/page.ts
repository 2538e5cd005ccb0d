import { JSDOM, VirtualConsole } from 'jsdom';
import { bodyOf } from '../../page/any-body.ts';
import { factsOf } from '../../page/facts.ts';
import { readPage } from '../../page/read-page.ts';
import type { Sight } from '../../page/types.ts';
import { sightOf } from '../../page/verdict.ts';
import type { Input } from '../../reading/types.ts';

/**
 * Reads a saved page the way the extension reads a live one. There is no layout: no script of the page
 * runs, no style is loaded.
 */
export function seePage(html: string): { sight: Sight; input: Input } {
  const url = addressOf(html);
  const dom = new JSDOM(html, {
    virtualConsole: new VirtualConsole(),
    ...(url ? { url, contentType: 'text/html' } : {}),
  });
  try {
    const { document } = dom.window;
    const sight = sightOf(document, url ?? '');
    const body = bodyOf(document);
    // Pictures only, a shell: there is nothing to read, but what the page says of itself.
    const input = body
      ? readPage(document, body, url ?? '').input
      : { text: '', blocks: [], facts: factsOf(document, url ?? '') };
    return { sight, input };
  } finally {
    dom.window.close();
  }
}

const SAVED_FROM = /^\s*<!--[^>]{0,400}?(?:saved from|real page|url)[^>]{0,40}?(https?:\/\/[^\s"'<>;)]+)/i;
const LINK = /<link\b[^>]{0,400}>/gi;
const META = /<meta\b[^>]{0,600}>/gi;

/**
 * Where a saved page was: from the comment that browsers and savers put first, or from the page's own
 * canonical link, `url` or `og:url`.
 *
 * @returns an absolute http(s) address, or null
 */
export function addressOf(html: string): string | null {
  const head = html.slice(0, 100_000);
  const named = [SAVED_FROM.exec(head)?.[1]];
  for (const [tag] of head.matchAll(LINK)) {
    if (/rel\s*=\s*["']?canonical/i.test(tag)) named.push(attribute(tag, 'href'));
  }
  for (const [tag] of head.matchAll(META)) {
    if (/(?:name|property)\s*=\s*["']?(?:og:)?url["'\s>]/i.test(tag)) named.push(attribute(tag, 'content'));
  }
  for (const name of named) {
    if (name && /^https?:\/\//i.test(name) && URL.canParse(name)) return new URL(name).href;
  }
  return null;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1];
}
