import { beforeEach, describe, expect, it } from 'vitest';
import { dateWords, daysLeftWords, monthDayWords, shortDateWords } from '../../../components/words/date.ts';
import { deadlineDay, ruleWords } from '../../../components/words/rule.ts';
import { problemWords, saidWords } from '../../../components/words/said.ts';
import { reasonWords, stateWords } from '../../../components/words/status.ts';
import type { Status } from '../../../lib/catalogue/types.ts';
import { Problem } from '../../../lib/messages/send.ts';
import type { Deadline } from '../../../lib/reading/types.ts';
import { speak } from '../i18n/speak.ts';
import { deadline } from './samples.ts';

describe('in Chinese', () => {
  beforeEach(() => speak('zh'));

  it('writes days out with their weekday', () => {
    expect(dateWords('2025-03-01')).toBe('2025年3月1日星期六');
    expect(shortDateWords('2025-03-01')).toBe('2025年3月1日');
    expect(monthDayWords('02-29')).toBe('2月29日');
  });

  it.each([
    ['2025-03-01', '今天'],
    ['2025-03-02', '明天'],
    ['2025-02-28', '昨天'],
    ['2026-03-01', '还有365天'],
    ['2024-03-01', '已过365天'],
    ['no date', ''],
  ])('counts the days to %s', (day, words) => {
    expect(daysLeftWords(day, '2025-03-01')).toBe(words);
  });

  it.each<[Partial<Deadline>, string]>([
    [{ kind: 'due', to: '2022-12-31' }, '2022年12月31日星期六前（含当日）'],
    [{ kind: 'effective', from: '2025-03-01' }, '自2025年3月1日星期六起'],
    [{ kind: 'expiry', to: '2025-03-01' }, '至2025年3月1日星期六'],
    [{ kind: 'period', from: '2025-03-01', to: '2025-03-02' }, '2025年3月1日星期六至2025年3月2日星期日'],
    [{ kind: 'within', count: 5, unit: 'workday', anchor: '收到申请' }, '自“收到申请”起5个工作日内'],
    [{ kind: 'within', count: 1, unit: 'hour' }, '1小时内'],
    [{ kind: 'before-event', count: 3, unit: 'day', anchor: '开工' }, '“开工”的3日前'],
    [{ kind: 'before-event', count: 3, unit: 'day' }, '提前3日'],
    [{ kind: 'validity', count: 3, unit: 'year' }, '有效期3年'],
    [{ kind: 'recurring', every: 'year', to: '02-28' }, '每年2月28日前'],
    [{ kind: 'recurring', every: 'month', to: '05' }, '每月5日前'],
    [{ kind: 'recurring', every: 'quarter' }, '每季度'],
    [{ kind: 'ongoing' }, '长期推进，未定终止日期'],
    [{ kind: 'effective' }, '日期未写明（“原文”）'],
    [{ kind: 'within' }, '原文'],
  ])('says %j', (part, words) => {
    expect(ruleWords(deadline(part))).toBe(words);
  });
});

describe('in English', () => {
  beforeEach(() => speak('en'));

  it('writes days out, the day before the month', () => {
    expect(dateWords('2025-03-01')).toMatch(/^Saturday,? 1 March 2025$/);
    expect(monthDayWords('02-29')).toBe('29 February');
  });

  it.each<[Partial<Deadline>, string]>([
    [
      { kind: 'within', count: 5, unit: 'workday', anchor: '收到申请' },
      'within 5 working days of “收到申请”',
    ],
    [{ kind: 'within', count: 1, unit: 'workday' }, 'within 1 working day'],
    [{ kind: 'recurring', every: 'year', to: '02-28' }, 'every year by 28 February'],
  ])('says %j', (part, words) => {
    expect(ruleWords(deadline(part))).toBe(words);
  });

  it('names a status and its reasons', () => {
    const status: Status = {
      state: 'expired',
      asOf: '2025-03-01',
      because: { key: 'statusAsOf', args: ['2024-12-31'] },
      amendedBy: ['甲', '乙'],
      repealedBy: '丙',
      extendedBy: null,
    };
    expect(stateWords(status.state)).toBe('Expired');
    expect(reasonWords(status)).toBe('As of 31 December 2024; Amended by 甲 and 乙; Repealed by 丙');
  });

  it('says what disagrees, and names a repeal once', () => {
    const status: Status = {
      state: 'repealed',
      asOf: '2025-03-01',
      because: { key: 'statusBecauseRepealed', args: ['丙', '2024-12-31'] },
      disagrees: { key: 'statusPageDisagrees', args: ['现行有效'] },
      amendedBy: [''],
      repealedBy: '丙',
      extendedBy: null,
    };
    expect(reasonWords(status)).toBe(
      '丙 repealed it from 31 December 2024; but this page calls it “现行有效”',
    );
  });

  it('names the catalogue that says so, where it is not ours', () => {
    const status: Status = {
      state: 'in-force',
      asOf: '2025-03-01',
      because: { key: 'statusBecauseValid', args: ['2030-12-31'] },
      source: { key: 'statusFromPack', args: ['云岭包', '渡口学会', '2025-02-01'] },
      amendedBy: [],
      repealedBy: null,
      extendedBy: null,
    };
    expect(reasonWords(status)).toMatch(
      /; according to the catalogue “云岭包” \(by 渡口学会, as of 1 February 2025\)$/,
    );
  });

  it('says why something failed, whatever was thrown', () => {
    expect(problemWords(new Problem('problemNoAnswer'))).toContain('did not answer');
    expect(problemWords('thrown')).toContain('unexpected');
    expect(saidWords({ key: 'daysLeft', args: ['4'] })).toBe('4 days left');
  });
});

describe('the day of a deadline', () => {
  it.each<[Partial<Deadline>, string | null]>([
    [{ from: '2025-01-01', to: '2025-02-01' }, '2025-02-01'],
    [{ from: '2025-01-01' }, '2025-01-01'],
    [{ kind: 'recurring', to: '02-01' }, null],
    [{ kind: 'within' }, null],
  ])('of %j is %s', (part, day) => {
    expect(deadlineDay(deadline(part))).toBe(day);
  });
});
