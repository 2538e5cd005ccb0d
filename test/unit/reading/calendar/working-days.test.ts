import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../lib/reading/calendar/days.ts';
import {
  CALENDAR_YEARS,
  hasCalendar,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
  workingDaysBefore,
} from '../../../../lib/reading/calendar/working-days.ts';

describe('the official calendar', () => {
  it('says for which years it is published', () => {
    expect(CALENDAR_YEARS.first).toBe(2004);
    expect(CALENDAR_YEARS.last).toBeGreaterThanOrEqual(2026);
    expect(hasCalendar(2003)).toBe(false);
    expect(hasCalendar(2025)).toBe(true);
    expect(hasCalendar(CALENDAR_YEARS.last + 1)).toBe(false);
  });

  it.each([
    ['2025-09-28', true, 'a Sunday that was swapped'],
    ['2025-10-11', true, 'a Saturday that was swapped'],
    ['2025-10-08', false, 'a Wednesday of the holiday'],
    ['2025-10-09', true, 'the Thursday after it'],
    ['2025-10-12', false, 'a plain Sunday'],
    ['2024-02-04', true, 'a Sunday before the Spring Festival'],
    ['2020-01-31', false, 'the Spring Festival as it was prolonged in 2020'],
  ])('%s: %s (%s)', (day, working) => {
    expect(isWorkingDay(day)).toEqual({ working, sure: true });
  });

  it('agrees day by day with the package chinese-days, in every year that either holds', () => {
    const holidays = new Set(Object.keys(calendar.holidays));
    const swapped = new Set(Object.keys(calendar.workdays));
    const years = [...holidays].map((day) => Number(day.slice(0, 4)));
    expect(CALENDAR_YEARS).toEqual({ first: Math.min(...years), last: Math.max(...years) });
    for (
      let day = `${CALENDAR_YEARS.first}-01-01`;
      day <= `${CALENDAR_YEARS.last}-12-31`;
      day = addDays(day, 1)
    ) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const working = weekend ? swapped.has(day) : !holidays.has(day);
      if (isWorkingDay(day).working !== working) expect(day).toBe(working ? 'a working day' : 'a day off');
    }
  });

  it('counts Monday to Friday beyond it, and says so', () => {
    const year = CALENDAR_YEARS.last + 1;
    expect(isWorkingDay(`${year}-10-01`).sure).toBe(false);
    expect(isWorkingDay('2003-10-01')).toEqual({ working: true, sure: false });
  });
});

describe('working days after an event', () => {
  it.each([
    // The day of the event does not count (民法典 第201条).
    ['2025-03-10', 1, '2025-03-11'],
    ['2025-03-14', 1, '2025-03-17'],
    ['2025-03-15', 1, '2025-03-17'],
    ['2025-03-10', 5, '2025-03-17'],
    // Eight days of holiday, and the Saturday after it is worked.
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 5, '2025-10-14'],
    // The Sunday before the holiday is worked.
    ['2025-09-26', 2, '2025-09-29'],
    ['2025-03-10', 0, '2025-03-10'],
  ])('%s + %i = %s', (from, count, date) => {
    expect(workingDaysAfter(from, count)).toEqual({ date, sure: true });
  });

  it('is not sure once it leaves the published calendar', () => {
    const last = CALENDAR_YEARS.last;
    expect(workingDaysAfter(`${last}-12-01`, 3).sure).toBe(true);
    expect(workingDaysAfter(`${last}-12-30`, 5).sure).toBe(false);
    expect(workingDaysAfter('2003-12-31', 1).sure).toBe(false);
  });

  it('agrees with counting one by one', () => {
    let day = '2023-12-01';
    for (let count = 1; count <= 300; count++) {
      do day = addDays(day, 1);
      while (!isWorkingDay(day).working);
      expect(workingDaysAfter('2023-12-01', count).date).toBe(day);
    }
  });

  it.each([-1, 1.5, Number.NaN, 1e9])('refuses to count %d days', (count) => {
    expect(() => workingDaysAfter('2025-01-01', count)).toThrow(RangeError);
  });
});

describe('working days before an event, and the end of a period', () => {
  it('counts backwards without the day of the event', () => {
    expect(workingDaysBefore('2025-03-17', 1)).toEqual({ date: '2025-03-14', sure: true });
    expect(workingDaysBefore('2025-10-09', 2)).toEqual({ date: '2025-09-29', sure: true });
  });

  it('moves a holiday to the next working day (民法典 第203条), and leaves a working day', () => {
    expect(workingDayFrom('2025-10-01')).toEqual({ date: '2025-10-09', sure: true });
    expect(workingDayFrom('2025-10-11')).toEqual({ date: '2025-10-11', sure: true });
  });
});
