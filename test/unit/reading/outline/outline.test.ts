import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../lib/reading/fold.ts';
import { articleFinder } from '../../../../lib/reading/outline/article.ts';
import { numberOf } from '../../../../lib/reading/outline/labels.ts';
import { findOutline } from '../../../../lib/reading/outline.ts';
import { drawn, inputOf, outlineOf } from './helpers.ts';

describe('one heading', () => {
  test.each([
    ['第一章 总则', '第一章', '总则'],
    ['第 一 章  总  则', '第一章', '总则'],
    ['第二节　湖泊保护', '第二节', '湖泊保护'],
    ['第三编 附带责任', '第三编', '附带责任'],
    ['第二部分 工作安排', '第二部分', '工作安排'],
    ['第一条 为了保护湿地，制定本办法。', '第一条', ''],
    ['第一条为了保护湿地，制定本办法。', '第一条', ''],
    ['第二条（适用范围）', '第二条', '适用范围'],
    ['第二条 （适用范围）渔船的停泊适用本办法。', '第二条', '适用范围'],
    ['第二条【定义】', '第二条', '定义'],
    ['第三条 主管部门', '第三条', '主管部门'],
    ['第二十一条之一 渡口应当设标志。', '第二十一条之一', ''],
    ['第12条 渡口应当设标志。', '第12条', ''],
    ['第一百零三条 本办法自印发之日起施行。', '第一百零三条', ''],
    ['一、总体要求', '一、', '总体要求'],
    ['一．总体要求', '一、', '总体要求'],
    ['十二、保障措施', '十二、', '保障措施'],
    ['（一）指导思想。以服务渔民为中心，推进码头建设。', '（一）', '指导思想'],
    ['(一)指导思想', '（一）', '指导思想'],
    ['（二十三）加强法治保障', '（二十三）', '加强法治保障'],
    ['1.摸清底数。各镇逐户登记。', '1.', '摸清底数'],
    ['1．摸清底数', '1.', '摸清底数'],
    ['1、摸清底数', '1.', '摸清底数'],
    ['12. 摸清底数', '12.', '摸清底数'],
    ['（1）登记造册', '（1）', '登记造册'],
    ['1）登记造册', '1)', '登记造册'],
    ['①登记造册', '①', '登记造册'],
    ['- (一) 设立观测点；', '（一）', '设立观测点'],
    ['## 二、主要任务', '二、', '主要任务'],
    ['**三、组织保障**', '三、', '组织保障'],
    ['&#8195;&#8195;一、修改的内容', '一、', '修改的内容'],
    ['附件1', '附件1', ''],
    ['附件：', '附件', ''],
    ['附件2 码头名单', '附件2', '码头名单'],
    ['附录一：名词说明', '附录一', '名词说明'],
  ])('%s', (text, label, title) => {
    expect(outlineOf(text)).toMatchObject([{ label, title, level: 1 }]);
  });

  test('its place is number and title, without bullets and without the sentence end', () => {
    const text = '前言\n- （一） 指导思想。以服务渔民为中心。';
    expect(outlineOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['（一） 指导思想']);
  });

  test('spaces stay between Latin words and go between characters', () => {
    expect(outlineOf('二、推 广 Open Water 平台')[0]?.title).toBe('推广Open Water平台');
  });

  test('a title keeps the punctuation of the page', () => {
    expect(outlineOf('二、放开航道，管好码头')[0]?.title).toBe('放开航道，管好码头');
  });

  test('number and title in two blocks', () => {
    expect(drawn('第一章\n总则\n第一条 为了护湖，制定本办法。')).toEqual(['1 第一章 总则', '2 第一条']);
    expect(drawn('附件1\n\n码头名单\n南渡码头、北渡码头。')).toEqual(['1 附件1 码头名单']);
  });
});

describe('no heading', () => {
  test.each([
    ['按照本办法第三条规定办理。'],
    ['第三条规定的材料齐全的，应当受理。'],
    ['第三条、第四条所列材料可以合并。'],
    ['第十二条修改为：'],
    ['第五条第二款中的“渔船”改为“船舶”。'],
    ['第三章的规定适用于渡船，不适用于货船。'],
    ['一、二类渔港按前款办理。'],
    ['（一）、（二）项所列材料'],
    ['（一）至（三）项所列材料'],
    ['3.5万艘渔船完成登记。'],
    ['2025.3.1起算。'],
    ['2025年第3期'],
    ['12 月 30 日，南渡市举行开渔仪式。'],
    ['5 个码头完成改造'],
    ['附件1所列码头应当改造。'],
    ['附件：1.码头名单 2.渔船登记表'],
    ['附件：码头名单'],
    ['“第五条 渡口应当设标志。”'],
    ['第一章 总则…………1'],
    ['第一章 总则......(3)'],
    ['1 码头'],
  ])('%s', (text) => {
    expect(outlineOf(text)).toEqual([]);
  });

  test('a number in a table cell is a row number; an article in a page laid out as a table is one', () => {
    expect(outlineOf('1.南渡码头\n（一）北渡码头', 'cell')).toEqual([]);
    expect(outlineOf('第一条 为了护湖，制定本办法。', 'cell')).toHaveLength(1);
  });
});

