import { describe, expect, it } from 'vitest';
import { deadlinesOf, said } from './reading.ts';

/** Only in a field such as 完成时限. */
const CASES: [sentence: string, ...found: string[]][] = [
  ['（责任单位：市水务局；完成时限：持续推进）', 'ongoing: 持续推进'],
  ['（责任单位：市水务局；完成时限：长期坚持）', 'ongoing: 长期坚持'],
  ['完成时限：立行立改，持续推进。', 'ongoing: 持续推进'],
  ['（时限：按序时进度常态化推进）', 'ongoing: 按序时进度常态化推进'],
  ['整改时限：2025年6月，并长期坚持', 'due 2025-06-30: 2025年6月', 'ongoing: 并长期坚持'],
];

describe('ongoing: no day in a field that should hold one', () => {
  it.each(CASES)('%s', (sentence, ...found) => {
    expect(deadlinesOf(sentence).map(said)).toEqual(found);
  });
});
