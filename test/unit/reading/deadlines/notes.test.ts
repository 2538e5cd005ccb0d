import { describe, expect, it } from 'vitest';
import { deadlinesOf } from './reading.ts';

/** What the law adds, as keys for the card; the value stays what the text says. */
const CASES: [sentence: string, notes: string[]][] = [
  ['自收到之日起5日内答复。', ['civil-code-201']],
  ['自收到之日起5个工作日内答复。', ['civil-code-201']],
  ['在七日内答复。', []],
  ['自收到之日起24小时内答复。', []],
  ['自受理行政许可申请之日起二十日内作出决定。', ['civil-code-201', 'licensing-law-82']],
  ['行政处罚信息应当在七日内公开。', ['penalties-law-85']],
  ['行政处罚信息应当在十五日内公开。', []],
  ['行政强制执行决定应当在十日内送达。', ['coercion-law-69']],
  ['行政强制措施的期限不得超过三十日。', []],
  // 31 May 2025 is a Saturday; 28 September 2025, a Sunday, was made a working day.
  ['2025年5月31日前报送。', ['civil-code-203']],
  ['2025年9月28日前报送。', []],
  ['2025年9月30日前报送。', []],
  ['2025年10月1日前报送。', ['civil-code-203']],
  ['当日办结。', ['same-day']],
];

describe('notes of the law', () => {
  it.each(CASES)('%s', (sentence, notes) => {
    expect(deadlinesOf(sentence).map((found) => found.notes ?? [])).toEqual([notes]);
  });
});
