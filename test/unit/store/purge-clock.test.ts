import { describe, expect, it } from 'vitest';
import { type Clock, tick } from '../../../lib/store/purge-clock.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2025, 6, 1);

/** Looks at the clock on several days. @returns on which of them it was trusted */
function seenOn(days: number[]): boolean[] {
  let clock: Clock | null = null;
  return days.map((day) => {
    const seen = tick(clock, START + day * DAY);
    clock = seen.clock;
    return seen.trusted;
  });
}

describe('the clock by which the bin is purged', () => {
  it('is trusted after it was seen on three further days', () => {
    expect(seenOn([0, 0.5, 1, 1.2, 2, 3, 3.5, 4])).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('is trusted where the browser is used once a week', () => {
    expect(seenOn([0, 7, 14, 21, 28]).at(-1)).toBe(true);
  });

  it('is not trusted right after it was set forward, nor after it was set back', () => {
    expect(seenOn([0, 1, 2, 3, 400])).toEqual([false, false, false, true, false]);
    expect(seenOn([0, 1, 2, 3, 400, 4, 5, 6])).toEqual([
      ...[false, false, false, true],
      ...[false, false, false, false],
    ]);
  });

  it('is trusted again some days after a long holiday', () => {
    expect(seenOn([0, 1, 2, 3, 40, 41, 42, 43])).toEqual([
      ...[false, false, false, true],
      ...[false, false, false, true],
    ]);
  });

  it('is not made less sure by a small correction', () => {
    expect(seenOn([0, 1, 2, 3, 2.9, 3.1])).toEqual([false, false, false, true, true, true]);
  });
});
