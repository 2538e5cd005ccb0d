import { describe, expect, it } from 'vitest';
import { type Around, chooseMarks, type HowOften } from '../../../lib/glossary/choose.ts';
import { explainedBy } from '../../../lib/glossary/page-terms.ts';
import type { Found } from '../../../lib/glossary/types.ts';
import type { Block, OutlineItem } from '../../../lib/reading/types.ts';

const LENGTH = 20_000;

function around(more: Partial<Around> = {}): Around {
  return {
    blocks: [{ start: 0, end: LENGTH, kind: 'para' }],
    outline: [],
    documents: [{ start: 0, end: LENGTH }],
    taken: [],
    explained: () => false,
    ...more,
  };
}

function found(term: string, start: number, more: Partial<Found> = {}): Found {
  return { start, end: start + term.length, id: term, term, common: 1, inTitle: false, ...more };
}

function chosen(all: readonly Found[], often: HowOften = 'section', where: Partial<Around> = {}): number[] {
  return chooseMarks(all, often, around(where)).map(({ start }) => start);
}

const heading = (start: number, level = 1): OutlineItem => ({
  start,
  end: start + 5,
  level,
  label: '一、',
  title: '',
});

describe('how often a term is marked', () => {
  const all = [found('一网通办', 10), found('一网通办', 40), found('一网通办', 3000)];

  it('once in a section', () => {
    expect(chosen(all)).toEqual([10]);
    expect(chosen(all, 'section', { outline: [heading(2500)] })).toEqual([10, 3000]);
  });

  it('once in each document of a page', () => {
    const documents = [
      { start: 0, end: 30 },
      { start: 30, end: LENGTH },
    ];
    expect(chosen(all, 'section', { documents })).toEqual([10, 40]);
  });

  it('takes headings that follow close upon each other for one section', () => {
    expect(chosen(all, 'section', { outline: [heading(20), heading(35), heading(60, 2)] })).toEqual([10]);
  });

  it('every time, or not at all, where that is set', () => {
    expect(chosen(all, 'every')).toEqual([10, 40, 3000]);
    expect(chosen(all, 'off')).toEqual([]);
  });
});

describe('what is never marked', () => {
  const one = [found('一网通办', 10)];
  const block = (more: Partial<Block>): Block[] => [{ start: 0, end: 50, kind: 'para', ...more }];
  const CASES: [name: string, all: Found[], where: Partial<Around>][] = [
    ['the title of the document', one, { blocks: block({ kind: 'title' }) }],
    ['its signature', one, { blocks: block({ kind: 'signature' }) }],
    ['a link', one, { blocks: block({ link: true }) }],
    ['the title of another document', [found('一网通办', 10, { inTitle: true })], {}],
    ['a mark of the page’s own terms', one, { taken: [{ start: 8, end: 12 }] }],
    ['a term that the page explains', one, { explained: explainedBy([{ term: '“一网通办”' }]) }],
  ];
  it.each(CASES)('%s', (_, all, where) => {
    expect(chosen(all, 'section', where)).toEqual([]);
    expect(chosen(all, 'every', where)).toEqual([]);
    expect(chosen(all, 'every')).toHaveLength(all[0]?.inTitle ? 0 : 1);
  });

  it('nothing beside such a place', () => {
    expect(
      chosen(one, 'every', {
        taken: [
          { start: 2, end: 10 },
          { start: 14, end: 20 },
        ],
      }),
    ).toEqual([10]);
  });
});

describe('thinning', () => {
  it('marks a term in its text rather than in a heading', () => {
    const blocks: Block[] = [
      { start: 0, end: 30, kind: 'heading' },
      { start: 30, end: LENGTH, kind: 'para' },
    ];
    expect(chosen([found('一网通办', 10), found('一网通办', 40)], 'section', { blocks })).toEqual([40]);
    expect(chosen([found('一网通办', 10)], 'section', { blocks })).toEqual([10]);
  });

  it('leaves at most six in any thousand characters', () => {
    const all = Array.from({ length: 300 }, (_, i) => found(`词${i}`, i * 60));
    const starts = chosen(all);
    expect(starts.length).toBeGreaterThan(90);
    for (const start of starts)
      expect(starts.filter((one) => start <= one && one < start + 1000).length).toBeLessThanOrEqual(6);
  });

  it('prefers the less common terms', () => {
    const all = Array.from({ length: 12 }, (_, i) => found(`词${i}`, i * 50, { common: i % 2 ? 3 : 30 }));
    expect(chosen(all)).toEqual([50, 150, 250, 350, 450, 550]);
  });

  it('marks a term later in its section where the first place is crowded', () => {
    const rare = Array.from({ length: 6 }, (_, i) => found(`词${i}`, i * 50));
    const common = [found('办法', 400, { common: 40 }), found('办法', 1500, { common: 40 })];
    expect(chosen([...rare, ...common])).toEqual([0, 50, 100, 150, 200, 250, 1500]);
  });
});
