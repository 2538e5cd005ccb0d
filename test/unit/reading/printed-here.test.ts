import { describe, expect, it } from 'vitest';
import { printedHere } from '../../../lib/reading/printed-here.ts';
import type { Block, BlockKind, Citation, DocumentPart } from '../../../lib/reading/types.ts';

type Line = [kind: BlockKind, text: string, more?: Partial<Block>];

/** Lines as a text and its blocks. */
function lines(...given: Line[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const [kind, words, more] of given) {
    blocks.push({ start: text.length, end: text.length + words.length, kind, ...more });
    text += `${words}\n`;
  }
  return { text, blocks };
}

function cited(text: string, words: string, more: Partial<Citation> = {}): Citation {
  const start = text.indexOf(words);
  const title = words.replace(/[《》]/g, '');
  return {
    start,
    end: start + words.length,
    title,
    docNumber: null,
    relation: 'attaches',
    article: null,
    ...more,
  };
}

const NOTICE: Line[] = [
  ['title', '关于印发《渡口管理办法》的通知'],
  ['para', '现将《渡口管理办法》印发给你们，请遵照执行。'],
  ['title', '渡口　管理办法'],
  ['para', '第一条 为了管理渡口，制定本办法。'],
];

describe('a document that is cited stands on the same page', () => {
  it('where its title is a line of its own, the first one after the citation', () => {
    const page = lines(...NOTICE, ['title', '渡口管理办法']);
    const here = printedHere(page, [], cited(page.text, '《渡口管理办法》印发'.slice(0, 8)));
    expect(here && page.text.slice(here.start, here.end)).toBe('渡口　管理办法');
    expect(here?.start).toBe(page.blocks[2]?.start);
  });

  it('or before it, where none comes after', () => {
    const page = lines(['title', '《渡口管理办法》'], ['para', '按照《渡口管理办法》第三条办理。']);
    const start = page.text.lastIndexOf('《渡');
    expect(printedHere(page, [], cited(page.text, '《渡口管理办法》', { start, end: start + 8 }))).toEqual({
      start: 0,
      end: 8,
    });
  });

  it.each<[string, Line]>([
    ['a row of a table', ['cell', '渡口管理办法']],
    ['a link', ['para', '渡口管理办法', { link: true }]],
    ['a longer title', ['title', '渡口管理办法实施细则和补充规定']],
    ['the line that cites it', ['para', '《渡口管理办法》']],
  ])('but not in %s', (_, line) => {
    const page = lines(['para', '按照《渡口管理办法》办理。'], line);
    const start = line[0] === 'para' && !line[2] ? page.text.lastIndexOf('《') : page.text.indexOf('《');
    const own = cited(page.text, '《渡口管理办法》', { start, end: start + 8 });
    const others = { ...page, blocks: line[0] === 'para' && !line[2] ? page.blocks.slice(1) : page.blocks };
    expect(printedHere(others, [], own)).toBeNull();
  });

  it('or as another of the page’s documents, by its title or its number', () => {
    const page = lines(['para', '按照《渡口管理办法》和南府规〔2025〕4号办理。'], ['para', '另一份的正文。']);
    const facts = { noticeTitle: null, issuers: [], kind: null, issued: null, published: null };
    const metadata = {
      ...facts,
      title: '渡口管理办法',
      docNumber: '南府规〔2025〕4号',
      effective: null,
      expires: null,
    };
    const parts: DocumentPart[] = [
      { start: 0, end: 30, metadata: { ...metadata, title: '甲', docNumber: null } },
      { start: 30, end: 40, metadata },
    ];
    const there = { start: 30, end: 40 };
    expect(printedHere(page, parts, cited(page.text, '《渡口管理办法》'))).toEqual(there);
    const number = cited(page.text, '南府规〔2025〕4号', { title: null, docNumber: '南府规〔2025〕4号' });
    expect(printedHere(page, parts, number)).toEqual(there);
    expect(printedHere(page, parts, { ...number, start: 35, end: 36 })).toBeNull();
    expect(printedHere(page, parts, cited(page.text, '《渡口管理办法》', { title: '别的' }))).toBeNull();
  });

  it('and a place of the document itself is none', () => {
    const page = lines(...NOTICE);
    const inner = cited(page.text, '《渡口管理办法》', { inner: { start: 0, end: 3 } });
    expect(printedHere(page, [], inner)).toBeNull();
    expect(printedHere(page, [], { ...inner, inner: null, title: null })).toBeNull();
  });
});
