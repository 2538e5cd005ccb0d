import { describe, expect, test } from 'vitest';
import { identityOf } from './identify.ts';

/** Whole small documents in the layouts that are met, and what each of them is. */
const LAYOUTS: [string, string, Record<string, unknown>][] = [
  [
    'an order with the regulation it issues',
    `中华人民共和国国务院令
第706号
《云海渡口管理条例》已经2018年7月25日国务院第18次常务会议通过，现予公布，自2018年12月1日起施行。
总　理　　李某某
2018年9月18日
云海渡口管理条例
第一章　总　　则
第一条　为了加强渡口管理，制定本条例。`,
    {
      title: '云海渡口管理条例',
      docNumber: '中华人民共和国国务院令第706号',
      issuers: ['国务院'],
      kind: '条例',
      issued: '2018-09-18',
      effective: '2018-12-01',
    },
  ],
  [
    'a regulation with its line of promulgation',
    `渡口管理暂行办法
（2021年3月1日交通运输部令2021年第5号公布　自2021年5月1日起施行）
第一条 为了规范渡口管理，根据《海上交通安全法》，制定本办法。
第二条 适用本办法。`,
    {
      title: '渡口管理暂行办法',
      docNumber: '交通运输部令2021年第5号',
      issuers: ['交通运输部'],
      kind: '办法',
      issued: '2021-03-01',
      published: '2021-03-01',
      effective: '2021-05-01',
    },
  ],
  [
    'an answer whose title is cut before the proposal that it answers',
    `南渡市水务局对市政协五届二次会议
第12号提案的答复
南水函〔2025〕8号
李某某委员：
您提出的关于增设夜渡的提案收悉，现答复如下：
一、增设夜渡。城东渡口的夜间班次已经列入计划。
南渡市水务局
2025年4月9日`,
    {
      title: '南渡市水务局对市政协五届二次会议第12号提案的答复',
      docNumber: '南水函〔2025〕8号',
      issuers: ['南渡市水务局'],
      kind: '答复',
      issued: '2025-04-09',
    },
  ],
  [
    'a title of three lines, the last of them spaced out',
    `云岭省人民政府关于将南渡港东区码头的
渡船泊位范围和
岸 线 使 用 期 限 的 批 复
云府函〔2025〕21号
南渡市人民政府：
你市报来的请示收悉，现批复如下。
一、同意调整渡船泊位范围。
云岭省人民政府
2025年4月9日`,
    {
      title: '云岭省人民政府关于将南渡港东区码头的渡船泊位范围和岸线使用期限的批复',
      docNumber: '云府函〔2025〕21号',
      issuers: ['云岭省人民政府'],
      kind: '批复',
      issued: '2025-04-09',
    },
  ],
  [
    'a notice whose page head gives the day of printing: the signature gives the day of the document',
    `云岭省人民政府办公厅关于加强渡船检修的通知
云府办发〔2025〕12号
印发日期：2025-04-14　发布日期：2025-05-08
各市、县（区）人民政府：
为加强渡船检修，现就有关事项通知如下。
一、按期检修。渡船经营人应当按期检修渡船，并做好记录。
本通知自印发之日起施行。
云岭省人民政府办公厅
2025年4月9日`,
    {
      title: '云岭省人民政府办公厅关于加强渡船检修的通知',
      docNumber: '云府办发〔2025〕12号',
      issuers: ['云岭省人民政府办公厅'],
      kind: '通知',
      issued: '2025-04-09',
      published: '2025-05-08',
      effective: '2025-04-09',
    },
  ],
  [
    'a plan without a signature: the day of printing in the page head',
    `南渡市渔港更新方案
印发日期：2025-04-14　发布日期：2025-05-08
为推进渔港更新，结合本市实际，制定本方案。
一、更新码头。到2027年完成全部码头更新。`,
    { title: '南渡市渔港更新方案', kind: '方案', issued: '2025-04-14', published: '2025-05-08' },
  ],
  [
    'an announcement numbered below its title',
    `云岭省财政厅 云岭省税务局关于渔业免税政策的公告
2023年第12号
为支持渔业发展，现将有关事项公告如下：
一、对渔业企业免征。
特此公告。
云岭省财政厅 云岭省税务局
2023年6月5日`,
    {
      title: '云岭省财政厅 云岭省税务局关于渔业免税政策的公告',
      docNumber: '云岭省财政厅云岭省税务局公告2023年第12号',
      issuers: ['云岭省财政厅', '云岭省税务局'],
      kind: '公告',
      issued: '2023-06-05',
    },
  ],
  [
    'an announcement below its letterhead',
    `国家税务总局云岭省税务局公告
2023年第3号
关于渔业免税政策的公告
为支持渔业发展，现将有关事项公告如下：
一、对渔业企业免征。
国家税务总局云岭省税务局
2023年6月5日`,
    {
      title: '关于渔业免税政策的公告',
      docNumber: '国家税务总局云岭省税务局公告2023年第3号',
      issuers: ['国家税务总局云岭省税务局'],
      kind: '公告',
      issued: '2023-06-05',
    },
  ],
  [
    'a local law with its contents',
    `云岭省渡口管理条例
（2019年11月29日云岭省第十三届人民代表大会常务委员会第十五次会议通过　根据2021年7月29日云岭省第十三届人民代表大会常务委员会第二十五次会议《关于修改〈云岭省消防条例〉等五件法规的决定》修正）
目　　录
第一章　总则
第二章　附则
第一章　总则
第一条　为了加强渡口管理，制定本条例。
第二十条　本条例自2020年3月1日起施行。`,
    {
      title: '云岭省渡口管理条例',
      issuers: ['云岭省人民代表大会常务委员会'],
      kind: '条例',
      issued: '2019-11-29',
      effective: '2020-03-01',
    },
  ],
  [
    'a text that a news agency carries in full',
    `中共中央办公厅 国务院办公厅印发《关于加强渡口安全的意见》
2024-03-04 19:00 来源：新华社
新华社北京3月4日电 近日，中共中央办公厅、国务院办公厅印发了《关于加强渡口安全的意见》，并发出通知，要求各地区各部门结合实际认真贯彻落实。
《关于加强渡口安全的意见》全文如下。
为加强渡口安全，现提出如下意见。
一、总体要求
坚持安全第一。`,
    {
      title: '中共中央办公厅 国务院办公厅印发《关于加强渡口安全的意见》',
      issuers: ['中共中央办公厅', '国务院办公厅'],
      kind: '意见',
      published: '2024-03-04',
    },
  ],
  [
    'a reply',
    `云岭省人民政府关于同意设立澄江新区的批复
云政函〔2020〕1号
南渡市人民政府：
你市《关于设立澄江新区的请示》（南府〔2019〕50号）收悉。现批复如下：
一、同意设立澄江新区。
云岭省人民政府
2020年1月8日
（此件公开发布）`,
    {
      title: '云岭省人民政府关于同意设立澄江新区的批复',
      docNumber: '云政函〔2020〕1号',
      issuers: ['云岭省人民政府'],
      kind: '批复',
      issued: '2020-01-08',
    },
  ],
  [
    'a text copied with its block of facts',
    `索引号：000014349/2025-00021
发文机关：云岭省人民政府
成文日期：2025年03月04日
标题：云岭省人民政府关于促进绿色航运的意见
发文字号：云府发〔2025〕3号
发布日期：2025年03月08日
云岭省人民政府
关于促进绿色航运的意见
云府发〔2025〕3号
各市、州人民政府，省政府各部门：
为促进绿色航运，现提出以下意见。
一、总体要求`,
    {
      title: '云岭省人民政府关于促进绿色航运的意见',
      docNumber: '云府发〔2025〕3号',
      issuers: ['云岭省人民政府'],
      kind: '意见',
      issued: '2025-03-04',
      published: '2025-03-08',
    },
  ],
  [
    'facts with the value on the line below, an old text laid out by hand',
    `索 引 号：
000014349/1981-00021
主题分类：
农业
发文机关：
国务院
成文日期：
1981年05月23日
标　　题：
国务院关于渡口粮食几个问题的通知
发文字号：
国发〔1981〕88号
发布日期：
2018年12月04日
国务院关于渡口粮食
几 个 问 题 的 通 知
国发〔1981〕88号
各省、市、自治区人民政府，国务院有关部委、直属机构：
为了促进生产发展，现将几个具体问题通知如下：
一、关于基数问题。
国务院
一九八一年五月二十三日`,
    {
      title: '国务院关于渡口粮食几个问题的通知',
      docNumber: '国发〔1981〕88号',
      issuers: ['国务院'],
      kind: '通知',
      issued: '1981-05-23',
      published: '2018-12-04',
    },
  ],
  [
    'two offices, title over two lines',
    `中共云岭省委办公厅 云岭省人民政府办公厅
印发《关于推进乡村治理的实施意见》的通知
云办发〔2024〕3号
各市、州党委和人民政府：
《关于推进乡村治理的实施意见》已经省委、省政府同意，现印发给你们，请结合实际认真贯彻落实。
中共云岭省委办公厅
云岭省人民政府办公厅
2024年2月3日
关于推进乡村治理的实施意见
为推进乡村治理，制定本意见。
一、总体要求`,
    {
      title: '关于推进乡村治理的实施意见',
      noticeTitle: '中共云岭省委办公厅 云岭省人民政府办公厅印发《关于推进乡村治理的实施意见》的通知',
      docNumber: '云办发〔2024〕3号',
      issuers: ['中共云岭省委办公厅', '云岭省人民政府办公厅'],
      kind: '意见',
      issued: '2024-02-03',
    },
  ],
  [
    'a letterhead; the title of the attached text over two lines',
    `云岭省人民政府文件
云府发〔2025〕8号
云岭省人民政府关于印发云岭省数字经济发展规划（2025—2030年）的通知
各市、州人民政府：
现将《云岭省数字经济发展规划（2025—2030年）》印发给你们，请认真组织实施。
云岭省人民政府
2025年5月6日
（此件公开发布）
云岭省数字经济发展规划
（2025—2030年）
为加快发展数字经济，制定本规划。
一、发展基础`,
    {
      title: '云岭省数字经济发展规划（2025—2030年）',
      noticeTitle: '云岭省人民政府关于印发云岭省数字经济发展规划（2025—2030年）的通知',
      docNumber: '云府发〔2025〕8号',
      issuers: ['云岭省人民政府'],
      kind: '规划',
      issued: '2025-05-06',
    },
  ],
  [
    'a page with its chrome',
    `首页 > 政务公开 > 政策文件
南渡市住房和城乡建设局关于加强物业管理的通知
来源：南渡市住建局 发布时间：2025-03-04 10:00 浏览次数：120
字体：大 中 小 打印
南住建规〔2025〕2号
各区住房和城乡建设局，各物业服务企业：
为加强物业管理，根据《云岭省物业管理条例》，现就有关事项通知如下：
一、压实责任。
本通知自2025年4月1日起施行，有效期5年。
南渡市住房和城乡建设局
2025年2月28日`,
    {
      title: '南渡市住房和城乡建设局关于加强物业管理的通知',
      docNumber: '南住建规〔2025〕2号',
      issuers: ['南渡市住房和城乡建设局'],
      kind: '通知',
      issued: '2025-02-28',
      published: '2025-03-04',
      effective: '2025-04-01',
      expires: '2030-03-31',
    },
  ],
  [
    'two bodies, a date in characters, the attached text below \u9644\u4ef6',
    `云岭省发展和改革委员会、云岭省财政厅关于印发《云岭省政府投资项目管理办法》的通知
云发改投资规〔2023〕12号
各市发展改革委、财政局：
为规范政府投资，我们制定了《云岭省政府投资项目管理办法》，现印发给你们，请遵照执行。
附件：云岭省政府投资项目管理办法
云岭省发展和改革委员会
云岭省财政厅
二○二三年六月五日
附件
云岭省政府投资项目管理办法
第一章 总 则
第一条 为规范管理，制定本办法。
第三十条 本办法自印发之日起施行，有效期5年。`,
    {
      title: '云岭省政府投资项目管理办法',
      noticeTitle: '云岭省发展和改革委员会、云岭省财政厅关于印发《云岭省政府投资项目管理办法》的通知',
      docNumber: '云发改投资规〔2023〕12号',
      issuers: ['云岭省发展和改革委员会', '云岭省财政厅'],
      kind: '办法',
      issued: '2023-06-05',
      effective: '2023-06-05',
      expires: '2028-06-04',
    },
  ],
];

