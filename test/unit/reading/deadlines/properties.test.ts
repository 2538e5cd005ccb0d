import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownDates } from '../../../../lib/reading/deadlines/own-dates.ts';
import { findDeadlines } from '../../../../lib/reading/deadlines.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import type { Input } from '../../../../lib/reading/types.ts';
import { readingOf, value } from './reading.ts';

/** Sentences of every kind, whose values must not depend on how they are laid out. */
const SENTENCES = [
  '本办法自2025年5月1日起施行，有效期至2030年4月30日。',
  '本通知自印发之日起施行，有效期5年。',
  '市水务局应当自收到申请材料之日起5个工作日内（节假日除外）答复。',
  '应当在许可证有效期届满30日前提出；听证的七日前通知当事人。',
  '2025年底前完成清淤，2026年3月底前建成泵站；6月底前验收。',
  '到2027年，覆盖率达到60%；力争到2030年达到80%。',
  '2025年4月1日至2025年6月30日开展整治（“十五五”期间推广）。',
  '每年1月20日和7月20日前报送；每季度首月10日前报送报表。',
  '通行证有效期不超过2年，停留期不超过90日。',
  '用2—3年时间，审批时限压缩至3个工作日以内。',
  '（责任单位：市水务局；完成时限：2025年12月底）',
  '二〇二五年六月三十日前办结；三十日内公布。',
];

/** One block, so that a line break is as soft as a space. */
function inputOf(text: string): Input {
  return {
    text,
    blocks: [{ start: 0, end: text.length, kind: 'para' }],
    facts: { pairs: [], title: null, heading: null, meta: {}, breadcrumb: [], url: null },
  };
}

const find = (text: string) => findDeadlines(readingOf(inputOf(text)));

/** Other forms of the same character: width, brackets, dashes. */
const FORMS: Record<string, string[]> = {
  '（': ['(', '﹙'],
  '）': [')', '﹚'],
  '：': [':', '﹕'],
  '；': [';'],
  '，': [','],
  '—': ['-', '－', '–', '~', '～'],
  〇: ['○'],
  '%': ['％'],
};
for (let digit = 0; digit < 10; digit++) FORMS[`${digit}`] = [String.fromCharCode(0xff10 + digit)];

const sentence = fc.constantFrom(...SENTENCES);

describe('the layout of a sentence', () => {
  it('does not change what is found: white space', () => {
    const blanks = fc.array(fc.constantFrom('', '', '', ' ', '\u3000', '\u00a0', '\n', '\u2002', '\u200b'), {
      minLength: 80,
      maxLength: 80,
    });
    fc.assert(
      fc.property(sentence, blanks, (text, spaces) => {
        const spaced = [...text].map((char, i) => char + (spaces[i % 80] ?? '')).join('');
        expect(find(spaced).map(value)).toEqual(find(text).map(value));
      }),
    );
  });

  it('does not change what is found: width, brackets and dashes', () => {
    fc.assert(
      fc.property(sentence, fc.array(fc.nat(5), { minLength: 80, maxLength: 80 }), (text, picks) => {
        const varied = [...text]
          .map((char, i) => {
            const forms = FORMS[char] ?? [];
            return forms[(picks[i % 80] ?? 0) - 1] ?? char;
          })
          .join('');
        expect(find(varied).map(value)).toEqual(find(text).map(value));
      }),
    );
  });
});

/** Pieces of the grammar, to be put together without sense. */
const PIECES = [
  ...'自从在于起至到前内后每年月日天周季半一二三四五十百两〇0123456789（）《》“”〔〕，。；：、-~ \n\t之的',
  ...[
    '2025年',
    '之日起',
    '工作日',
    '个月',
    '底前',
    '十四五',
    '期间',
    '有效期',
    '施行',
    '不超过',
    '完成时限：',
  ],
  ...[
    '每季度首月',
    '提前',
    '届满',
    '应当',
    '当日',
    '次月5日前',
    '日研判、',
    '第三、四季度',
    '9999年99月99日',
    '二月三十日',
  ],
];

describe('any text at all', () => {
  it('is read without an error, in order, without overlap, and every day is a day', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (sense) => {
        let end = 0;
        for (const found of find(sense)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(sense.slice(found.start, found.end)).toBe(found.text);
          end = found.end;
          for (const day of [found.from, found.to]) {
            if (day === null || found.kind === 'recurring') continue;
            expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
          }
          if (found.kind === 'recurring' && found.to !== null) expect(found.to).toMatch(/^(?:\d\d-)?\d\d$/);
          if (found.from && found.to) expect(found.from <= found.to).toBe(true);
        }
        ownDates(fold(inputOf(sense)).text, '2025-03-10', null);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '自',
    '（',
    '1',
    '《',
    '自收到之日起',
    '日研判、',
    '，期限',
    '有效期最长不超过为',
    '2025年、',
    '每月5日、',
  ])('does not bog down in a million characters of %s', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(() => find(text)).not.toThrow();
    expect(() => ownDates(fold(inputOf(text)).text, '2025-03-10', null)).not.toThrow();
  });
});
