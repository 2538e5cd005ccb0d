import { describe, expect, it } from 'vitest';
import { latestBefore, periodEnd, validityEnd } from '../../../../lib/reading/calendar/periods.ts';
import type { TimeUnit } from '../../../../lib/reading/types.ts';

describe('the last day of a period', () => {
  it.each<[string, number, TimeUnit, string]>([
    ['2025-03-10', 5, 'workday', '2025-03-17'],
    ['2025-03-10', 30, 'day', '2025-04-09'],
    ['2025-03-10', 2, 'week', '2025-03-24'],
    ['2025-01-31', 1, 'month', '2025-02-28'],
    ['2025-03-10', 1.5, 'month', '2025-04-25'],
    ['2024-02-29', 1, 'year', '2025-02-28'],
    ['2025-03-10', 0.5, 'year', '2025-09-10'],
    ['2025-03-10', 24, 'hour', '2025-03-11'],
    ['2025-03-10', 30, 'minute', '2025-03-10'],
  ])('%s + %d %s = %s', (event, count, unit, date) => {
    expect(periodEnd(event, count, unit).date).toBe(date);
  });

  it('tells where it would roll to, without rolling', () => {
    expect(periodEnd('2025-09-01', 30, 'day')).toEqual({
      date: '2025-10-01',
      sure: true,
      rolledTo: '2025-10-09',
    });
    expect(periodEnd('2025-03-10', 30, 'day').rolledTo).toBeNull();
    expect(periodEnd('2025-09-30', 1, 'workday').rolledTo).toBeNull();
  });

  it('does not roll backwards from an event', () => {
    expect(latestBefore('2025-10-04', 3, 'day')).toEqual({ date: '2025-10-01', sure: true, rolledTo: null });
    expect(latestBefore('2025-10-09', 1, 'workday').date).toBe('2025-09-30');
    expect(latestBefore('2025-03-31', 1, 'month').date).toBe('2025-02-28');
  });

  it('ends a validity the day before, since its first day counts', () => {
    expect(validityEnd('2022-03-01', 5, 'year')).toBe('2027-02-28');
    expect(validityEnd('2025-01-01', 6, 'month')).toBe('2025-06-30');
  });

  it('refuses what is no day', () => {
    expect(() => periodEnd('2025-02-30', 1, 'day')).toThrow(RangeError);
  });
});
