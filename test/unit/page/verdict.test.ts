import { describe, expect, test } from 'vitest';
import { sightOf } from '../../../lib/page/verdict.ts';
import { open, run, saved, savedPage } from './pages.ts';

/** Pages whose text comes later, or lies in a frame of theirs. */
const EMPTY_AT_FIRST = ['guangdong-gkmlpt', 'late-body', 'bureau-shell'];

describe('documents of our own in the templates of real sites', () => {
  const pages = saved('documents');
  test.each(pages.filter((page) => !EMPTY_AT_FIRST.includes(page.name)))('$name is a document', (page) => {
    const sight = sightOf(open(page.html, page.url), page.url);
    expect(sight.verdict).toBe('document');
    expect(sight.confidence).toBeGreaterThan(0.9);
    expect(sight.textLength).toBeGreaterThan(300);
    expect(sight.kind).toMatch(/^(通知|意见|公告)$/);
  });

  test.each(['guangdong-gkmlpt', 'late-body'])('%s is one as soon as its scripts have run', (name) => {
    const page = savedPage('documents', name);
    expect(sightOf(open(page.html, page.url), page.url).verdict).toBe('other');
    expect(sightOf(run(page), page.url).verdict).toBe('document');
  });

  test('a shell around a frame holds no text; the frame does', () => {
    const shell = savedPage('documents', 'bureau-shell');
    expect(sightOf(open(shell.html, shell.url), shell.url).verdict).toBe('other');
    const frame = savedPage('documents', 'bureau-frame');
    expect(sightOf(open(frame.html, frame.url), frame.url).verdict).toBe('document');
  });

  test('what spoke is told', () => {
    const page = savedPage('documents', 'gov-cn-old');
    const { reasons } = sightOf(open(page.html, page.url), page.url);
    expect(reasons).toEqual(
      expect.arrayContaining(['metadata-block', 'doc-number', 'title-form', 'addressee', 'address']),
    );
  });
});

describe('pages about documents', () => {
  test.each(saved('about'))('$name is about', (page) => {
    const sight = sightOf(open(page.html, page.url), page.url);
    expect(sight.verdict).toBe('about');
    expect(sight.kind).toMatch(/^(解读|图解|记者问|要讯|新闻)$/);
  });
});

describe('pages that are neither', () => {
  const pages = saved('others');
  test('there are at least 25 of them', () => expect(pages.length).toBeGreaterThanOrEqual(25));

  test.each(pages)('$name is other', (page) => {
    const sight = sightOf(open(page.html, page.url), page.url);
    expect(sight.verdict).toBe('other');
    expect(sight.kind).toBeNull();
  });
});

describe('signs', () => {
  const body = '各区人民政府，市政府各部门：现将有关事项通知如下。'
    .padEnd(400, '各单位要抓好落实。')
    .concat('。');
  const html = (title: string, inner: string) =>
    `<!doctype html><title>${title}</title><h1>${title}</h1><div id="zoom">${inner}</div>`;

  test('a number in the title of a market notice does not make it a document', () => {
    const page = html('国库现金操作交易公告 [2025]第19号', `<p>${body.slice(0, 120)}</p>`);
    expect(sightOf(open(page), 'https://x.gov.cn/a.html').verdict).not.toBe('document');
  });

  test('a tender notice that is numbered and addressed as a document counts as one', () => {
    const inner = `<p>南财采〔2025〕7号</p><p>市级各预算单位：</p><p>${body}</p>`;
    const page = html('关于做好2025年集中采购工作的通知', inner);
    expect(sightOf(open(page), 'https://x.gov.cn/zwgk/zcwj/a.html').verdict).toBe('document');
  });

  test('so does one whose number stands only in the block of facts', () => {
    const block =
      '<table><tr><td>索引号：</td><td>1</td><td>发文机关：</td><td>市财政局</td></tr><tr><td>发文字号：</td><td>南财采〔2025〕7号</td><td>有效性：</td><td>有效</td></tr></table>';
    const page = block + html('关于做好2025年集中采购工作的通知', `<p>市级各预算单位：</p><p>${body}</p>`);
    expect(sightOf(open(page), 'https://x.gov.cn/zwgk/a.html').verdict).toBe('document');
  });

  test('an explanation is never taken for the document it quotes', () => {
    const inner = `<p>南府发〔2025〕7号</p><p>各区人民政府：</p><p>${body}</p>`;
    const page = html('《南渡市绿道管理办法》解读', inner);
    expect(sightOf(open(page), 'https://x.gov.cn/zwgk/zcwj/a.html').verdict).toBe('about');
  });

  test.each([
    [
      '云岭省数据安全法',
      '/zwgk/flfg/1.html',
      Array.from('一二三四五六七', (n) => `<p>第${n}条　县级以上人民政府应当加强领导。</p>`).join(''),
    ],
    [
      '云岭省水利发展规划纲要',
      '/zwgk/ghjh/1.html',
      `<p>一、形势</p><p>${body}</p><p>二、目标</p><p>到2030年建成。</p><p>三、任务</p>`,
    ],
    [
      '云岭省人民政府关于同意设立青岚经济开发区的批复',
      '/zfxxgk/1.html',
      `<p>云府函〔2025〕9号</p><p>南渡市人民政府：</p><p>你市《关于设立开发区的请示》收悉。同意设立青岚经济开发区。</p>`,
    ],
  ])('%s is a document without all the signs', (title, path, inner) => {
    const page = html(title, inner).replace(
      '<h1>',
      '<div class="position">首页 &gt; 法规规章规划计划</div><h1>',
    );
    expect(sightOf(open(page), `https://x.gov.cn${path}`).verdict).toBe('document');
  });

  test('traditional copies of a page are known too', () => {
    const inner = `<p>南府發〔2025〕7號</p><p>各區人民政府：</p><p>${body}</p>`;
    const page = html('南渡市人民政府關於印發綠道管理辦法的通知', inner);
    expect(sightOf(open(page), 'https://big5.x.gov.cn/zwgk/zcwj/a.html').verdict).toBe('document');
  });

  test('an empty page, and one without a body, are other', () => {
    expect(sightOf(open(''), 'https://x.gov.cn/').verdict).toBe('other');
    const document = open('<frameset><frame></frameset>');
    expect(sightOf(document, 'https://x.gov.cn/').verdict).toBe('other');
    document.documentElement.remove();
    expect(sightOf(document, 'https://x.gov.cn/').verdict).toBe('other');
  });

  test('looking changes nothing', () => {
    for (const page of saved('documents')) {
      const document = open(page.html, page.url);
      const before = document.documentElement.outerHTML;
      sightOf(document, page.url);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });
});