describe('identity by layout', () => {
  test.each(LAYOUTS)('%s', (_, text, want) => {
    expect(identityOf(text)).toEqual(want);
  });
});

const NOTICE = `云岭省人民政府关于印发《云岭省茶园管理办法》的通知
云府发〔2025〕3号
各市、州人民政府：
现将《云岭省茶园管理办法》印发给你们，请认真执行。
云岭省人民政府
2025年3月4日
云岭省茶园管理办法
第一条 为了加强茶园管理，根据《云岭省农业条例》（云岭省人民政府令第9号），制定本办法。
第二条 本办法自2025年5月1日起施行，有效期至2030年4月30日。`;

describe('what a notice issues is the main text', () => {
  test('title, notice, dates', () => {
    expect(identityOf(NOTICE)).toEqual({
      title: '云岭省茶园管理办法',
      noticeTitle: '云岭省人民政府关于印发《云岭省茶园管理办法》的通知',
      docNumber: '云府发〔2025〕3号',
      issuers: ['云岭省人民政府'],
      kind: '办法',
      issued: '2025-03-04',
      effective: '2025-05-01',
      expires: '2030-04-30',
    });
  });
  test('without it, the notice is', () => {
    const { title, noticeTitle } = identityOf(NOTICE.split('\n').slice(0, 6).join('\n'));
    expect([title, noticeTitle]).toEqual(['云岭省人民政府关于印发《云岭省茶园管理办法》的通知', undefined]);
  });
  test('without the notice, no title is made up for it', () => {
    const { title, noticeTitle } = identityOf(NOTICE.split('\n').slice(1).join('\n'));
    expect([title, noticeTitle]).toEqual(['云岭省茶园管理办法', undefined]);
  });
  test('the number of a cited document is not its own', () => {
    const rest = NOTICE.split('\n')
      .filter((_, i) => i !== 1)
      .join('\n');
    expect(identityOf(rest).docNumber).toBeUndefined();
  });
  test('several texts at once: the notice names the whole', () => {
    const text = NOTICE.replaceAll('印发《云岭省茶园管理办法》', '印发茶园管理两个办法');
    expect(identityOf(text).title).toBe('云岭省人民政府关于印发茶园管理两个办法的通知');
  });
  test('a request that is passed on does not rename the notice', () => {
    const text = `云岭省人民政府办公厅转发省农业厅关于茶园扩建请示的通知
云府办发〔1996〕32号
各市人民政府：
省农业厅《关于茶园扩建的请示》已经省政府批准，现转发给你们。
云岭省人民政府办公厅
一九九六年七月十七日
关于茶园扩建的请示
省政府：
为扩建茶园，现请示如下。
云岭省农业厅
一九九六年五月三日`;
    expect(identityOf(text)).toMatchObject({
      title: '云岭省人民政府办公厅转发省农业厅关于茶园扩建请示的通知',
      issuers: ['云岭省人民政府办公厅'],
      issued: '1996-07-17',
    });
  });
});

