import { describe, expect, it } from 'vitest';
import { numeral } from '../../../../lib/reading/numerals.ts';

describe('numbers as texts write them', () => {
  it.each<[string, number | null]>([
    ['15', 15],
    ['2.5', 2.5],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['三十一', 31],
    ['百', 100],
    ['一百零五', 105],
    ['一百八十', 180],
    ['两', 2],
    ['半', 0.5],
    ['〇', 0],
    ['二〇二五', 2025],
    ['二○二五', 2025],
    ['二零二五', 2025],
    // Estimates, names and nonsense are no numbers.
    ['三四', null],
    ['十四五', null],
    ['一百五', null],
    ['十十', null],
    ['十百', null],
    ['', null],
    ['12345678901', null],
    ['一二三四五六七八九十', null],
  ])('%s = %s', (text, value) => {
    expect(numeral(text)).toBe(value);
  });
});
