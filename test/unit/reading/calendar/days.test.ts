import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  isDay,
  isoDay,
  knownDay,
  parseDay,
  weekday,
} from '../../../../lib/reading/calendar/days.ts';

describe('days as numbers', () => {
  it('counts from 1970-01-01 and back', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(isoDay(dayNumber(2025, 12, 31))).toBe('2025-12-31');
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 80_000 }), (day) => parseDay(isoDay(day)).number === day),
    );
  });

  it('knows the weekday', () => {
    expect(weekday(dayNumber(2025, 3, 10))).toBe(1);
    expect(weekday(dayNumber(2025, 3, 16))).toBe(0);
    expect(weekday(dayNumber(1969, 12, 31))).toBe(3);
  });

  it('takes a day for a day', () => {
    expect(knownDay('2024-02-29')).toBe('2024-02-29');
    expect(knownDay(null)).toBeNull();
  });

  it('knows which days there are', () => {
    expect(isDay(2024, 2, 29)).toBe(true);
    expect(isDay(2025, 2, 29)).toBe(false);
    expect(isDay(1900, 2, 29)).toBe(false);
    expect(isDay(2025, 13, 1)).toBe(false);
  });

  it.each(['2025-02-30', '2025-2-3', '', 'today', '2025-00-10'])('refuses %s', (text) => {
    expect(() => parseDay(text)).toThrow(RangeError);
    expect(knownDay(text)).toBeNull();
  });
});

describe('adding', () => {
  it('days, over month, year and leap day', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  it('months, to the day of the same number or the last of the month (民法典 第202条)', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2025-01-15', -13)).toBe('2023-12-15');
  });
});
