import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainInput } from '../../../../lib/reading/plain.ts';

/** The blocks of a text as `kind|text`, a soft line break shown as ⏎. */
const blocks = (text: string) =>
  plainInput(text).blocks.map((b) => `${b.kind}|${text.slice(b.start, b.end).replaceAll('\n', '⏎')}`);

describe('lines that are paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['one block a line', '第一句。\n\n第二句。', ['para|第一句。', 'para|第二句。']],
    [
      'indents stay outside',
      '\u3000\u3000各区要抓好落实。\r\n\t各部门要配合。',
      ['para|各区要抓好落实。', 'para|各部门要配合。'],
    ],
    [
      'indents written as entities stay outside',
      '&#8195;&emsp;经研究，决定如下：',
      ['para|经研究，决定如下：'],
    ],
    ['bullets stay outside', '- 设立机构；\n• 公布名单；', ['item|设立机构；', 'item|公布名单；']],
    ['a minus is no bullet', '-3℃以下停工。', ['para|-3℃以下停工。']],
    [
      'headings',
      '第一章 总 则\n一、总体要求\n（一）加强领导',
      ['heading|第一章 总 则', 'heading|一、总体要求', 'heading|（一）加强领导'],
    ],
    [
      'an article that begins a sentence is no heading',
      '第三章的规定适用于小微企业。',
      ['para|第三章的规定适用于小微企业。'],
    ],
    ['numbered items', '1.申请表；\n（2）营业执照；', ['item|1.申请表；', 'item|（2）营业执照；']],
    ['a decimal is no number', '3.5亿元用于补助。', ['para|3.5亿元用于补助。']],
    [
      'title, number, signature and date',
      '云岭省人民政府关于印发《云岭省茶园管理办法》的通知\n各市人民政府：\n云岭省人民政府\n2025年3月4日\n云岭省茶园管理办法',
      [
        'title|云岭省人民政府关于印发《云岭省茶园管理办法》的通知',
        'para|各市人民政府：',
        'signature|云岭省人民政府',
        'signature|2025年3月4日',
        'title|云岭省茶园管理办法',
      ],
    ],
    [
      'letter-spaced issuers',
      '云 岭 省 财 政 厅\n二〇二五年三月四日',
      ['signature|云 岭 省 财 政 厅', 'signature|二〇二五年三月四日'],
    ],
  ])('%s', (_, text, want) => {
    expect(blocks(text)).toEqual(want);
  });
});

describe('lines that were wrapped', () => {
  test('by a PDF: lines of full width go on', () => {
    const text = [
      '各市、州人民政府，省政府各部门、各直属机构，有关单位和企业，经研',
      '究决定，将原定于二〇二四年底到期的南渡港口岸船舶进出港费用减免政',
      '策延长至 2027 年 6',
      '月 30 日。',
    ].join('\n');
    expect(blocks(text)).toEqual([`para|${text.replaceAll('\n', '⏎')}`]);
  });
  test.each<[string, string, string[]]>([
    [
      'a title over two lines',
      '云岭省财政厅关于做好渔业补助资金\n发放工作的通知',
      ['title|云岭省财政厅关于做好渔业补助资金⏎发放工作的通知'],
    ],
    [
      'a title cut inside 《》',
      '根据《云岭省河道采砂\n管理条例》第三条',
      ['para|根据《云岭省河道采砂⏎管理条例》第三条'],
    ],
    [
      'a sentence cut at the end of a page',
      '省农业农村厅要会同省财政厅、省林业局抓紧制定实施细则，明确补助对象、补助标准和申报的\n\n程序，并向社会公布。',
      [
        'para|省农业农村厅要会同省财政厅、省林业局抓紧制定实施细则，明确补助对象、补助标准和申报的⏎⏎程序，并向社会公布。',
      ],
    ],
    [
      'a line that ends in a comma',
      '经省人民政府第十二次常务会议审议通过，\n现予公布。',
      ['para|经省人民政府第十二次常务会议审议通过，⏎现予公布。'],
    ],
    [
      'not before a number',
      '有下列情形之一的，经核实后予以公告，\n（一）停业。',
      ['para|有下列情形之一的，经核实后予以公告，', 'heading|（一）停业。'],
    ],
    [
      'not after a bracket that names who is responsible',
      '推进港口岸电改造，完善收费标准，建立长效运行机制，加强监督检查。（责任单位：省交通厅）\n\n支持企业扩大绿色航运，改善服务。',
      [
        'para|推进港口岸电改造，完善收费标准，建立长效运行机制，加强监督检查。（责任单位：省交通厅）',
        'para|支持企业扩大绿色航运，改善服务。',
      ],
    ],
  ])('%s', (_, text, want) => {
    expect(blocks(text)).toEqual(want);
  });
});

test('tabs make table cells, with row and column; an empty cell leaves its column out', () => {
  const { blocks: found } = plainInput('任务\t单位\t时限\n改造码头\t\t2026年底\n\n以上。\n甲\t乙');
  expect(found.map((b) => [b.kind, b.table, b.row, b.col])).toEqual([
    ['cell', 0, 0, 0],
    ['cell', 0, 0, 1],
    ['cell', 0, 0, 2],
    ['cell', 0, 1, 0],
    ['cell', 0, 1, 2],
    ['para', undefined, undefined, undefined],
    ['cell', 1, 0, 0],
    ['cell', 1, 0, 1],
  ]);
});

test('whatever the text, blocks are in order, apart, and hold everything but white space, bullets and entities', () => {
  const piece = fc.constantFrom(
    '《',
    '》',
    '\n',
    '\r\n',
    '\t',
    '，',
    '。',
    '关于',
    '的通知',
    '- ',
    '&#8195;',
    '2025年3月4日',
    '一、',
    ' ',
    '\u3000',
    '云岭省',
    '\f',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      let at = 0;
      for (const block of plainInput(text).blocks) {
        expect(block.start).toBeGreaterThanOrEqual(at);
        expect(block.end).toBeGreaterThan(block.start);
        expect(text.slice(at, block.start).replace(/&#8195;|[\s-]/g, '')).toBe('');
        at = block.end;
      }
      expect(text.slice(at).replace(/&#8195;|[\s-]/g, '')).toBe('');
    }),
  );
});
