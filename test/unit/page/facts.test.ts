import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as shapes from '../../../lib/messages/shapes.ts';
import { factsOf } from '../../../lib/page/facts.ts';
import { open, run, saved, savedPage } from './pages.ts';

const pairsOf = (html: string) =>
  Object.fromEntries(factsOf(open(html), '').pairs.map((p) => [p.label, p.value]));

describe('the block of facts', () => {
  test.each([
    [
      'old gov.cn: labels spaced out by hand',
      '<table class="bd1"><tr><td><b>索 引 号：</b></td><td>53001/2019-1</td><td><b>发文机关：</b></td><td>云岭省人民政府</td></tr><tr><td><b>标　　题：</b></td><td colspan="3">关于绿道的通知</td></tr></table>',
      { 索引号: '53001/2019-1', 发文机关: '云岭省人民政府', 标题: '关于绿道的通知' },
    ],
    [
      'gov.cn since 2023: spaces in spans, empty cells, all a second time',
      '<div class="pctoubukuang1"><table><tr><td>标<span>&nbsp;&nbsp;</span>题：</td><td>关于绿道的意见</td></tr><tr><td>发文字号：</td><td></td><td>公文种类：</td><td>意见</td></tr></table><ul class="mobileTable"><li><span>标&nbsp;&nbsp;题：</span><span> 关于绿道的意见 </span></li><li><span>发文字号：</span><span></span></li></ul></div>',
      { 标题: '关于绿道的意见', 公文种类: '意见' },
    ],
    [
      'th, labels in brackets',
      '<table><tr><th>[ 发文字号 ]</th><td>澄管发〔2025〕4号</td><th>[ 有效性 ]</th><td>有效</td></tr></table>',
      { 发文字号: '澄管发〔2025〕4号', 有效性: '有效' },
    ],
    [
      'a label in three text nodes',
      '<table><tr><th><i>索</i>引<b>号：</b></th><td>1</td><th>文号：</th><td>皖政〔2020〕5号</td></tr></table>',
      { 索引号: '1', 文号: '皖政〔2020〕5号' },
    ],
    [
      'dt and dd',
      '<dl><dt>发文字号：</dt><dd>云建发〔2024〕77号</dd><dt>实施日期：</dt><dd>2024-07-01</dd></dl>',
      { 发文字号: '云建发〔2024〕77号', 实施日期: '2024-07-01' },
    ],
    [
      'one line of several',
      '<div class="info">发布时间：2025-03-01 来源：市政府办 浏览次数：<span>128</span> 字号：[大][中]</div>',
      { 发布时间: '2025-03-01', 来源: '市政府办' },
    ],
    [
      'label and value in neighbours',
      '<ul><li><strong>发布机构：</strong><span>市水务局</span></li><li>[有效性]<span>是</span></li></ul>',
      { 发布机构: '市水务局' },
    ],
    [
      'label and value in one cell',
      '<table><tr><td>成文日期：2025年3月1日</td><td>统一编号：DPSD01-2023-0007</td></tr></table>',
      { 成文日期: '2025年3月1日', 统一编号: 'DPSD01-2023-0007' },
    ],
    [
      'a lone number beside the title',
      '<h1>通知</h1><span class="fwh">\n  南府发〔2025〕3号</span>',
      { 发文字号: '南府发〔2025〕3号' },
    ],
    [
      'a number broken by line ends',
      '<table><tr><td>文号：</td><td>桂云干〔\n  2020〕\n 68号</td></tr></table>',
      { 文号: '桂云干〔 2020〕 68号' },
    ],
    [
      'unknown labels beside known ones',
      '<table><tr><td>索引号：</td><td>1</td><td>联系处室：</td><td>法规处</td></tr><tr><td>发布机构：</td><td>市水务局</td></tr></table>',
      { 索引号: '1', 联系处室: '法规处', 发布机构: '市水务局' },
    ],
  ])('%s', (_, html, pairs) => expect(pairsOf(html)).toEqual(pairs));

  test('tables and lines of the text itself are none', () => {
    const text = '各区人民政府应当在九月底前完成清查，并报市水务局。'.repeat(6);
    const html = `<div id="zoom"><p>${text}</p><p>有效期：三年</p><table><tr><td>名称</td><td>绿道</td></tr></table></div>`;
    expect(pairsOf(html)).toEqual({});
  });

  test('but for a block of three labels that stands inside it', () => {
    const text = '各区人民政府应当在九月底前完成清查，并报市水务局。'.repeat(6);
    const html = `<div id="zoom"><table><tr><td>索引号</td><td>1</td><td>发文字号</td><td>南府发〔2025〕3号</td></tr><tr><td>成文日期</td><td>2025-03-01</td></tr></table><p>${text}</p></div>`;
    expect(pairsOf(html)).toMatchObject({ 发文字号: '南府发〔2025〕3号', 成文日期: '2025-03-01' });
  });

  test.each([
    ['gov-cn-old', '发文字号', '云府发〔2019〕12号'],
    ['gov-cn-2023', '发文字号', '云发改经贸规〔2024〕18号'],
    ['chongqing-trs', '发文字号', '澄管发〔2025〕4号'],
    ['zhejiang-jcms', '有效性', '有效'],
    ['beijing-mainText', '成文日期', '2024-06-12'],
    ['guangdong-gkmlpt', '文号', '南人社规〔2024〕9号'],
    ['bureau-shell', '发文字号', '白文旅规〔2025〕2号'],
    ['clobbering-form', '发文字号', '东教基〔2025〕15号'],
  ])('of %s: %s', (name, label, value) => {
    const page = savedPage('documents', name);
    const facts = factsOf(run(page), page.url);
    expect(facts.pairs.find((pair) => pair.label === label)?.value).toBe(value);
  });
});

