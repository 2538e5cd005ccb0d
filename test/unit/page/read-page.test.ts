import { describe, expect, test } from 'vitest';
import { findBody } from '../../../lib/page/body.ts';
import { readPage, readPageSlices } from '../../../lib/page/read-page.ts';
import {
  blocksOf,
  held,
  linesOf,
  open,
  readMarkup,
  run,
  saved,
  savedPage,
  squeezed,
  textOfPage,
} from './pages.ts';

describe('white space', () => {
  test.each([
    [
      'indents of all kinds are dropped',
      '<p>　　甲</p><p>&nbsp;&nbsp; &ensp;乙</p><p>&emsp;&#8195;丙 </p>',
      ['甲', '乙', '丙'],
    ],
    ['runs become one space', '<p>第一章　 &nbsp; 总　　则</p>', ['第一章 总 则']],
    [
      'a source line break between Chinese characters is none',
      '<p>国务\n      院办\n公厅</p>',
      ['国务院办公厅'],
    ],
    ['one beside Latin letters is a space', '<p>使用\nTDS\n技术</p>', ['使用 TDS 技术']],
    ['a typed space stays', '<p>上海市 人民政府</p>', ['上海市 人民政府']],
    ['characters without width go', '<p>公\u200b共\ufeff数\u00ad据\u2060</p>', ['公共数据']],
    ['but not the space beside them', '<p>公共\u200b \u200b数据</p>', ['公共 数据']],
    ['across elements one space is one', '<p>甲 <b> 乙</b> <i> </i> 丙</p>', ['甲 乙 丙']],
    [
      'spans join without a gap',
      '<p><span>20</span><span>2</span><span>5</span><span>年9</span><b>月</b>底前</p>',
      ['2025年9月底前'],
    ],
    [
      'source indents between blocks are nothing',
      '<div>\n   <p>甲</p>\n\n   <p>乙</p>\n</div>',
      ['甲', '乙'],
    ],
    [
      'typed text keeps its line breaks',
      '<pre>第一条 甲。\n  第二条 乙。</pre>',
      ['第一条 甲。', '第二条 乙。'],
    ],
  ])('%s', (_, markup, lines) => expect(linesOf(markup)).toEqual(lines));

  test('between two blocks stands one line break', () => {
    expect(readMarkup('<p>甲</p>\n\n<div><div><p>乙</p></div></div>丙').input.text).toBe('甲\n乙\n丙');
  });
});

describe('<br>', () => {
  const long = '各单位要按照职责分工抓好落实';
  test.each([
    ['parts paragraphs that end in a full stop', `${long}。<br>${long}。`, [`${long}。`, `${long}。`]],
    ['parts indented ones', `　　${long}${long}<br>　　${long}`, [`${long}${long}`, long]],
    [
      'parts numbered ones',
      `${long}${long}<br>（一）${long}<br>2.${long}<br>第三条 ${long}`,
      [`${long}${long}`, `（一）${long}`, `2.${long}`, `第三条 ${long}`],
    ],
    [
      'an empty line always parts',
      `<center>关于水的</center><center>通知<br><br>关于火</center>`,
      ['关于水的\n通知', '关于火'],
    ],
    [
      'in a title only lays it out',
      '<p align="center">南渡市人民政府<br>关于加强绿道管理的<br>通知</p>',
      ['南渡市人民政府\n关于加强绿道管理的\n通知'],
    ],
    [
      'the number under a title is its own',
      '<p align="center">南渡市人民政府<br>关于绿道的通知<br>南府发〔2025〕3号</p>',
      ['南渡市人民政府\n关于绿道的通知', '南府发〔2025〕3号'],
    ],
    [
      'the number of an order belongs to it',
      '<p align="center">云岭省人民政府令<br>第 318 号</p>',
      ['云岭省人民政府令\n第 318 号'],
    ],
    ['in a date goes on', '有效期延长至2029年6<br>月20日', ['有效期延长至2029年6\n月20日']],
    [
      'in a title within 《》 goes on',
      '依照《南渡市绿道<br>管理办法》执行',
      ['依照《南渡市绿道\n管理办法》执行'],
    ],
    ['in a wrapped line goes on', `${long}${long}，<br>${long}`, [`${long}${long}，\n${long}`]],
    [
      'signers stand alone',
      '<p style="text-align:right">市水务局<br>市财政局<br>2025年3月1日</p>',
      ['市水务局', '市财政局', '2025年3月1日'],
    ],
    [
      'short lines stand alone',
      '联系人：柳青禾<br>电话：0899-6000000',
      ['联系人：柳青禾', '电话：0899-6000000'],
    ],
  ])('%s', (_, markup, lines) => expect(linesOf(markup)).toEqual(lines));
});

