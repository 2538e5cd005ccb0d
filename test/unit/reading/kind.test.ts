import { describe, expect, test } from 'vitest';
import { ABOUT_TITLE, kindOfTitle, signsOfText, verdictOf } from '../../../lib/reading/kind.ts';

describe('the kind that a title names', () => {
  test.each<[string, string | null]>([
    ['云岭省人民政府关于渡口安全的通知', '通知'],
    ['云岭省渡口管理办法', '办法'],
    ['云岭省渡口管理暂行规定', '规定'],
    ['云岭省渡口管理办法（试行）', '办法'],
    ['云岭省港口发展规划（2021—2025年）', '规划'],
    ['关于促进绿色航运的若干措施', '措施'],
    ['云岭省渡口管理条例实施细则', '细则'],
    ['关于渡口安全的指导意见', '意见'],
    ['云岭省人民政府关于设立新区的批复', '批复'],
    ['关于印发《云岭省渡口管理办法》的通知', '通知'],
    ['云岭省人民政府令', '令'],
    ['渡口的早晨', null],
    ['', null],
  ])('%s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});

test.each([
  '《云岭省渡口管理办法》解读',
  '一图读懂渡口新规',
  '省交通厅负责人答记者问',
  '云岭每周要讯',
  '渡口政策问答',
])('about: %s', (title) => {
  expect(ABOUT_TITLE.test(title)).toBe(true);
});

const verdict = (text: string) => verdictOf(signsOfText(text), text).verdict;

describe('what a text is, from the text alone', () => {
  test.each<[string, string, string]>([
    [
      'a notice',
      'document',
      '云岭省人民政府关于渡口安全的通知\n云府发〔2025〕3号\n各市、州人民政府：\n为加强安全，现将有关事项通知如下：\n一、落实责任。\n二、加强检查。\n三、严格执法。',
    ],
    [
      'a regulation',
      'document',
      '云岭省渡口管理办法\n第一条 为了管理。\n第二条 适用本省。\n第三条 省厅负责。\n第四条 应当登记。\n第五条 本办法自2025年5月1日起施行。',
    ],
    [
      'a text that a news agency carries in full',
      'document',
      '新华社电 近日，中共中央办公厅印发了《关于渡口的意见》，全文如下。\n一、总体要求\n二、主要任务\n三、保障',
    ],
    [
      'an explanation',
      'about',
      '近日，省政府印发了《云岭省渡口管理办法》。\n一、制定背景\n为加强管理。\n二、主要内容\n办法共五条。\n三、创新点\n数字化。',
    ],
    [
      'a newsletter',
      'about',
      '云岭每周要讯\n2025年第2期 总204期\n云岭省人民政府驻澄江办事处\n近日，省政府印发《云岭省渡口管理办法》。',
    ],
    [
      'news',
      'about',
      '全省渡口会议召开\n本报记者 陈某\n本报讯 会议要求落实《云岭省渡口管理办法》，省人民政府负责人讲话。',
    ],
    ['a story', 'other', '渡口的早晨\n老人把船系好，坐在石阶上抽烟。江面起了雾，对岸的灯一盏一盏灭了。'],
    ['a recipe', 'other', '第一步 洗菜。\n第二步 切菜。\n第三步 下锅，大火炒三分钟即可出锅。'],
    ['a list of links', 'other', '首页\n新闻中心\n通知公告\n联系我们\n网站地图'],
    ['nothing', 'other', ''],
  ])('%s', (_, want, text) => {
    expect(verdict(text)).toBe(want);
  });
});
