import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../lib/marks/flatten.ts';
import { groupByBlock } from '../../../lib/marks/group.ts';
import type { Mark } from '../../../lib/marks/types.ts';

const mark = (id: string, start: number, end: number): Mark => ({ id, start, end, kind: 'term' });
const said = (marks: Mark[]) =>
  flatten(marks).map((p) => `${p.start}-${p.end} ${p.marks.map((m) => m.id).join(',')}`);

describe('flatten', () => {
  it.each<[string, Mark[], string[]]>([
    ['nothing', [], []],
    ['one', [mark('a', 2, 5)], ['2-5 a']],
    ['apart, in any order', [mark('b', 7, 9), mark('a', 2, 5)], ['2-5 a', '7-9 b']],
    ['touching', [mark('a', 2, 5), mark('b', 5, 9)], ['2-5 a', '5-9 b']],
    ['overlapping', [mark('a', 2, 6), mark('b', 4, 9)], ['2-4 a', '4-6 a,b', '6-9 b']],
    ['nested: the inner one first', [mark('a', 0, 9), mark('b', 3, 5)], ['0-3 a', '3-5 b,a', '5-9 a']],
    ['nested from the start', [mark('a', 0, 9), mark('b', 0, 5)], ['0-5 b,a', '5-9 a']],
    ['nested to the end', [mark('a', 0, 9), mark('b', 4, 9)], ['0-4 a', '4-9 b,a']],
    ['the same place twice: the later first', [mark('a', 1, 3), mark('b', 1, 3)], ['1-3 b,a']],
    ['empty and reversed ones', [mark('a', 3, 3), mark('b', 5, 4)], []],
    [
      'three deep',
      [mark('a', 0, 9), mark('b', 2, 8), mark('c', 4, 6)],
      ['0-2 a', '2-4 b,a', '4-6 c,b,a', '6-8 b,a', '8-9 a'],
    ],
  ])('%s', (_, marks, pieces) => {
    expect(said(marks)).toEqual(pieces);
  });

  it('covers each character with exactly the marks that hold there', () => {
    const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 25 });
    fc.assert(
      fc.property(marks, (spans) => {
        const all = spans.map(([start, length], i) => mark(String(i), start, start + length));
        const pieces = flatten(all);
        for (let at = 0; at < 85; at++) {
          const here = pieces.filter((p) => p.start <= at && at < p.end);
          const wanted = all.filter((m) => m.start <= at && at < m.end).map((m) => m.id);
          expect(here.length).toBe(wanted.length > 0 ? 1 : 0);
          expect(here.flatMap((p) => p.marks.map((m) => m.id)).sort()).toEqual(wanted.sort());
        }
        for (const { marks: held } of pieces) {
          const lengths = held.map((m) => m.end - m.start);
          expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('stays quick where many marks lie apart', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => mark(String(i), i * 3, i * 3 + 2));
    expect(flatten(many)).toHaveLength(50_000);
  });
});

describe('groupByBlock', () => {
  const blocks = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
    { start: 21, end: 30 },
  ];
  const groups = (marks: Mark[]) =>
    [...groupByBlock(flatten(marks), blocks)].map(
      ([block, pieces]) => `${block}: ${pieces.map((p) => `${p.start}-${p.end}`).join(' ')}`,
    );

  it('deals pieces out to their blocks', () => {
    expect(groups([mark('a', 1, 3), mark('b', 5, 6), mark('c', 22, 30)])).toEqual(['0: 1-3 5-6', '2: 22-30']);
  });

  it('cuts a piece that spans blocks, and leaves out what lies between them', () => {
    expect(groups([mark('a', 8, 25)])).toEqual(['0: 8-10', '1: 12-20', '2: 21-25']);
  });

  it('leaves out what lies in no block', () => {
    expect(groups([mark('a', 10, 12), mark('b', 40, 50)])).toEqual([]);
  });
});
