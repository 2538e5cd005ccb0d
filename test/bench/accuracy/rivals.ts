import { recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node';
import type { Answer } from './deadlines.ts';

/** A general date library, asked for the same text. */
export interface Rival {
  name: string;
  read(text: string, day: Date): Answer[];
}

type Value = Answer['values'][number];
const date = (from: string | null, to: string | null): Value => ({ from, to, count: null, unit: null });

const iso = (part: { get(name: 'year' | 'month' | 'day'): number | null }) =>
  [
    String(part.get('year')).padStart(4, '0'),
    ...(['month', 'day'] as const).map((name) => String(part.get(name)).padStart(2, '0')),
  ].join('-');

const chronoNode: Rival = {
  name: 'chrono-node zh.hans',
  read: (text, day) =>
    chrono.zh.hans.parse(text, day).map((found) => ({
      start: found.index,
      end: found.index + found.text.length,
      kind: null,
      values: [date(iso(found.start), iso(found.end ?? found.start))],
    })),
};

const UNITS: Record<string, string> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
};

/** What a resolution may mean. Ranges end before their last day or on it; both are let pass. */
function valuesOf(value: Record<string, string>): Value[] {
  const length = /^P(T?)(\d+)([YMWDH])$/.exec(value.timex ?? '');
  if (value.type === 'duration' && length) {
    const [, time = '', count = '', unit = ''] = length;
    return [{ from: null, to: null, count: Number(count), unit: UNITS[time + unit] ?? null }];
  }
  if (value.type === 'date' && value.value) return [date(value.value, value.value)];
  if (value.type !== 'daterange') return [];
  const { start = null, end = null } = value;
  return [date(start, end), date(start, end && dayBefore(end))];
}

function dayBefore(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time - 86_400_000).toISOString().slice(0, 10);
}

const recognizers: Rival = {
  name: 'Recognizers-Text zh-cn',
  read(text, day) {
    const answers: Answer[] = [];
    let at = 0;
    // Line by line: its time grows with the square of the text's length.
    for (const line of text.split('\n')) {
      if (/[\d一二三四五六七八九十年月日]/.test(line)) {
        for (const found of recognizeDateTime(line, 'zh-cn', undefined, day)) {
          const values = (found.resolution?.values ?? []) as Record<string, string>[];
          answers.push({
            start: at + found.start,
            end: at + found.end + 1,
            kind: null,
            values: values.flatMap(valuesOf),
          });
        }
      }
      at += line.length + 1;
    }
    return answers;
  },
};

/** The libraries that a developer would reach for. */
export const RIVALS: Rival[] = [chronoNode, recognizers];
