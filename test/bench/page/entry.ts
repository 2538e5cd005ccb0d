import MarkJs from 'mark.js';
import { createPainter } from '../../../lib/marks/painter.ts';
import type { Mark } from '../../../lib/marks/types.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { read } from '../../../lib/reading/read.ts';

/** What runs in the page that is painted on: our way and two others, on the same page with the same words. */

export interface OurTimes {
  readPage: number;
  read: number;
  /** Until everything on the first screen was painted, from the moment the text was read. */
  firstScreen: number;
  clear: number;
  findings: number;
  elements: number;
  characters: number;
  restored: boolean;
  words: string[];
}

const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));

const onScreen = (element: Element) => {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
};

/** Reads and paints the page our way, scrolls nowhere, and takes it all off again. */
async function ours(): Promise<OurTimes> {
  const before = document.documentElement.outerHTML;
  const at = [performance.now()];
  const page = readPage(document, document.body, location.href);
  at.push(performance.now());
  const findings = read(page.input);
  at.push(performance.now());
  const marks: Mark[] = [
    ...findings.terms.map((t, i): Mark => ({ start: t.start, end: t.end, id: `term:${i}`, kind: 'term' })),
    ...findings.uses.map((u, i): Mark => ({ start: u.start, end: u.end, id: `use:${i}`, kind: 'use' })),
    ...findings.deadlines.map(
      (d, i): Mark => ({ start: d.start, end: d.end, id: `deadline:${i}`, kind: 'deadline' }),
    ),
    ...findings.citations.map(
      (c, i): Mark => ({ start: c.start, end: c.end, id: `citation:${i}`, kind: 'citation' }),
    ),
  ];
  const painter = createPainter(page, () => {});
  const painted = firstScreenPainted(
    marks.filter((m) => painter.boxes(m).some((b) => b.bottom > 0 && b.top < innerHeight)).length,
  );
  const start = performance.now();
  painter.paint(marks);
  await painted;
  const firstScreen = performance.now() - start;
  for (let i = 0; i < 30; i++) await frame();
  const elements = document.querySelectorAll('zhupi-mark').length;
  const clearStart = performance.now();
  painter.clear();
  const clear = performance.now() - clearStart;
  return {
    readPage: (at[1] ?? 0) - (at[0] ?? 0),
    read: (at[2] ?? 0) - (at[1] ?? 0),
    firstScreen,
    clear,
    findings: marks.length,
    elements,
    characters: page.input.text.length,
    restored: document.documentElement.outerHTML === before,
    words: [...new Set(marks.map((m) => page.input.text.slice(m.start, m.end)))].filter(
      (w) => w.trim().length > 1,
    ),
  };
}

/** Resolves when so many of our marks stand on the first screen (a mark over two lines is still one). */
function firstScreenPainted(wanted: number): Promise<void> {
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      const marks = [...document.querySelectorAll('zhupi-mark')].filter(onScreen);
      if (marks.length < wanted) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** mark.js goes one word deeper into the stack with each word, and a page’s stack soon ends. */
const WORDS_AT_ONCE = 200;

/** mark.js as it is usually called, over the whole body. Milliseconds, and how many marks. */
async function plainMarkJs(words: string[]): Promise<{ time: number; marks: number }> {
  const start = performance.now();
  let marks = 0;
  for (let k = 0; k < words.length; k += WORDS_AT_ONCE)
    marks += await new Promise<number>((done) => {
      const some = words.slice(k, k + WORDS_AT_ONCE);
      new MarkJs(document.body).mark(some, { separateWordSearch: false, done });
    });
  return { time: performance.now() - start, marks };
}

/** One pattern of all words over each text node, painted by the CSS Custom Highlight API. */
async function cssHighlight(words: string[]): Promise<{ time: number; marks: number }> {
  const start = performance.now();
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  const highlight = new Highlight();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      highlight.add(range);
    }
  }
  CSS.highlights.set('bench', highlight);
  const time = performance.now() - start;
  await frame();
  CSS.highlights.delete('bench');
  return { time, marks: highlight.size };
}

Object.assign(globalThis, { zhupiBench: { ours, plainMarkJs, cssHighlight } });