describe('kinds', () => {
  test('a whole document', () => {
    expect(
      blocksOf(`<p align="center"><b>南渡市人民政府关于印发</b></p><p align="center"><b>《绿道管理办法》的通知</b></p>
        <p align="center">南府发〔2025〕3号</p><p>各区人民政府：</p><p>现将《绿道管理办法》印发给你们。</p>
        <p align="right">南渡市人民政府</p><p align="right">2025年3月1日</p>
        <p>&nbsp;</p><p align="center"><b>绿道管理办法</b></p><p align="center">第一章　总则</p>
        <p>第一条　本办法所称绿道，是指供人步行、骑行的绿色廊道。</p><p>一、范围</p><p>（一）滨水绿道；</p>
        <p>附件1</p><p>二〇二五年三月一日</p>`),
    ).toEqual([
      'title: 南渡市人民政府关于印发\n《绿道管理办法》的通知',
      'other: 南府发〔2025〕3号',
      'para: 各区人民政府：',
      'para: 现将《绿道管理办法》印发给你们。',
      'signature: 南渡市人民政府',
      'signature: 2025年3月1日',
      'title: 绿道管理办法',
      'heading: 第一章 总则',
      'para: 第一条 本办法所称绿道，是指供人步行、骑行的绿色廊道。',
      'heading: 一、范围',
      'item: （一）滨水绿道；',
      'heading: 附件1',
      'signature: 二〇二五年三月一日',
    ]);
  });

  test.each([
    [
      'signers above a lone date, not right-aligned',
      '<p>现就有关事项通知如下，请认真贯彻执行，并及时报告情况和问题。</p><p>市水务局</p><p>市财政局</p><p>2025年3月1日</p>',
      ['para', 'signature', 'signature', 'signature'],
    ],
    [
      'a date under a title is no signature',
      '<p align="center">绿道管理办法</p><p align="center">2025年3月1日</p><p>第一条　为了建设绿道，制定本办法。</p>',
      ['title', 'other', 'para'],
    ],
    ['list items', '<ul><li>滨水绿道</li><li><p>山地绿道</p></li></ul>', ['item', 'item']],
    [
      'headings by tag',
      '<h1>绿道管理办法</h1><p>各区人民政府：</p><h3>适用范围</h3>',
      ['title', 'para', 'heading'],
    ],
    [
      'a bold short line',
      '<p>各区人民政府：</p><p><strong>加强领导</strong></p><p>各区要加强领导。</p>',
      ['para', 'heading', 'para'],
    ],
    [
      'a bold beginning is none',
      '<p>各区人民政府：</p><p><strong>一、加强领导。</strong>各区要成立专班，每月调度一次，确保按时完成。</p>',
      ['para', 'para'],
    ],
    [
      'an article alone on its line',
      '<p>第三条（定义）</p><p>本办法所称绿道，是指绿色廊道。</p>',
      ['heading', 'para'],
    ],
  ])('%s', (_, markup, kinds) => {
    expect(blocksOf(markup).map((block) => block.split(':')[0])).toEqual(kinds);
  });

  test('lines of another style, an issue or a date are no part of the title above', () => {
    expect(
      blocksOf(
        '<p align="center"><b>营商要讯</b></p><p align="center">2025年第3期</p><p align="center">专班办公室</p>',
      ),
    ).toEqual(['title: 营商要讯', 'title: 2025年第3期', 'title: 专班办公室']);
  });

  test('a name cut inside its 《》 goes on, whatever the line seems to end with', () => {
    const line = (text: string) => `<p align="center"><b>${text}</b></p>`;
    expect(
      blocksOf(
        `${line('南渡市关于暂停实施《云岭省绿道管理法')}${line('实施条例》的决定')}<p>各区人民政府：</p>`,
      ),
    ).toEqual(['title: 南渡市关于暂停实施《云岭省绿道管理法\n实施条例》的决定', 'para: 各区人民政府：']);
  });

  test('the page’s own title is known inside the text', () => {
    const document = open(
      '<title>绿道使用须知_南渡市人民政府</title><div id="zoom"><p>绿道使用须知</p><p>各位市民在绿道上行走、骑行的时候，请遵守下列规定。</p><p>一、不得驶入机动车。</p></div>',
    );
    const body = findBody(document);
    if (!body) throw new Error('no body');
    expect(readPage(document, body, '').input.blocks[0]?.kind).toBe('title');
  });
});