describe('levels', () => {
  test('level 1 is the outermost kind that is used', () => {
    expect(drawn('第一章 总则\n第一条 甲。\n（一）乙；\n1.丙；\n第二章 分则\n第二条 丁。')).toEqual([
      '1 第一章 总则',
      '2 第一条',
      '3 （一） 乙',
      '4 1. 丙',
      '1 第二章 分则',
      '2 第二条',
    ]);
    expect(drawn('一、总体要求\n（一）目标\n1.护湖\n（1）清淤\n①测量')).toEqual([
      '1 一、 总体要求',
      '2 （一） 目标',
      '3 1. 护湖',
      '4 （1） 清淤',
      '5 ① 测量',
    ]);
  });

  test('what a notice issues has levels of its own', () => {
    expect(drawn('一、请遵照执行\n二、请报送\n第一章 总则\n第一条 甲。')).toEqual([
      '1 一、 请遵照执行',
      '1 二、 请报送',
      '1 第一章 总则',
      '2 第一条',
    ]);
    expect(drawn('第一条 甲。\n附件1\n码头名单\n一、甲类\n（一）南渡')).toEqual([
      '1 第一条',
      '1 附件1 码头名单',
      '1 一、 甲类',
      '2 （一） 南渡',
    ]);
  });

  test('articles that a decision quotes lie inside its own numbers', () => {
    expect(drawn('一、修改下列办法\n1.将第五条修改为：\n第五条 渡口应当设标志。\n2.删去第六条。')).toEqual([
      '1 一、 修改下列办法',
      '2 1. 将第五条修改为',
      '3 第五条',
      '2 2. 删去第六条',
    ]);
  });

  test('一、 within an article goes on', () => {
    expect(drawn('第一条 甲：\n一、乙；\n二、丙。\n第二条 丁：\n一、戊。')).toEqual([
      '1 第一条',
      '2 一、 乙',
      '2 二、 丙',
      '1 第二条',
      '2 一、 戊',
    ]);
  });

  test('decimal numbers of a plan; a bare number is a heading only there', () => {
    expect(drawn('1 总则\n1.1 编制目的\n1.1.1 依据\n2 组织体系')).toEqual([
      '1 1 总则',
      '2 1.1 编制目的',
      '3 1.1.1 依据',
      '1 2 组织体系',
    ]);
  });
});

describe('lost and doubled lines', () => {
  test('articles after a sentence end, where line breaks were lost', () => {
    expect(drawn('第一章 总则 第一条 甲。第二条 乙，见第一条 规定。第三条（附则）丙。')).toEqual([
      '1 第一章 总则',
      '2 第一条',
      '2 第二条',
    ]);
  });

  test('a table of contents is not the outline', () => {
    expect(
      drawn('目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。'),
    ).toEqual(['1 第一章 总则', '2 第一条', '1 第二章 附则', '2 第二条']);
  });
});

describe('the name of a place', () => {
  const name = (text: string, at: string) => articleFinder(outlineOf(text))(text.indexOf(at));
  test.each([
    ['第一章 总则\n第二条 （一）甲；\n（二）乙。', '乙', '第二条'],
    ['二、任务\n（三）护湖\n1.清淤，甲。', '甲', '二（三）1'],
    ['四、任务\n17.清淤，甲。', '甲', '四17'],
    ['二、任务\n（三）护湖，甲', '甲', '二（三）'],
    ['甲说。\n一、任务', '甲', null],
    ['第一条 乙。\n附件1\n甲的名单', '甲', null],
    ['一、请执行\n第一条 乙。\n第二条 甲。', '甲', '第二条'],
  ])('%s', (text, at, wanted) => {
    expect(name(text, at)).toBe(wanted);
  });
});

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['二〇', 20],
  ['17', 17],
])('%s is %i', (digits, value) => {
  expect(numberOf(digits)).toBe(value);
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '第',
    '一',
    '条',
    '章',
    '（',
    '）',
    '(',
    '1',
    '.',
    '、',
    '附件',
    '\n',
    ' ',
    '　',
    '总则',
    '。',
    '-',
    '①',
  );
  test('spans lie in the text, are in order, and levels start at 1', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let last = -1;
        for (const item of outlineOf(text)) {
          expect(item.start).toBeGreaterThan(last);
          expect(item.end).toBeGreaterThan(item.start);
          expect(item.end).toBeLessThanOrEqual(text.length);
          expect(item.level).toBeGreaterThanOrEqual(1);
          last = item.start;
        }
      }),
    );
  });

  test('white space in a heading changes nothing', () => {
    const blank = fc.constantFrom('', ' ', '　', '\u2003', '\u00a0', '\u200b', '\n');
    const words = ['第', '一', '章', '总', '则'];
    fc.assert(
      fc.property(fc.array(blank, { minLength: 5, maxLength: 5 }), (gaps) => {
        const text = words.map((word, i) => word + gaps[i]).join('');
        const input = {
          ...inputOf(''),
          text,
          blocks: [{ start: 0, end: text.length, kind: 'heading' as const }],
        };
        expect(findOutline(input, fold(input))).toMatchObject([{ label: '第一章', title: '总则' }]);
      }),
    );
  });

  test.each(['第', '第一条', '一、\n', '（一）', '附件\n', '1.\n'])('a million characters of %j', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(() => outlineOf(text)).not.toThrow();
  });
});
