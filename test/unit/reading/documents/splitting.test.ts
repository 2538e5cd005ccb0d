import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsOf } from './identify.ts';

/** The first line and the title, number and date of each document of a text. */
const parts = (text: string) =>
  documentsOf(text).map(({ start, metadata }) => [
    text.slice(start).trimStart().split('\n', 1)[0],
    metadata.title,
    metadata.docNumber,
    metadata.issued ?? metadata.published,
  ]);

test('a gazette: its own name, then one document after the other', () => {
  const text = `云岭省人民政府公报
2025年第3期
云岭省人民政府关于加强渡口安全的通知
云府发〔2025〕3号
各市、州人民政府：
为加强渡口安全，现就有关事项通知如下，请认真贯彻执行，切实把各项措施落到实处，确保人民群众生命财产安全。
一、落实责任。
云岭省人民政府
2025年3月4日
云岭省人民政府办公厅关于做好春耕工作的通知
云府办发〔2025〕5号
各市、州人民政府：
为做好春耕工作，现就有关事项通知如下，请认真贯彻执行。
一、抓好播种。
云岭省人民政府办公厅
2025年3月6日
云岭省人民政府令
第61号
《云岭省渡口管理办法》已经2025年2月3日省人民政府第5次常务会议通过，现予公布，自2025年5月1日起施行。
省长 王某
2025年3月9日
云岭省渡口管理办法
第一条 为了加强渡口管理，制定本办法。`;
  expect(parts(text)).toEqual([
    ['云岭省人民政府公报', '云岭省人民政府公报', null, null],
    [
      '云岭省人民政府关于加强渡口安全的通知',
      '云岭省人民政府关于加强渡口安全的通知',
      '云府发〔2025〕3号',
      '2025-03-04',
    ],
    [
      '云岭省人民政府办公厅关于做好春耕工作的通知',
      '云岭省人民政府办公厅关于做好春耕工作的通知',
      '云府办发〔2025〕5号',
      '2025-03-06',
    ],
    ['云岭省人民政府令', '云岭省渡口管理办法', '云岭省人民政府令第61号', '2025-03-09'],
  ]);
});

test('a decree that republishes regulations', () => {
  const text = `云岭省人民政府令
第13号
《云岭省人民政府关于修改部分规章的决定》已经2024年3月21日省人民政府第八次常务会议审议通过，现予公布，自2024年6月10日起施行。
省长 王某
2024年4月2日
云岭省人民政府关于修改部分规章的决定
（2024年4月2日云岭省人民政府令第13号公布）
经研究，省人民政府决定，对下列规章予以修改：
一、云岭省渡口管理办法
1.将第一条修改为：
为了加强渡口管理，制定本办法。
《云岭省渡口管理办法》等2件规章根据本决定作相应修改，重新公布。
云岭省渡口管理办法
（2014年1月11日云岭省人民政府令第12号公布 根据2024年4月2日云岭省人民政府令第13号修正）
第一条 为了加强渡口管理，制定本办法。
第二条 本办法自2014年3月1日起施行。
云岭省邮亭管理规定
（1991年2月9日云岭省人民政府批准 根据1997年12月19日云岭省人民政府令第54号第一次修正）
第一条 邮亭由省邮政局管理。`;
  expect(parts(text)).toEqual([
    ['云岭省人民政府令', '云岭省人民政府关于修改部分规章的决定', '云岭省人民政府令第13号', '2024-04-02'],
    ['云岭省渡口管理办法', '云岭省渡口管理办法', '云岭省人民政府令第12号', '2014-01-11'],
    ['云岭省邮亭管理规定', '云岭省邮亭管理规定', null, '1991-02-09'],
  ]);
  expect(documentsOf(text).map((part) => part.metadata.effective)).toEqual([
    '2024-06-10',
    '2014-03-01',
    null,
  ]);
});

test('a newsletter: the articles that its contents list, each with the day of the issue', () => {
  const paragraph =
    '近日，省政府印发有关文件，提出五项任务，明确到二〇二六年建成一批示范渡口，完善安全管理制度，提高服务水平。';
  const text = `云岭每周要讯
2025年第2期 总204期
云岭省人民政府驻澄江办事处
2025年1月15日
目 录
- 云岭整治渡口安全 3
- 南渡发布茶园规划 4
云岭整治渡口安全
${paragraph}
南渡发布茶园规划
${paragraph}`;
  expect(parts(text)).toEqual([
    ['云岭每周要讯', '云岭每周要讯', null, '2025-01-15'],
    ['云岭整治渡口安全', '云岭整治渡口安全', null, '2025-01-15'],
    ['南渡发布茶园规划', '南渡发布茶园规划', null, '2025-01-15'],
  ]);
});

test('a newspaper page: articles by their by-lines', () => {
  const text = `全省渡口安全会议召开
本报记者 陈某
本报讯 12月25日，全省渡口安全会议在南渡市召开，会议强调要压实责任，《云岭省渡口管理办法》要落实到位。
乡村茶园有了新规
本报记者 丁某
记者了解到，云岭省今年新建茶园二十处，茶农收入稳步提高，产业链不断延伸，品牌影响力扩大。`;
  expect(parts(text).map(([first]) => first)).toEqual(['全省渡口安全会议召开', '乡村茶园有了新规']);
});

describe('one document stays one', () => {
  test.each([
    [
      'a page that prints title and number twice',
      `云岭省人民政府关于渡口安全的通知
印发日期：2025-03-04 云府发〔2025〕3号
字号：大 中 小
云岭省人民政府关于渡口安全的通知
云府发〔2025〕3号
各市人民政府：
为加强安全，现通知如下：
一、落实责任。`,
    ],
    [
      'a list of related documents below the text',
      `云岭省人民政府关于渡口安全的通知
云府发〔2025〕3号
各市人民政府：
为加强安全，现通知如下：
一、落实责任。
二、加强检查，发现隐患及时整改，对拒不整改的依法处罚，并向社会公布结果，接受群众监督。
相关文件
云岭省人民政府关于港口安全的通知
云府发〔2024〕9号`,
    ],
    [
      'the text that a notice attaches',
      `云岭省人民政府关于印发《云岭省茶园管理办法》的通知
云府发〔2025〕3号
各市人民政府：
现将《云岭省茶园管理办法》印发给你们，请认真执行。
云岭省人民政府
2025年3月4日
云岭省茶园管理办法
第一条 为了加强管理，制定本办法。`,
    ],
  ])('%s', (_, text) => {
    expect(documentsOf(text)).toHaveLength(1);
  });
});

test('whatever the text, its documents span it without a gap', () => {
  const piece = fc.constantFrom(
    '云岭省人民政府令\n',
    '第13号\n',
    '云府发〔2025〕3号\n',
    '关于渡口安全的通知\n',
    '（2014年1月11日公布）\n',
    '各市：\n',
    '目录\n',
    '一、落实责任。\n',
    '2025年3月4日\n',
    '渡口 3\n',
    '本报讯 \n',
    '。',
    ' ',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let at = 0;
      for (const { start, end } of documentsOf(text)) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
      expect(at).toBe(text.length);
    }),
  );
});