describe('tables', () => {
  const table =
    '<table><tr><th>序号</th><th>任务</th><th>完成<br>时限</th></tr><tr><td>1</td><td><p>修堤。</p><p>种树。</p></td><td>2025年<br>9月底</td></tr></table>';

  test('cells are parted by tabs, rows and paragraphs by line breaks', () => {
    expect(readMarkup(`<p>分工：</p>${table}<p>完。</p>`).input.text).toBe(
      '分工：\n序号\t任务\t完成\n时限\n1\t修堤。\n种树。\t2025年\n9月底\n完。',
    );
  });

  test('each cell knows its place; spans of others are counted', () => {
    const { blocks } = readMarkup(
      `<table><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td><td></td><td>己</td></tr></table>${table}`,
    ).input;
    const places = blocks.map(({ kind, table: t, row, col }) => `${kind} ${t},${row},${col}`);
    expect(places.slice(0, 6)).toEqual([
      'cell 0,0,0',
      'cell 0,0,1',
      'cell 0,1,1',
      'cell 0,1,2',
      'cell 0,2,0',
      'cell 0,2,2',
    ]);
    expect(places[6]).toBe('cell 1,0,0');
    expect(places.slice(-3)).toEqual(['cell 1,1,1', 'cell 1,1,1', 'cell 1,1,2']);
  });

  test('a table that only lays out the page is none', () => {
    const lines = blocksOf(
      `<table><tr><td><p>各区人民政府：</p><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>`,
    );
    expect(lines).toEqual(['para: 各区人民政府：', 'cell: 甲', 'cell: 乙']);
  });

  test('a hundred tables in one another do no harm', () => {
    const deep = `${'<table><tr><td>一</td><td>'.repeat(100)}${'底'.padEnd(40, '层')}${'</td></tr></table>'.repeat(100)}`;
    expect(readMarkup(deep).input.text).toContain('底层');
  });
});

