import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import { findBody } from '../../../lib/page/body.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import type { PageText } from '../../../lib/page/types.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Saved real pages, where they are at hand; tests that use them say that they were skipped where they are not. */
export const shared = here('../../../../shared/pages/');
export const hasShared = existsSync(shared);

export interface Saved {
  name: string;
  url: string;
  html: string;
}

/** Our own pages of a kind. Their first line names the address that they stand for. */
export function saved(kind: 'documents' | 'about' | 'others'): Saved[] {
  const folder = here(`../../fixtures/pages/${kind}/`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(folder + file, 'utf8');
      const url = /^<!-- address: (\S+) -->/.exec(html)?.[1] ?? '';
      return { name: file.replace(/\.html$/, ''), url, html };
    });
}

export function savedPage(kind: 'documents' | 'about' | 'others', name: string): Saved {
  const found = saved(kind).find((page) => page.name === name);
  if (!found) throw new Error(`no page ${kind}/${name}`);
  return found;
}

/** A page in jsdom, as it stands before any script of it ran. */
export function open(html: string, url = 'https://www.yunling.gov.cn/zwgk/zcwj/1.html'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** A page of ours whose scripts have run; what they put off happens at once. */
export function run(page: Saved): Document {
  const dom = new JSDOM(page.html, {
    url: page.url,
    runScripts: 'dangerously',
    virtualConsole: new VirtualConsole(),
    beforeParse(window: DOMWindow) {
      window.setTimeout = ((call: () => void) => {
        call();
        return 0;
      }) as unknown as typeof window.setTimeout;
    },
  });
  // jsdom fires both by itself, but later than a test can wait without a clock.
  const { document } = dom.window;
  document.dispatchEvent(new dom.window.Event('DOMContentLoaded', { bubbles: true }));
  dom.window.dispatchEvent(new dom.window.Event('load'));
  return document;
}

/** Reads markup as the body of a page. */
export function readMarkup(markup: string): PageText {
  const document = open(`<!doctype html><body><div id="zoom">${markup}</div></body>`);
  const body = document.querySelector('#zoom');
  if (!body) throw new Error('no body');
  return readPage(document, body, 'https://www.yunling.gov.cn/1.html');
}

/** The blocks of markup as `kind: text`. */
export function blocksOf(markup: string): string[] {
  const { input } = readMarkup(markup);
  return input.blocks.map((block) => `${block.kind}: ${input.text.slice(block.start, block.end)}`);
}

/** The blocks' texts alone. */
export function linesOf(markup: string): string[] {
  return blocksOf(markup).map((block) => block.replace(/^\w+: /, ''));
}

/** A page's text by its own container. */
export function textOfPage(document: Document, url: string): PageText | null {
  const body = findBody(document);
  return body ? readPage(document, body, url) : null;
}

/** What pieces hold, one after the other. */
export function held(page: PageText, start: number, end: number): string {
  return page
    .pieces({ start, end })
    .map((piece) => piece.node.data.slice(piece.start, piece.end))
    .join('');
}

export const squeezed = (text: string) => text.replace(/[\s\u00a0\u2000-\u200b\u3000\ufeff]+/g, '');
