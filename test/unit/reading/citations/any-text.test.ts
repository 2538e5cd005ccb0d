import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite } from './cite.ts';

const piece = fc.constantFrom(
  '《',
  '》',
  '〈',
  '〉',
  '（',
  '）',
  '〔',
  '〕',
  '2025',
  '号',
  '令',
  '第',
  '条',
  '款',
  '项',
  '附件',
  '：',
  '\n',
  '。',
  '，',
  '、',
  '以下简称',
  '废止',
  '修改',
  '有效期延长',
  '根据',
  '制定本办法',
  '云岭省',
  '管理办法',
  '关于',
  '的通知',
  '十',
  '前款',
  '本办法第三条',
  ' ',
  '\t',
);

test('whatever the text, citations are places in it, in order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
      const text = parts.join('');
      let before = 0;
      for (const citation of cite(text)) {
        expect(citation.start).toBeGreaterThanOrEqual(before);
        expect(citation.end).toBeGreaterThan(citation.start);
        expect(citation.end).toBeLessThanOrEqual(text.length);
        expect(citation.title ?? citation.docNumber ?? citation.inner).toBeTruthy();
        before = citation.start;
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  '（',
  '《',
  '》',
  '自',
  '1',
  '第',
  '令第',
  '〔2025〕',
  '号',
  '附',
  '《》',
  '前款',
  '第一条',
  '\n（一）',
  '、',
  '的',
])('a million characters of %s end', (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  expect(Array.isArray(cite(text))).toBe(true);
});