describe('what is no text', () => {
  test.each([
    [
      'code',
      '<p>甲</p><style>p{color:red}</style><script>var a="乙"</script><noscript>丙</noscript><template>丁</template>',
    ],
    [
      'controls',
      '<p>甲<input value="乙"><button>打印</button><select><option>丙</option></select><textarea>丁</textarea></p>',
    ],
    [
      'what is hidden',
      '<p>甲</p><p style="display:none">乙</p><p hidden>丙</p><div style="visibility: hidden">丁</div><p class="pchide">戊</p>',
    ],
    ['remains of the editor', '<p>甲</p><div class="TRS_PreAppend">乙</div>'],
    [
      'buttons and codes',
      '<p>甲</p><div class="share-box">分享到：微信</div><div id="qr_container">扫一扫在手机打开当前页</div><div class="pages_print">打印</div>',
    ],
    [
      'lines of furniture',
      '<p>甲</p><p>【字体：大 中 小】</p><p>【打印本页】【关闭窗口】</p><p>（责任编辑：段青）</p><p>扫一扫在手机打开当前页</p>',
    ],
    [
      'related pages',
      '<p>甲</p><p>相关链接：</p><p><a href="/1.html">乙的解读</a></p><ul><li><a href="/2.html">丙的解读</a></li></ul>',
    ],
    [
      'files',
      '<p>甲</p><p>附件：<a href="/a.pdf">1.分工表.pdf</a></p><p><a href="/b.docx">附件2 申请表</a></p><p>附件3：<a href="/c.xls?x=1">清单</a></p>',
    ],
    ['comments', '<p>甲<!-- 乙 --></p>'],
  ])('%s', (_, markup) => expect(linesOf(markup)).toEqual(['甲']));

  test('a whole text inside a block for printing is text', () => {
    const text = '各区人民政府应当在九月底前完成清查。'.repeat(9);
    expect(linesOf(`<div id="print"><p>${text}</p></div>`)).toEqual([text]);
  });

  test('a link to a page is text, and says that it is a link', () => {
    const { blocks } = readMarkup(
      '<p>依照<a href="/x.html">《绿道办法》</a>执行。</p><p><a href="/x.html">《绿道办法》</a></p>',
    ).input;
    expect(blocks.map((block) => block.link === true)).toEqual([false, true]);
  });

  test('fields that shadow the properties of their form change nothing', () => {
    const fields = [
      'childNodes',
      'firstChild',
      'nextSibling',
      'parentNode',
      'nodeType',
      'textContent',
      'getAttribute',
      'localName',
      'matches',
    ];
    const inputs = fields.map((name) => `<input name="${name}" id="${name}">`).join('');
    expect(linesOf(`<form>${inputs}<p>甲</p><form></form><p>乙</p></form><p>丙</p>`)).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });
});

describe('the fixtures', () => {
  const furniture = /扫一扫|打印|关闭窗口|字体|字号：|分享到|责任编辑|网站标识码|相关稿件|下载|索引号/;
  test.each(saved('documents').filter((page) => page.name !== 'bureau-shell'))(
    '$name is read without furniture',
    (page) => {
      const document = run(page);
      const text = textOfPage(document, page.url);
      expect(text?.input.text.length).toBeGreaterThan(500);
      expect(text?.input.text).not.toMatch(furniture);
    },
  );

  test('a body that stands twice is read once', () => {
    const page = savedPage('documents', 'gov-cn-2023');
    const text = textOfPage(open(page.html, page.url), page.url)?.input.text ?? '';
    expect(text.match(/联席会议办公室设在/g)).toHaveLength(1);
  });

  test('the pictures of a 图解 are not read', () => {
    const page = savedPage('others', 'tujie-images');
    expect(textOfPage(open(page.html, page.url), page.url)).toBeNull();
  });
});

describe('what every text keeps to', () => {
  const pages = [...saved('documents'), ...saved('about')].filter((page) => page.name !== 'bureau-shell');
  test.each(pages)('$name', (page) => {
    const text = textOfPage(run(page), page.url);
    if (!text) throw new Error('no body');
    const { input } = text;
    let end = 0;
    for (const block of input.blocks) {
      expect(input.text.slice(end, block.start)).toMatch(end === 0 ? /^$/ : /^[\n\t]$/);
      const own = input.text.slice(block.start, block.end);
      expect(own).toBe(own.trim());
      expect(own).not.toMatch(/[ \n]{2}|[\u00a0\u2000-\u200f\u3000\ufeff]/);
      expect(squeezed(held(text, block.start, block.end))).toBe(squeezed(own));
      end = block.end;
    }
    expect(end).toBe(input.text.length);
  });
});

test('a page of a million characters is read in slices', () => {
  const sentence = '各区人民政府应当在2025年9月底前完成清查，逾期未完成的，由市水务局约谈。';
  const document = open(
    `<div id="zoom">${`<p>　　<b>一、清查。</b>${sentence.repeat(28)}</p>`.repeat(1000)}</div>`,
  );
  const body = findBody(document);
  if (!body) throw new Error('no body');
  const slices = readPageSlices(document, body, '');
  let count = 0;
  let step = slices.next();
  for (; !step.done; step = slices.next()) count++;
  expect(count).toBeGreaterThan(15);
  const page = step.value;
  expect(page.input.text.length).toBeGreaterThan(1_000_000);
  expect(page.input.blocks).toHaveLength(1000);
  const { length } = page.input.text;
  expect(held(page, length - 9, length)).toBe('，由市水务局约谈。');
});
