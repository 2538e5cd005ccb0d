import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../../lib/reading/citations.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { findOutline } from '../../../../lib/reading/outline.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import { NOBODY } from '../nobody.ts';
import { cite, cited } from './cite.ts';

describe('titles in 《》', () => {
  test.each<[string, string[]]>([
    ['违反《云岭省渡口管理规定》的', ['cites 云岭省渡口管理规定']],
    ['《云岭省渡口\n管理规定》', ['cites 云岭省渡口管理规定']],
    [
      '《云岭省贯彻〈渡口管理条例〉的实施办法》',
      ['cites 云岭省贯彻〈渡口管理条例〉的实施办法', 'cites 渡口管理条例'],
    ],
    ['《关于落实《渡口管理条例》的通知》', ['cites 关于落实《渡口管理条例》的通知', 'cites 渡口管理条例']],
    ['《云岭省渡口管理规定（试行）》', ['cites 云岭省渡口管理规定（试行）']],
    [
      '《云岭省关于修改〈渡口管理规定〉等12件规章的决定》',
      ['cites 云岭省关于修改〈渡口管理规定〉等12件规章的决定'],
    ],
    [
      '《渔业发票管理办法》（云岭省税务局令第48号修改）继续执行。',
      ['cites 渔业发票管理办法', 'cites  | 云岭省税务局令第48号'],
    ],
    ['《云岭省港口规划（2021—2025年）》', ['cites 云岭省港口规划（2021—2025年）']],
    ['《中华人民共和国刑法修正案（十一）》', ['cites 中华人民共和国刑法修正案（十一）']],
    ['《南渡市平台运营规范（1.0版）》', ['cites 南渡市平台运营规范（1.0版）']],
    ['《区域全面经济伙伴关系协定》', ['cites 区域全面经济伙伴关系协定']],
    ['《企业会计准则第14号——收入》', ['cites 企业会计准则第14号——收入']],
    ['《渔船检验规则第3号》', ['cites 渔船检验规则第3号']],
    ['《产业结构调整指导目录2024年本》', ['cites 产业结构调整指导目录2024年本']],
    ['《渡船救生设备配备要求》', ['cites 渡船救生设备配备要求']],
  ])('%s', (text, want) => {
    expect(cited(text)).toEqual(want);
  });

  test.each([
    '登载于《云岭日报》。',
    '颁发《渡口经营许可证》。',
    '填写《渡船登记表》。',
    '发出《责令改正通知书》《监督建议书》。',
    '出具《项目备案证明》。',
    '阅读《渡口的故事》。',
    '《未闭合的标题',
    '《《《《',
  ])('no document: %s', (text) => {
    expect(cited(text)).toEqual([]);
  });
});

describe('short names stand for the full title', () => {
  const short =
    '为贯彻落实《云岭省渡口管理条例》（以下简称《条例》），制定本办法。\n违反《条例》第十二条第二款的，予以处罚。';
  test('以下简称', () => {
    expect(cite(short).map(({ title, article }) => [title, article])).toEqual([
      ['云岭省渡口管理条例', null],
      ['云岭省渡口管理条例', null],
      ['云岭省渡口管理条例', '第十二条第二款'],
    ]);
  });
  test('without being introduced, by its ending', () => {
    expect(cited('省政府出台《云岭省渡口整治行动方案》。\n《方案》提出三项任务。')).toEqual([
      'cites 云岭省渡口整治行动方案',
      'cites 云岭省渡口整治行动方案',
    ]);
  });
  test('in a headline before the text', () => {
    expect(cited('云岭发布渡口整治《行动方案》\n近日，省政府出台《云岭省渡口整治行动方案》。')).toEqual([
      'cites 云岭省渡口整治行动方案',
      'cites 云岭省渡口整治行动方案',
    ]);
  });
  test('a full title is never taken for a short name', () => {
    expect(cited('对照《云岭省渡口管理条例》和《渡口管理条例》检查。')).toEqual([
      'cites 云岭省渡口管理条例',
      'cites 渡口管理条例',
    ]);
  });
  test('the document itself is not cited', () => {
    expect(cited('违反《办法》的，予以处罚。', { title: '云岭省渡口管理办法' })).toEqual([]);
    expect(cited('《云岭省渡口管理办法》解释权归省交通厅。', { title: '云岭省渡口管理办法' })).toEqual([]);
  });
});

