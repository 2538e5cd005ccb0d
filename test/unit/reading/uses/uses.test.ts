import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../lib/reading/fold.ts';
import { findTerms } from '../../../../lib/reading/terms.ts';
import type { Term } from '../../../../lib/reading/types.ts';
import { findUses } from '../../../../lib/reading/uses.ts';
import { inputOf } from '../outline/helpers.ts';
import { readingOf } from '../terms/helpers.ts';

/** The uses in a text as `before[term]after`, two characters around. */
function uses(text: string): string[] {
  const reading = readingOf(text);
  const terms = findTerms(reading);
  return findUses(reading, terms).map(({ start, end }) =>
    `${text.slice(Math.max(0, start - 2), start)}[${text.slice(start, end)}]${text.slice(end, end + 2)}`.replace(
      /^.?\n/,
      '⏎',
    ),
  );
}

const STATION = '本办法所称观测站，是指监测湖区水质的站点。\n';
const HEAD = '南渡跨国渔业公司地区总部（以下简称“总部”）可以申请。\n';

describe('where a term is used', () => {
  test.each([
    ['设立观测站应当公示。', ['设立[观测站]应当']],
    ['观测站的位置。观测站名录。', ['⏎[观测站]的位', '置。[观测站]名录']],
    ['第二条 观测站应当公示。', ['条 [观测站]应当']],
    ['“观测站”标志', ['⏎“[观测站]”标']],
    ['观 测　站的位置', ['⏎[观 测　站]的位']],
    ['（观测站）', ['⏎（[观测站]）']],
  ])('%s', (text, wanted) => {
    expect(uses(STATION + text)).toEqual(wanted);
  });

  test('only after its definition', () => {
    expect(uses(`观测站应当公示。\n${STATION}观测站上报。`)).toEqual(['⏎[观测站]上报']);
  });

  test('not in a clause that defines it, the same or another', () => {
    expect(uses(`${STATION}本章所称观测站，是指水面上的观测站。\n`)).toEqual([]);
  });

  test('not in its own full name', () => {
    expect(uses(`${HEAD}南渡跨国渔业公司地区总部应当登记。总部应当报告。`)).toEqual(['记。[总部]应当']);
  });

  test('only within its scope', () => {
    const text = '第一条 略。\n第二条 本条所称浮标，是指水上标志。浮标应当发光。\n第三条 浮标的颜色。';
    expect(uses(text)).toEqual(['志。[浮标]应当']);
  });

  test('the latest definition counts', () => {
    const text =
      '湖区巡查证件（以下简称“巡查证”）的申领。\n巡查证应当携带。\n本办法所称巡查证，是指市政府颁发的证件。\n巡查证应当年检。';
    const reading = readingOf(text);
    const terms = findTerms(reading);
    expect(findUses(reading, terms).map((use) => terms[use.term]?.kind)).toEqual([
      'abbreviation',
      'definition',
    ]);
  });

  test('a bracket that includes something speaks of the word everywhere only with 下同', () => {
    expect(uses('限制船企（含个体船东、合作社，下同）入湖。\n船企应当登记。')).toEqual(['⏎[船企]应当']);
    expect(uses('限制船企（含个体船东、合作社）入湖。\n船企应当登记。')).toEqual([]);
  });
});

describe('longest first', () => {
  const text =
    '市城管执法部门负责。所称执法部门，是指城管队伍。\n市城市管理执法部门（以下简称“市执法部门”）牵头。\n市执法部门和执法部门巡查。';
  test('a longer term hides a shorter one in it', () => {
    expect(uses(text).at(-2)).toBe('⏎[市执法部门]和执');
    expect(uses(text).at(-1)).toBe('门和[执法部门]巡查');
  });
});

describe('not inside a longer name or word', () => {
  test.each([
    ['亚太区总部可以申请。'],
    ['国家级总部可以申请。'],
    ['培育型总部可以申请。'],
    ['事业部全球总部可以申请。'],
    ['《总部名录》'],
    ['《南渡市总部管理办法》'],
  ])('%s', (text) => {
    expect(uses(HEAD + text)).toEqual([]);
  });

  test.each([
    ['对总部给予奖励'],
    ['支持总部落户'],
    ['本市总部名录'],
    ['各总部应当报告'],
    ['上级总部'],
    ['其所属总部'],
  ])('%s', (text) => {
    expect(uses(HEAD + text)).toHaveLength(1);
  });

  test('a title that is the term itself', () => {
    expect(
      uses('根据《湿地保护条例》（以下简称《条例》）制定。\n《条例》施行后，《条例释义》发布。'),
    ).toEqual(['⏎《[条例]》施']);
  });

  test.each([
    ['巡查证件遗失的', 0],
    ['巡查证化', 0],
    ['巡查证学习', 1],
    ['巡查证制作', 1],
  ])('%s', (text, count) => {
    expect(uses(`所称巡查证，是指湖区证明。\n${text}`)).toHaveLength(count);
  });

  test('letters and digits end with the term', () => {
    const ais = '建设船舶自动识别系统（AIS）。\n';
    expect(uses(`${ais}AIS数据、AISX、MAIS、5AIS`)).toEqual(['⏎[AIS]数据']);
  });
});

test('not in a block with a link', () => {
  const text = `${STATION}观测站名录\n观测站应当公示`;
  const reading = readingOf(text);
  const blocks = reading.input.blocks.map((block, i) => (i === 1 ? { ...block, link: true } : block));
  const linked = { ...reading, input: { ...reading.input, blocks } };
  expect(findUses(linked, findTerms(linked))).toHaveLength(1);
});

test('a thousand terms on a long text: in order, apart, and each is its term', () => {
  const names = Array.from(
    { length: 1000 },
    (_, i) =>
      `${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(i / 10) % 10]}${'金木水火土'[Math.floor(i / 200)]}船`,
  );
  const text =
    names.map((name) => `所称${name}，是指某船。\n`).join('') +
    names
      .map((name) => `对${name}，`)
      .join('')
      .repeat(20);
  const reading = readingOf(text);
  const terms = findTerms(reading);
  const found = findUses(reading, terms);
  expect(terms).toHaveLength(1000);
  expect(found).toHaveLength(20_000);
  for (const use of found.slice(0, 3000)) expect(text.slice(use.start, use.end)).toBe(terms[use.term]?.term);
});

test('any terms on any text: uses lie in the text, in order and apart', () => {
  const word = fc.constantFrom(
    '渡口',
    '渡',
    '口岸',
    '总部',
    'AIS',
    '《',
    '》',
    '，',
    '\n',
    '区',
    '是指',
    '。',
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      fc.array(fc.nat(40), { maxLength: 6 }),
      (words, starts) => {
        const text = words.join('') || '渡';
        const input = inputOf(text);
        const reading = { ...readingOf(text), input, folded: fold(input) };
        const terms: Term[] = starts
          .map((start) => Math.min(start, text.length - 1))
          .sort((a, b) => a - b)
          .map((start) => ({
            start,
            end: Math.min(text.length, start + 2),
            term: text.slice(start, start + 2),
            kind: 'definition',
            definition: '',
            definitionAt: { start, end: start + 1 },
            clause: { start, end: Math.min(text.length, start + 3) },
            article: null,
            scope: { start: 0, end: text.length },
          }));
        let last = 0;
        for (const use of findUses(reading, terms)) {
          expect(use.start).toBeGreaterThanOrEqual(last);
          expect(use.end).toBeGreaterThan(use.start);
          expect(use.end).toBeLessThanOrEqual(text.length);
          expect(terms[use.term]).toBeDefined();
          last = use.end;
        }
      },
    ),
  );
});
