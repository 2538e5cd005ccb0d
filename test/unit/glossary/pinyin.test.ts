import { describe, expect, it } from 'vitest';
import { byPinyin, initialOf, initialsOf } from '../../../lib/glossary/pinyin.ts';

describe('the first letters of pinyin', () => {
  const CASES: [term: string, initials: string][] = [
    ['一网通办', 'ywtb'],
    ['双随机、一公开', 'ssjygk'],
    ['“放管服”', 'fgf'],
    ['RCEP规则', 'rcepgz'],
    ['15分钟', '15fz'],
    ['安八擦大恩发嘎哈基卡拉马那欧怕七然撒他哇西压杂', 'abcdefghjklmnopqrstwxyz'],
    ['阿丁耳夫高黄江空李毛牛偶彭强日上田文雪羊张', 'adefghjklmnopqrstwxyz'],
  ];
  it.each(CASES)('%s', (term, initials) => {
    expect(initialsOf(term)).toBe(initials);
  });

  it('are of one letter for all common characters, and grow in the order of the collator', () => {
    const chars = [];
    for (let code = 0x4e00; code < 0x9fa6; code++) chars.push(String.fromCharCode(code));
    const letters = chars.sort(byPinyin).map(initialOf);
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true);
    expect(letters).toEqual([...letters].sort());
  });
});
