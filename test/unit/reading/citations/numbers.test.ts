import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../../../lib/reading/citations/numbers.ts';
import { fold } from '../../../../lib/reading/fold.ts';

const folded = (text: string) => fold({ text, blocks: [{ start: 0, end: text.length, kind: 'para' }] }).text;
const numbers = (text: string) => findNumbers(folded(text)).map((number) => number.value);

describe('forms', () => {
  test.each([
    ['云府发〔2025〕3号', '云府发〔2025〕3号'],
    ['云府办规〔2025〕 12 号', '云府办规〔2025〕12号'],
    ['国办发[2017]47号', '国办发〔2017〕47号'],
    ['国办发［2017］47号', '国办发〔2017〕47号'],
    ['国办发（2017）47号', '国办发〔2017〕47号'],
    ['国办发【2017】47号', '国办发〔2017〕47号'],
    ['国办发﹝2017﹞47号', '国办发〔2017〕47号'],
    ['国办发〈2017〉47号', '国办发〔2017〕47号'],
    ['国办发〔２０１７〕４７号', '国办发〔2017〕47号'],
    ['国办发〔2017〕第47号', '国办发〔2017〕47号'],
    ['云政干〔\n   2020〕\n  68号', '云政干〔2020〕68号'],
    ['国发〔2020〕7', '国发〔2020〕7号'],
    ['云科发火字〔1996〕061号', '云科发火字〔1996〕061号'],
    ['云岭省人民政府令第54号', '云岭省人民政府令第54号'],
    ['云岭省人民政府令\n第54号', '云岭省人民政府令第54号'],
    ['云岭省人民政府令（第54号）', '云岭省人民政府令第54号'],
    ['云岭省人民政府令54号', '云岭省人民政府令第54号'],
    ['云岭省人民政府第54号令', '云岭省人民政府令第54号'],
    ['主席令第四号', '主席令第四号'],
    ['国令第706号', '国令第706号'],
    ['云府令〔2024〕370号', '云府令〔2024〕370号'],
    ['中国银监会令2018年第1号', '中国银监会令2018年第1号'],
    ['人力资源和社会保障部、财政部令2021年第4号', '人力资源和社会保障部、财政部令2021年第4号'],
    ['国家税务总局公告2021年第3号', '国家税务总局公告2021年第3号'],
    ['财政部 税务总局公告2023年第12号', '财政部税务总局公告2023年第12号'],
    ['证监会公告〔2021〕15号', '证监会公告〔2021〕15号'],
    ['南渡市公安局通告第8号', '南渡市公安局通告第8号'],
  ])('%s', (text, want) => {
    expect(numbers(text)).toEqual([want]);
  });
});

describe('the code ends where the words before it do', () => {
  test.each([
    ['按照国发〔2020〕7号文件', ['国发〔2020〕7号']],
    ['关于绿色航运的意见国发〔2020〕7号', ['国发〔2020〕7号']],
    ['的通知国发〔2020〕7号', ['国发〔2020〕7号']],
    ['苏州市住建局苏住建规〔2021〕3号', ['苏住建规〔2021〕3号']],
    ['根据财库〔2020〕46号和财综〔2020〕8号', ['财库〔2020〕46号', '财综〔2020〕8号']],
    ['（云府发〔2021〕1号、云府发〔2021〕2号）', ['云府发〔2021〕1号', '云府发〔2021〕2号']],
    ['2012年9月24日云岭省人民政府令第88号公布', ['云岭省人民政府令第88号']],
    ['根据财政部令第108号', ['财政部令第108号']],
    ['以下简称国发〔2020〕7号', ['国发〔2020〕7号']],
    ['政策正文\n国科发火〔2016〕32号', ['国科发火〔2016〕32号']],
  ])('%s', (text, want) => {
    expect(numbers(text)).toEqual(want);
  });
});

test.each([
  '责令第三号门停用',
  '第12号楼',
  '（2020）15个工作日',
  '电话12345678号',
  '2025年第3期',
  '云岭省〔2020〕年',
])('no number: %s', (text) => {
  expect(numbers(text)).toEqual([]);
});

test('white space, width and brackets change nothing', () => {
  const blank = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u2003', '\n');
  const pair = fc.constantFrom(
    ['〔', '〕'],
    ['[', ']'],
    ['［', '］'],
    ['【', '】'],
    ['﹝', '﹞'],
    ['（', '）'],
  );
  const digits = (n: number, wide: boolean) =>
    [...String(n)].map((d) => (wide ? String.fromCharCode(d.charCodeAt(0) + 0xfee0) : d)).join('');
  fc.assert(
    fc.property(
      fc.integer({ min: 1949, max: 2049 }),
      fc.integer({ min: 1, max: 9999 }),
      pair,
      fc.boolean(),
      fc.array(blank, { minLength: 5, maxLength: 5 }),
      (year, serial, brackets, wide, blanks) => {
        const [a, b, c, d, e] = blanks;
        const text = `云府${a}发${b}${brackets[0]}${digits(year, wide)}${c}${brackets[1]}${d}${digits(serial, wide)}${e}号`;
        expect(numbers(text)).toEqual([`云府发〔${year}〕${serial}号`]);
      },
    ),
  );
});
