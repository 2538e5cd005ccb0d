import { describe, expect, it } from 'vitest';
import { numberKey, sameNumber, titleKey, titleKeys } from '../../../lib/catalogue/keys.ts';

describe('title keys', () => {
  it.each([
    ['南渡市 茶叶集市\n管理办法（试行）', '南渡市茶叶集市管理办法试行'],
    ['《南渡市“渡口”规定》', '南渡市渡口规定'],
    ['中华人民共和国渡口法', '渡口法'],
    ['澄江新区行动计划（２０２３—２０２５年）', '澄江新区行动计划20232025年'],
  ])('of %j', (title, key) => expect(titleKey(title)).toBe(key));

  it('hold what a notice issues, and the title without its issuers', () => {
    expect(titleKeys('南渡市人民政府办公厅关于印发《南渡市茶叶集市管理办法》的通知')).toEqual([
      '南渡市人民政府办公厅关于印发南渡市茶叶集市管理办法的通知',
      '南渡市茶叶集市管理办法',
      '关于印发南渡市茶叶集市管理办法的通知',
    ]);
    expect(titleKeys('南渡市人民政府关于印发渡口安全若干措施的通知')[1]).toBe('渡口安全若干措施');
    expect(titleKeys('南渡市人民政府关于加强渡口安全的意见')).toContain('关于加强渡口安全的意见');
  });

  it('of a plain regulation are one', () => {
    expect(titleKeys('南渡市茶叶集市管理办法')).toEqual(['南渡市茶叶集市管理办法']);
  });
});

describe('document numbers', () => {
  it.each([
    ['南府规〔2025〕3号', '南府规[2025]3号'],
    ['南府规〔2025〕3号', '南府规（2025）第3号'],
    ['南府规〔2025〕3号', '南 府 规 【2025】 ３ 号'],
    ['南府规〔2025〕3号', '南府规﹝2025﹞003号'],
    ['南渡市人民政府令第17号', '南渡市人民政府第17号令'],
    ['南渡市人民政府令第17号', '南渡市人民政府令17号'],
    ['中华人民共和国国务院令第706号', '国令第706号'],
    ['上海市人民政府令第13号', '沪府令〔2024〕13号'],
    ['中华人民共和国主席令第二十四号', '主席令第24号'],
    ['南渡市水务局公告2023年第12号', '南渡市水务局公告2023年第12号'],
  ])('%s is %s', (one, other) => expect(sameNumber(one, other)).toBe('yes'));

  it.each([
    ['南府规〔2025〕3号', '南府规〔2024〕3号'],
    ['南府规〔2025〕3号', '南府发〔2025〕3号'],
    ['南府规〔2025〕3号', '南府规〔2025〕30号'],
    ['南渡市人民政府令第17号', '澄江新区人民政府令第17号'],
    ['南渡市人民政府令第17号', '南渡市人民政府令第18号'],
    ['渝府令〔2024〕370号', '渝府令〔2023〕370号'],
  ])('%s is not %s', (one, other) => expect(sameNumber(one, other)).toBe('no'));

  it.each([
    [null, '南府规〔2025〕3号'],
    ['南府规〔2025〕3号', null],
    ['某个说不清的号', '南府规〔2025〕3号'],
  ])('%s and %s: unknown', (one, other) => expect(sameNumber(one, other)).toBe('unknown'));

  it('name the year where they are counted by it', () => {
    expect(numberKey('南府规〔2025〕3号')?.year).toBe(2025);
    expect(numberKey('南渡市人民政府令第17号')?.year).toBeNull();
    expect(numberKey('一百零三')).toBeNull();
  });
});
