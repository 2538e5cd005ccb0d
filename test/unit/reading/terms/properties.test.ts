import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../lib/reading/fold.ts';
import { findTerms } from '../../../../lib/reading/terms.ts';
import { inputOf } from '../outline/helpers.ts';
import { readingOf, termsOf } from './helpers.ts';

/** What a page may write for a character without meaning something else. */
const VARIANTS: Record<string, string[]> = {
  '（': ['（', '(', '﹙'],
  '）': ['）', ')', '﹚'],
  '，': ['，', ','],
  '：': ['：', ':'],
  '；': ['；', ';'],
  '“': ['“', '「'],
  '”': ['”', '」'],
  A: ['A', 'Ａ'],
  I: ['I', 'Ｉ'],
  S: ['S', 'Ｓ'],
};
const BLANKS = ['', '', '', '', ' ', '　', '\u00a0', '\u200b', '\u2003'];

const SENTENCES = [
  '本办法所称渡口，是指供渡船停靠（含装卸）的场所。',
  '依托南渡市渔船动态监控平台（以下简称“监控平台”）开展核查。',
  '村委会以及景区、林场、渔场等管护区（以下统称“管护区”）应当配备设备。',
  '落实《渡口管理意见》（云府发〔2025〕3号，以下简称《意见》）精神。',
  '对渔业从业者（包括船东、船员等，以下统称“检查对象”）开展检查。',
  '建设船舶自动识别系统（AIS）。',
  '实施“四个一批”（新建一批、改造一批、撤并一批、提升一批）。',
  '不得限制船企（含个体船东、合作社，下同）进入水域经营。',
  '本办法中管理渡口的部门称为渡管机构，接受管理的单位称为渡运人。',
];

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '')
    .replace(/「/g, '“')
    .replace(/」/g, '”');

describe('the same sentence in another typing', () => {
  const variant = (text: string) =>
    fc
      .array(fc.record({ pick: fc.nat(), blank: fc.constantFrom(...BLANKS) }), {
        minLength: text.length,
        maxLength: text.length,
      })
      .map((choices) =>
        [...text]
          .map((char, i) => {
            const options = VARIANTS[char] ?? [char];
            const choice = choices[i];
            return (options[(choice?.pick ?? 0) % options.length] ?? char) + (choice?.blank ?? '');
          })
          .join(''),
      );

  test.each(SENTENCES)('%s', (sentence) => {
    const plain = termsOf(sentence).map(({ term, kind, definition }) => [bare(term), kind, bare(definition)]);
    expect(plain.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(variant(sentence), (text) => {
        // One block, so that white space in it is soft.
        const input = {
          ...inputOf(''),
          text,
          blocks: [{ start: 0, end: text.length, kind: 'para' as const }],
        };
        const reading = { ...readingOf(''), input, folded: fold(input) };
        const found = findTerms(reading).map(({ term, kind, definition }) => [
          bare(term),
          kind,
          bare(definition),
        ]);
        expect(found).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '本办法所称',
    '是指',
    '，指',
    '（以下简称',
    '以下统称',
    '称为',
    '“',
    '”',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '，',
    '。',
    '；',
    '：',
    '、',
    '\n',
    ' ',
    '渡口',
    '渡船',
    '和',
    '的',
    '等',
    '为',
    '含',
    '下同',
    'AIS',
    '三大',
    '双',
    '即',
    '所谓',
    '第一条',
    '（一）',
    '名词解释',
    '推进',
    '系统',
    '1.',
  );

  test('never throws; every place lies in the text and holds what it says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join('');
        let last = -1;
        for (const term of termsOf(text)) {
          expect(text.slice(term.start, term.end)).toBe(term.term);
          expect(term.term.trim()).not.toBe('');
          expect(term.definition.startsWith(text.slice(term.definitionAt.start, term.definitionAt.end))).toBe(
            true,
          );
          expect(
            term.definition.length - (term.definitionAt.end - term.definitionAt.start),
          ).toBeLessThanOrEqual(1);
          for (const place of [term, term.clause, term.definitionAt, term.scope]) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeGreaterThan(place.start);
            expect(place.end).toBeLessThanOrEqual(text.length);
          }
          expect(term.start).toBeGreaterThanOrEqual(term.clause.start);
          expect(term.end).toBeLessThanOrEqual(term.clause.end);
          expect(term.start).toBeGreaterThan(last);
          last = term.start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '（（（',
    '是指是指',
    '以下简称',
    '所称',
    '（含',
    '“”（',
    '“三',
    'A（B）',
    '称为',
    '12345',
    '甲是指',
  ])('a million characters of %j', (unit) => {
    expect(() => termsOf(unit.repeat(Math.floor(1_000_000 / unit.length)))).not.toThrow();
  });
});
