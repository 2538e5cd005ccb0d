// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toMarks } from '../../../entrypoints/reader/to-marks.ts';
import { TAG } from '../../../lib/marks/looks.ts';
import { createPainter } from '../../../lib/marks/painter.ts';
import { findBody } from '../../../lib/page/body.ts';
import { allIn, pageRoot } from '../../../lib/page/dom.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { readableBody } from '../../../lib/page/readable-body.ts';
import { read } from '../../../lib/reading/read.ts';
import { DEFAULTS } from '../../../lib/settings/types.ts';
import { hasShared, saved, shared } from '../page/pages.ts';

/** Puts a saved page into the test's document, without its scripts. */
function show(html: string): void {
  const inert = html.replace(/<(\/?)script\b/gi, '<$1template');
  const page = new DOMParser().parseFromString(inert, 'text/html');
  const [root, old] = [pageRoot(page), pageRoot(document)];
  if (root) old?.replaceWith(document.adoptNode(root));
}

const html = () => pageRoot(document)?.outerHTML ?? '';
const ink = (text: string) => text.replace(/\s/g, '');

/** Paints all that is found on a page, compares each mark with the text it stands for, and takes it off. */
function paintAndClear(): number {
  const body = findBody(document) ?? readableBody(document);
  if (!body) return 0;
  const page = readPage(document, body, 'https://www.yunling.gov.cn/1.html');
  const before = html();
  const marks = toMarks(read(page.input), [], new Map(), DEFAULTS.marks);
  const painter = createPainter(page, () => {});
  painter.paint(marks);
  window.dispatchEvent(new Event('beforeprint'));
  const painted = new Map<string, string>();
  for (const element of allIn(document, TAG)) {
    expect(element.querySelector(TAG), 'no mark in a mark').toBeNull();
    for (const id of painter.hit(element)) painted.set(id, (painted.get(id) ?? '') + element.textContent);
  }
  for (const { id, start, end } of marks) {
    expect(ink(painted.get(id) ?? ''), id).toBe(ink(page.input.text.slice(start, end)));
  }
  expect(readPage(document, body, '').input.text, 'the page reads the same with marks').toBe(page.input.text);
  painter.clear();
  expect(html()).toBe(before);
  return marks.length;
}

describe('marks on our own pages', () => {
  // Here the text is in a frame, or comes by a script.
  const elsewhere = new Set(['bureau-shell', 'guangdong-gkmlpt', 'late-body']);
  const pages = saved('documents').filter(({ name }) => !elsewhere.has(name));

  it.each(pages)('$name: each stands for its text, and the page is as before without them', (page) => {
    show(page.html);
    expect(paintAndClear()).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasShared)('marks on saved real pages', () => {
  const names = hasShared ? readdirSync(shared).filter((name) => name.endsWith('.html')) : [];

  it.each(names)('%s', (name) => {
    show(readFileSync(shared + name, 'utf8'));
    paintAndClear();
  });
});
