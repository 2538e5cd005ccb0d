import { describe, expect, it } from 'vitest';
import { deadlinesOf, said } from './reading.ts';

/** Days that begin and end what they name. The document was made on 10 March 2025. */
const CASES: [sentence: string, ...found: string[]][] = [
  ['5月1日放假。', 'period 2025-05-01..2025-05-01: 5月1日'],
  ['三、渔民节：4月18日放假，轮渡照常。', 'period 2025-04-18..2025-04-18: 4月18日'],
  ['2025年12月27日（星期六）上班。', 'period 2025-12-27..2025-12-27: 2025年12月27日（星期六）'],
  [
    '9月28日（星期日）、10月11日（星期六）上班。',
    'period 2025-09-28..2025-09-28: 9月28日（星期日）',
    'period 2025-10-11..2025-10-11: 10月11日（星期六）',
  ],
  ['1月15日放假。', 'period 2026-01-15..2026-01-15: 1月15日'],
  ['会议时间：2025年3月20日上午9时。', 'period 2025-03-20..2025-03-20: 2025年3月20日上午9时'],
  ['驾驶员考试时间定于2025年6月14日。', 'period 2025-06-14..2025-06-14: 2025年6月14日'],
  ['定于2025年5月12日召开推进会。', 'period 2025-05-12..2025-05-12: 2025年5月12日'],
  ['拟于10月9日召开总结会议。', 'period 2025-10-09..2025-10-09: 10月9日'],
  ['定于5月12日在南渡市举行演练。', 'period 2025-05-12..2025-05-12: 5月12日'],
  ['船员统考6月14日开考。', 'period 2025-06-14..2025-06-14: 6月14日'],
  [
    '4月2日报名，4月9日笔试。',
    'period 2025-04-02..2025-04-02: 4月2日',
    'period 2025-04-09..2025-04-09: 4月9日',
  ],
  ['全县中小学9月1日开学。', 'period 2025-09-01..2025-09-01: 9月1日'],
  // A limit, and a month, stay what they were.
  ['4月20日前报名。', 'due 2025-04-20: 4月20日前'],
  ['2025年6月召开总结会议。', 'due 2025-06-30: 2025年6月'],
  ['报名截止时间为2025年5月20日。', 'due 2025-05-20: 2025年5月20日'],
];

/** What is over, what is told, and what a title names. */
const NONE = [
  '于2024年5月1日召开了动员会。',
  '2024年5月1日举行演练。',
  '10月9日召开专题会议研究。',
  '3月3日召开了推进会。',
  '南渡市水务局关于2025年5月12日举行演练的通知',
  '关于5月1日放假安排的通知',
];

describe('a day on which something is to take place or holds', () => {
  it.each(CASES)('%s', (sentence, ...found) => {
    expect(deadlinesOf(sentence).map(said)).toEqual(found);
  });

  it.each(NONE)('none: %s', (sentence) => {
    expect(deadlinesOf(sentence).map(said)).toEqual([]);
  });
});
