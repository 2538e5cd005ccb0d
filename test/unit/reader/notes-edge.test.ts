// @vitest-environment jsdom
import { beforeEach, expect, describe as group, it } from 'vitest';
import { placeNotes } from '../../../entrypoints/reader/place-notes.ts';
import type { Text } from '../../../entrypoints/reader/session.ts';
import { toMarks } from '../../../entrypoints/reader/to-marks.ts';
import { TAG } from '../../../lib/marks/looks.ts';
import { createPainter } from '../../../lib/marks/painter.ts';
import { describe } from '../../../lib/notes/anchor.ts';
import { asItIs } from '../../../lib/notes/script.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import type { PageText } from '../../../lib/page/types.ts';
import type { Findings } from '../../../lib/reading/types.ts';
import { note } from '../components/samples.ts';
import { bringPageUi } from './page-ui-script.ts';

const MARKUP = `<h2>第一章 总则</h2><p>第一条　本办法所称<b>减负</b>，是指减轻企业负担。</p>
<p>第二条　企业应当于每年六月底前申报。</p>
<table><tr><td>事项</td><td>时限</td></tr><tr><td>申报核对</td><td>五个工作日</td></tr></table>`;
const NOTHING = { terms: false, deadlines: false, citations: false, differences: false };

function read(markup: string): PageText {
  document.body.innerHTML = `<main>${markup}</main>`;
  return readPage(document, document.querySelector('main') as Element, '');
}

/** The text node that holds these words now, and where in it they begin. */
function nodeOf(words: string): [CharacterData, number] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = (walker.currentNode as CharacterData).data.indexOf(words);
    if (at >= 0) return [walker.currentNode as CharacterData, at];
  }
  throw new Error(`not on the page: ${words}`);
}

function select(page: PageText, from: string, to: string) {
  const range = document.createRange();
  range.setStart(...nodeOf(from));
  const [node, at] = nodeOf(to);
  range.setEnd(node, at + to.length);
  const span = page.spanOf(range);
  if (!span) throw new Error('no span');
  return span;
}

const made = (number: number, page: PageText, span: { start: number; end: number }): Note => {
  const anchor = describe(page.input.text, span, []);
  if (!anchor) throw new Error('no text');
  return note(1, { id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, anchor });
};

const textOf = (page: PageText) =>
  ({
    page,
    simplify: asItIs,
    findings: { documents: [], main: 0 } as unknown as Findings,
    answer: null,
    notes: [],
    places: new Map(),
  }) as unknown as Text;

/** Places notes on a page and paints them; what is marked of each. */
async function paint(
  page: PageText,
  notes: Note[],
): Promise<{ marked: Map<string, string>; end: () => void }> {
  const text = textOf(page);
  await placeNotes(text, notes, () => false);
  const painter = createPainter(page, () => {});
  const findings = { terms: [], uses: [], deadlines: [], citations: [] } as unknown as Findings;
  painter.paint(toMarks(findings, text.notes, text.places, NOTHING));
  window.dispatchEvent(new Event('beforeprint'));
  const marked = new Map<string, string>();
  for (const element of document.querySelectorAll(TAG))
    for (const id of painter.hit(element)) marked.set(id, (marked.get(id) ?? '') + element.textContent);
  return { marked, end: () => painter.clear() };
}

const bare = (words: string) => words.replace(/\s/g, '');

beforeEach(() => {
  document.body.innerHTML = '';
  bringPageUi();
});

group('a selection', () => {
  it.each([
    ['over paragraphs', '减轻企业', '六月底前'],
    ['that begins in a heading', '总则', '本办法所称'],
    ['over table cells', '申报核对', '五个工作日'],
    ['from a paragraph into a table', '底前申报', '时限'],
  ])('%s becomes a note that is marked whole, on this page and on another', async (_what, from, to) => {
    const page = read(MARKUP);
    const one = made(1, page, select(page, from, to));
    const here = await paint(page, [one]);
    expect(bare(here.marked.get(`note:${one.id}`) ?? '')).toBe(bare(one.anchor.quote));
    here.end();
    const other = read(
      `<p>来源：本站</p>${MARKUP.replace('<b>减负</b>', '减负').replaceAll('　', '<i> </i>')}`,
    );
    const there = await paint(other, [one]);
    expect(bare(there.marked.get(`note:${one.id}`) ?? '')).toBe(bare(one.anchor.quote));
    there.end();
  });

  it('that crosses marks says the same place as without them, and the page is left as it was', async () => {
    const page = read(MARKUP);
    const before = document.body.innerHTML;
    const span = select(page, '本办法所称', '六月底前');
    const first = made(1, page, select(page, '减轻', '企业负担'));
    const marks = await paint(page, [first]);
    expect(document.querySelectorAll(TAG).length).toBeGreaterThan(0);
    expect(select(page, '本办法所称', '六月底前')).toEqual(span);
    marks.end();
    expect(document.body.innerHTML).toBe(before);
  });
});

group('many notes on one page', () => {
  it('that overlap are each marked whole', async () => {
    const page = read(MARKUP);
    const pairs = [
      ['本办法', '六月底前'],
      ['减轻', '企业应当'],
      ['企业负担', '第二条'],
      ['总则', '所称'],
    ] as const;
    const notes = pairs.map(([from, to], i) => made(i, page, select(page, from, to)));
    const { marked, end } = await paint(page, notes);
    for (const one of notes) expect(bare(marked.get(`note:${one.id}`) ?? '')).toBe(bare(one.anchor.quote));
    end();
  });

  it('are found and marked, all 2,000 of them, after the page has moved them', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) => `<p>第${i}项　窗口${i * 7}受理事项，由科室${i * 3}核对材料后办结。</p>`,
    );
    const page = read(rows.join(''));
    const { text, blocks } = page.input;
    const notes = blocks.flatMap(({ start, end }, i) =>
      [0, 1, 2, 3].map((k) => made(i * 4 + k, page, { start: start + k * 3, end: end - k })),
    );
    expect(notes).toHaveLength(2000);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(2000);
    const moved = read(`<p>发布机构：办公室</p>${rows.join('')}`);
    expect(moved.input.text.length).toBeGreaterThan(text.length);
    const { marked, end } = await paint(moved, notes);
    const wrong = notes.filter(
      ({ id, anchor }) => bare(marked.get(`note:${id}`) ?? '') !== bare(anchor.quote),
    );
    expect(wrong.map(({ anchor }) => anchor.quote)).toEqual([]);
    end();
    expect(document.querySelectorAll(TAG)).toHaveLength(0);
  });
});
