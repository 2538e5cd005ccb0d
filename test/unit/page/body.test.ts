import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../lib/page/any-body.ts';
import { findBody } from '../../../lib/page/body.ts';
import { open, savedPage } from './pages.ts';

const text = '各区人民政府应当在2025年9月底前完成清查，并将结果报市水务局。';
const paragraphs = (count: number, each = text) => `<p>${each}</p>`.repeat(count);
const at = (html: string) => findBody(open(html))?.getAttribute('data-is') ?? null;

describe('the container of a known template', () => {
  test.each([
    ['id="UCAP-CONTENT"'],
    ['class="pages_content"'],
    ['class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web"'],
    ['class="view TRS_UEDITOR trs_paper_default"'],
    ['class=TRS_Editor'],
    ['id="ivs_content"'],
    ['class="Article_content"'],
    ['id="zoom"'],
    ['id="Zoom"'],
    ['id="mainText"'],
    ['class="article_con"'],
    ['id="con_con"'],
    ['class="article-content"'],
    ['class="v_news_content"'],
    ['class="xxgk-content"'],
    ['id="info_content"'],
  ])('%s', (attribute) => {
    expect(at(`<div><div data-is="it" ${attribute}>${paragraphs(4)}</div></div>`)).toBe('it');
  });

  test('an element of a made-up name', () => {
    expect(at(`<ucapcontent data-is="it">${paragraphs(4)}</ucapcontent>`)).toBe('it');
  });

  test('the innermost sure one, not the block with title and buttons around it', () => {
    const html = `<div class="article-content"><h1>标题</h1><div data-is="it" id="zoom">${paragraphs(4)}</div></div>`;
    expect(at(html)).toBe('it');
  });

  test('a small box of the same name beside the text is passed over', () => {
    const html = `<div class="TRS_Editor"><p>${text}</p></div><div data-is="it" id="zoom">${paragraphs(20)}</div>`;
    expect(at(html)).toBe('it');
  });

  test('editors in one another count once, editors side by side together', () => {
    expect(
      at(`<div data-is="out" class="TRS_Editor"><div class="TRS_Editor">${paragraphs(4)}</div></div>`),
    ).toBe('out');
    const html = `<main><div data-is="both"><div class="TRS_Editor">${paragraphs(3)}</div><div class="TRS_Editor">${paragraphs(4)}</div></div></main>`;
    expect(at(html)).toBe('both');
  });
});

describe('a body that stands twice', () => {
  const copies = (first: string, second: string) =>
    `<div class="pages_content ${first}" data-is="first">${paragraphs(4)}</div><div class="pages_content ${second}" data-is="second">${paragraphs(4)}</div>`;

  test('without layout the copy for desks is taken, by its class', () => {
    expect(at(copies('mhide', 'pchide'))).toBe('first');
    expect(at(copies('pchide', 'mhide'))).toBe('second');
  });

  test('a copy hidden by its own or its parent’s style is not taken', () => {
    expect(at(`<div style="display: none">${copies('', '')}</div>`)).toBeNull();
    expect(at(copies('" style="display:none', ''))).toBe('second');
    expect(at(copies('" hidden="', ''))).toBe('second');
  });

  test('of two that nothing tells apart only one is taken', () => {
    expect(at(copies('', ''))).toBe('first');
  });
});

describe('no body', () => {
  test.each([
    ['pictures only', '<div id="zoom"><p><img src="data:,"></p></div>'],
    ['a caption', '<div id="zoom"><p><img src="data:,">图1 流程图</p></div>'],
    [
      'a list of links',
      `<div id="zoom">${'<p><a href="/a.html">南渡市人民政府关于公布文物保护单位的通知</a></p>'.repeat(9)}</div>`,
    ],
    ['a frame', '<div id="zoom"><iframe src="/text.html"></iframe></div>'],
    ['code only', `<div id="zoom"><script>var text = "${text}"</script><style>p{}</style></div>`],
    ['nothing', ''],
  ])('%s', (_, html) => {
    expect(findBody(open(html))).toBeNull();
    expect(bodyOf(open(html))).toBeNull();
  });

  test('a page that is not there at all', () => {
    const document = open('');
    document.documentElement.remove();
    expect(bodyOf(document)).toBeNull();
  });
});

describe('pages of unknown templates', () => {
  const site = (inner: string) =>
    `<div class="top"><ul>${'<li><a href="/">栏目</a></li>'.repeat(30)}</ul></div><div class="wrap"><div class="lft"><a href="/">导航</a></div>${inner}</div><div class="bottom-foot"><p>${'主办单位：云岭省水利厅，承办单位：信息中心。'.repeat(9)}</p></div>`;

  test('the parent of the paragraphs', () => {
    const html = site(
      `<div class="mid"><h3>标题</h3><div class="info">来源：办公室</div><div id="it">${paragraphs(9)}</div></div>`,
    );
    expect(bodyOf(open(html))?.id).toBe('it');
  });

  test('text whose lines are parted by <br>', () => {
    const html = site(`<div id="it">${`　　${text}<br>`.repeat(9)}</div>`);
    expect(bodyOf(open(html))?.id).toBe('it');
  });

  test('fields that shadow the properties of their form', () => {
    const fields = ['childNodes', 'parentNode', 'tagName', 'children', 'firstChild', 'id'].map(
      (n) => `<input name="${n}">`,
    );
    const html = site(`<form>${fields.join('')}<div id="it">${paragraphs(9)}</div></form>`);
    expect(bodyOf(open(html))?.getAttribute('id')).toBe('it');
  });

  test('the page itself stays as it was', () => {
    const document = open(site(`<div id="it">${paragraphs(9)}</div>`));
    const before = document.documentElement.outerHTML;
    bodyOf(document);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('the fixture of a form around a whole page has its body in it', () => {
  const page = savedPage('documents', 'clobbering-form');
  expect(findBody(open(page.html, page.url))?.getAttribute('id')).toBe('zoom');
});