describe('numbers belong to titles', () => {
  test.each<[string, string[]]>([
    ['《渡口管理条例》（云府发〔2010〕5号）规定', ['cites 渡口管理条例 | 云府发〔2010〕5号']],
    ['《渡口管理条例》云府发〔2010〕5号', ['cites 渡口管理条例 | 云府发〔2010〕5号']],
    ['云府发〔2010〕5号《渡口管理条例》', ['cites 渡口管理条例 | 云府发〔2010〕5号']],
    [
      '《渡口管理条例》（云府发〔2010〕5号，以下简称《条例》）',
      ['cites 渡口管理条例 | 云府发〔2010〕5号', 'cites 渡口管理条例 | 云府发〔2010〕5号'],
    ],
    [
      '2012年6月5日云岭省人民政府令第88号公布的《渡口管理条例》',
      ['cites 渡口管理条例 | 云岭省人民政府令第88号'],
    ],
    [
      '《甲渡口规定》（云府发〔2010〕5号）、《乙渡口规定》（云府发〔2010〕6号）',
      ['cites 甲渡口规定 | 云府发〔2010〕5号', 'cites 乙渡口规定 | 云府发〔2010〕6号'],
    ],
    [
      '2004年1月5日云岭省人民政府令第17号发布，根据2010年12月20日云岭省人民政府令第52号修正并重新发布的《渡口管理条例》同时废止',
      ['cites  | 云岭省人民政府令第52号', 'repeals 渡口管理条例 | 云岭省人民政府令第17号'],
    ],
    [
      '决定废止2006年3月7日公布的《云岭海关公告2006年第4号》（云岭海关关于转关车辆的公告）、2007年3月22日公布的《云岭海关公告2007年第5号》（云岭海关关于展览品的公告）',
      [
        'repeals 云岭海关关于转关车辆的公告 | 云岭海关公告2006年第4号',
        'repeals 云岭海关关于展览品的公告 | 云岭海关公告2007年第5号',
      ],
    ],
    ['云财税字〔1994〕20号相关条款同时废止', ['repeals  | 云财税字〔1994〕20号']],
    [
      '1994年11月16日市政府第25号令发布、1997年12月31日市政府第12号令修改的《渡口规定》第九条同时废止',
      ['repeals 渡口规定 | 市政府令第25号', 'cites  | 市政府令第12号'],
    ],
    ['按照云府发〔2010〕5号文件执行', ['cites  | 云府发〔2010〕5号']],
    [
      '按照云岭省人民政府关于渡口安全的通知（云府发〔2010〕5号）执行',
      ['cites 云岭省人民政府关于渡口安全的通知 | 云府发〔2010〕5号'],
    ],
  ])('%s', (text, want) => {
    const sort = (list: string[]) => [...list].sort();
    expect(sort(cited(text))).toEqual(sort(want));
  });

  test('a number said once holds for every mention', () => {
    expect(
      cited('《渡口管理条例》（云府发〔2010〕5号）规定了处罚。\n违反《渡口管理条例》的，处以罚款。'),
    ).toEqual(['cites 渡口管理条例 | 云府发〔2010〕5号', 'cites 渡口管理条例 | 云府发〔2010〕5号']);
  });

  test('a namesake that is repealed keeps its number to itself', () => {
    const own = { title: '云岭省渡口管理办法', docNumber: '云岭省人民政府令第340号' };
    expect(cited('《云岭省渡口管理办法》（云岭省人民政府令第10号）同时废止。', own)).toEqual([
      'repeals 云岭省渡口管理办法 | 云岭省人民政府令第10号',
    ]);
  });

  test('a body named in short is the one that issues the document', () => {
    expect(
      cited('2003年4月9日市人民政府令第23号发布的《渡口收费办法》同时废止。', {
        issuers: ['南渡市人民政府'],
      }),
    ).toEqual(['repeals 渡口收费办法 | 南渡市人民政府令第23号']);
  });
});