describe('joint issuers', () => {
  test.each<[string, string[]]>([
    ['云岭省财政厅 云岭省税务局', ['云岭省财政厅', '云岭省税务局']],
    ['云岭省财政厅、云岭省税务局', ['云岭省财政厅', '云岭省税务局']],
    ['云岭省财政厅云岭省税务局', ['云岭省财政厅', '云岭省税务局']],
    ['云 岭 省 财 政 厅', ['云岭省财政厅']],
    ['云岭省 发展和改革 委员会', ['云岭省发展和改革委员会']],
    ['国家税务总局云岭省税务局', ['国家税务总局云岭省税务局']],
    ['国家发展改革委 财政部 商务部', ['国家发展改革委', '财政部', '商务部']],
    ['国家发展改革委财政部商务部', ['国家发展改革委', '财政部', '商务部']],
    ['中国人民银行南渡分行', ['中国人民银行南渡分行']],
  ])('%s', (signature, issuers) => {
    expect(
      identityOf(`关于做好渔业补助的通知\n为做好工作，现通知如下。\n${signature}\n2025年3月4日`).issuers,
    ).toEqual(issuers);
  });
  test('a letterhead, one body a line', () => {
    const text =
      '云 岭 省 财 政 厅\n国 家 税 务 总 局 云 岭 省 税 务 局\n云财税〔2024〕5 号\n关于延长《渔业补助办法》有效期的通知\n各有关单位：\n经评估，有效期延长至2029年6月20日。';
    expect(identityOf(text)).toEqual({
      title: '关于延长《渔业补助办法》有效期的通知',
      docNumber: '云财税〔2024〕5号',
      issuers: ['云岭省财政厅', '国家税务总局云岭省税务局'],
      kind: '通知',
    });
  });
});