describe('the title', () => {
  const titleOf = (title: string) => factsOf(open(`<title>${title}</title>`), '').title;
  test.each([
    ['关于绿道的通知_国务院文件_中国政府网', '关于绿道的通知'],
    ['关于绿道的通知-南渡市人民政府', '关于绿道的通知'],
    ['关于绿道的通知 - 云岭省水利厅', '关于绿道的通知'],
    ['关于绿道的通知 | 政策文件 | 南渡市人民政府', '关于绿道的通知'],
    ['南渡市人民政府_关于绿道的通知', '关于绿道的通知'],
    ['云岭省总体规划（2018—2035年）', '云岭省总体规划（2018—2035年）'],
    ['GB 44721-2026 安全要求', 'GB 44721-2026 安全要求'],
    ['南渡市人民政府', '南渡市人民政府'],
    ['  ', null],
  ])('%s', (title, expected) => expect(titleOf(title)).toBe(expected));

  test('the visible heading is the article’s, not the site’s', () => {
    const html =
      '<div class="logo"><h1>南渡市人民政府</h1></div><ul><h2>政务公开栏目</h2></ul><h1 style="display:none">关于火的通知</h1><h2>关于绿道的通知</h2>';
    expect(factsOf(open(html), '').heading).toBe('关于绿道的通知');
  });
});

describe('the rest', () => {
  test('meta tags by their names in lower case, the first that says something', () => {
    const html =
      '<meta name="ColumnType" content=""><meta name="columntype" content=" 政策文件 "><meta name="PubDate" content="2025-03-01"><meta name="__proto__" content="x"><meta property="og:url" content="https://x/">';
    const { meta } = factsOf(open(html), '');
    expect(meta.columntype).toBe('政策文件');
    expect(meta.pubdate).toBe('2025-03-01');
    expect(meta['og:url']).toBe('https://x/');
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
  });

  test.each([
    [
      '<div class="BreadcrumbNav"><a>首页</a>&nbsp;&gt;&nbsp;<a>政策</a>&nbsp;&gt;&nbsp;文件库<div>字号：大 中</div></div>',
      ['首页', '政策', '文件库'],
    ],
    ['<p class="position">您现在的位置：<a>首页</a> » 政务公开 » 规章</p>', ['首页', '政务公开', '规章']],
    ['<div class="crumbs"><a>首页</a> / <a>政策</a> / 规范性文件</div>', ['首页', '政策', '规范性文件']],
    ['<div class="weizhi">当前位置是：首页＞公报</div>', ['首页', '公报']],
    ['<div class="position">定位</div>', []],
  ])('the breadcrumb %#', (html, trail) => expect(factsOf(open(html), '').breadcrumb).toEqual(trail));

  test('the address without its fragment', () => {
    expect(factsOf(open(''), 'https://x.gov.cn/a.html?b=1#c').url).toBe('https://x.gov.cn/a.html?b=1');
    expect(factsOf(open(''), '').url).toBeNull();
  });
});

describe('what a hostile page says', () => {
  test('fits the message that carries it', () => {
    const long = '长'.repeat(20_000);
    const rows = Array.from({ length: 400 }, (_, i) => `<tr><td>第${i}项：</td><td>${long}</td></tr>`).join(
      '',
    );
    const metas = Array.from({ length: 400 }, (_, i) => `<meta name="${long}${i}" content="${long}">`).join(
      '',
    );
    const html = `<title>${long}</title>${metas}<table><tr><td>索引号：</td><td>1</td><td>文号：</td><td>2</td></tr>${rows}</table><div class="position">${'首页&gt;'.repeat(80)}</div>`;
    expect(v.safeParse(shapes.PageFacts, factsOf(open(html), `https://x.gov.cn/${long}`)).success).toBe(true);
  });

  test.each(saved('documents'))('$name’s facts fit too', (page) => {
    expect(v.safeParse(shapes.PageFacts, factsOf(open(page.html, page.url), page.url)).success).toBe(true);
  });
});