describe('lists without 《》', () => {
  test('numbered lines below a decision', () => {
    const text = [
      '省人民政府决定，对下列规章予以修改和废止：',
      '一、对下列规章的部分条款予以修改',
      '（一）云岭省渡口管理办法',
      '1.将第一条修改为：',
      '为了加强管理，制定本办法。',
      '二、对下列规章予以废止',
      '（一）云岭省盐务管理办法（1992年2月29日云岭省人民政府令第12号发布）',
      '（二）云岭省邮亭管理规定（试行）（1986年8月6日云岭省人民政府发布根据2010年12月20日云岭省人民政府令第52号修正）',
      '本决定自2025年5月15日起施行。',
      '（三）云岭省电话亭管理办法',
    ].join('\n');
    expect(cited(text).filter((line) => !line.startsWith('cites'))).toEqual([
      'amends 云岭省渡口管理办法',
      'repeals 云岭省盐务管理办法 | 云岭省人民政府令第12号',
      'repeals 云岭省邮亭管理规定（试行）',
    ]);
  });
  test('a table', () => {
    const text =
      '附件：废止的规范性文件目录\n序号\t文件名称\t文号\n1\t关于加强盐务管理的通知\t云府发〔2001〕8号\n2\t云岭省邮亭管理规定\t云府办〔2003〕1号';
    expect(cited(text).filter((line) => line.startsWith('repeals'))).toEqual([
      'repeals 关于加强盐务管理的通知 | 云府发〔2001〕8号',
      'repeals 云岭省邮亭管理规定 | 云府办〔2003〕1号',
    ]);
  });
  test('an attachment', () => {
    const text =
      '附件2\n决定废止的规章\n附件2：决定废止的规章\n一、云岭省盐务管理办法（云岭省人民政府令第12号）';
    expect(cited(text).filter((line) => line.startsWith('repeals'))).toEqual([
      'repeals 云岭省盐务管理办法 | 云岭省人民政府令第12号',
    ]);
  });
  test('documents whose validity is extended', () => {
    expect(
      cited('下列文件有效期延长至2027年12月31日：\n1.关于扶持渡口公交的通知（云交规〔2020〕3号）'),
    ).toEqual(['extends 关于扶持渡口公交的通知 | 云交规〔2020〕3号']);
  });
});

test('the article cited stands with its document', () => {
  expect(cite('依照《渡口管理条例》第十一条第一款第八项规定').map((c) => c.article)).toEqual([
    '第十一条第一款第八项',
  ]);
  expect(cite('依照《渡口管理条例》（云府发〔2010〕5号）第三条、第五条').map((c) => c.article)).toEqual([
    '第三条、第五条',
  ]);
});

test('a title that is printed on the same page has the number it is printed with', () => {
  const text = `云岭省人民政府关于修改《云岭省渡口管理办法》的决定
一、将《云岭省渡口管理办法》第三条修改为下文。
二、废止《云岭省渡船管理办法》。
云岭省渡口管理办法
第一条 为了加强渡口管理，制定本办法。`;
  const input = plainInput(text);
  const folded = fold(input);
  const start = text.lastIndexOf('云岭省渡口管理办法');
  const documents = [
    {
      start: 0,
      end: start,
      metadata: { ...NOBODY, title: '云岭省人民政府关于修改《云岭省渡口管理办法》的决定' },
    },
    {
      start,
      end: text.length,
      metadata: { ...NOBODY, title: '云岭省渡口管理办法', docNumber: '云岭省人民政府令第12号' },
    },
  ];
  const found = findCitations({ input, folded, outline: findOutline(input, folded), documents });
  expect(found.filter(({ title }) => title).map(({ title, docNumber }) => [title, docNumber])).toContainEqual(
    ['云岭省渡口管理办法', '云岭省人民政府令第12号'],
  );
  expect(found.find(({ title }) => title === '云岭省渡船管理办法')?.docNumber).toBeNull();
});

test.each<[string, string[]]>([
  [
    '决定废止以下规范性文件：\n1.《关于规范渡运收费的通知》（云发改价格〔2012〕88号）；\n2.《渡船检验规定》（2005年1月8日云岭省人民政府令第102号公布）。',
    [
      'repeals 关于规范渡运收费的通知 | 云发改价格〔2012〕88号',
      'repeals 渡船检验规定 | 云岭省人民政府令第102号',
    ],
  ],
  [
    '对下列规章的部分条款予以修改：\n（一）《云岭省水运管理办法》\n将第三条中的“水运局”修改为“交通运输厅”。',
    ['amends 云岭省水运管理办法'],
  ],
  [
    '宣布失效的文件目录\n1.《云岭省渡口收费办法》；\n继续有效的文件目录\n1.《云岭省渔港收费办法》；',
    ['repeals 云岭省渡口收费办法', 'cites 云岭省渔港收费办法'],
  ],
  [
    '下列文件同时废止：\n（一）《云岭省渡口收费办法》；\n（二）经营者应当遵守《云岭省渔港条例》的规定。',
    ['repeals 云岭省渡口收费办法', 'cites 云岭省渔港条例'],
  ],
])('a list of titles in 《》 below what happens to them: %s', (text, want) => {
  expect(cited(text)).toEqual(want);
});

test.each<[string, string[]]>([
  [
    '《云岭省税务局关于渔船免税的公告》（2020年第3号）同时废止。',
    ['repeals 云岭省税务局关于渔船免税的公告 | 云岭省税务局公告2020年第3号'],
  ],
  ['《云岭统计公报》（2020年第3期）', ['cites 云岭统计公报']],
])('an announcement numbered in the bracket behind its title: %s', (text, want) => {
  expect(cited(text)).toEqual(want);
});