test('minutes: numbered like a periodical, dated at their foot', () => {
  const text = `南渡市人民政府专题会议纪要

〔2025〕第8期

2025年3月3日，市长主持召开专题会议，研究渡口迁建。纪要如下：

由市港航局牵头，于4月底前完成选址。

南渡市人民政府办公室　　2025年3月5日印发`;
  expect(identityOf(text)).toMatchObject({
    title: '南渡市人民政府专题会议纪要',
    kind: '纪要',
    issued: '2025-03-05',
  });
});

describe('texts that are no documents', () => {
  test('an explanation has neither number nor days of force', () => {
    const text = `《云岭省茶园管理办法》解读
2025-03-08
一、制定背景
为加强茶园管理，省政府印发了《云岭省茶园管理办法》（云府发〔2025〕3号）。
二、主要内容
本办法自2025年5月1日起施行。`;
    expect(identityOf(text)).toEqual({
      title: '《云岭省茶园管理办法》解读',
      kind: '政策解读',
      published: '2025-03-08',
    });
  });
  test('running text without a title has none', () => {
    expect(
      identityOf('为贯彻落实省政府要求，各地要抓好落实，确保完成年度目标任务，切实提高服务水平和效率。'),
    ).toEqual({});
  });
  test('nothing', () => {
    expect(identityOf('')).toEqual({});
  });
});
