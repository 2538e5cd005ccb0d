import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import zh from '../../../assets/public/_locales/zh_CN/messages.json';
import { allToMarkdown, documentToMarkdown, type Say } from '../../../lib/export/markdown.ts';
import { blockquote, closedMarkdown, escapeMarkdown, hashTag } from '../../../lib/export/markdown-text.ts';
import { frontMatter } from '../../../lib/export/yaml.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';

const say: Say = (key, ...args) =>
  zh[key].message.replace(/\$(\d)/g, (_all, n) => String(args[Number(n) - 1] ?? ''));

describe('documentToMarkdown', () => {
  it('writes a task as a line that can be ticked, and what a note points to', () => {
    const first = makeNote({
      task: { due: '2025-08-01', done: null },
      links: [
        { kind: 'note', id: noteId(2) },
        { kind: 'note', id: noteId(9) },
        { kind: 'article', document: makeDocument().key, article: '第三条第二款' },
        { kind: 'article', document: 'known:[x]', article: '第一条' },
      ],
    });
    const anchor = { ...makeNote().anchor, start: 90, quote: `*${'引'.repeat(60)}` };
    const done = { due: null, done: '2025-07-01T20:00:00.000Z' };
    const second = makeNote({ id: noteId(2), anchor, task: done });
    const lines = documentToMarkdown(makeDocument(), [first, second], say).split('\n');
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- [ ] 待办，截止 2025-08-01',
      `- 参见另一条批注：“\\*${'引'.repeat(39)}”`,
      `- 参见另一条批注：“${noteId(9)}”`,
      '- 参见《企业减负办法》第三条第二款',
      '- 参见《known:\\[x\\]》第一条',
      '- [x] 待办 · 已于 2025-07-02 办结',
    ]);
  });

  it('writes front matter and each note with quote, article, colour, tags and text', () => {
    const first = makeNote();
    const second = makeNote({
      id: noteId(2),
      anchor: { ...first.anchor, quote: '不得收取\n任何费用', start: 90, end: 99, article: '第三条' },
      colour: 'jade',
      body: '',
      tags: [],
    });
    expect(documentToMarkdown(makeDocument(), [second, first], say)).toBe(
      [
        '---',
        'title: "企业减负办法"',
        'notice_title: "关于印发《企业减负办法》的通知"',
        'doc_number: "云府发〔2025〕3号"',
        'issuers:',
        '  - "云岭省人民政府"',
        'kind: "办法"',
        'issued: "2025-06-01"',
        'published: "2025-06-03"',
        'effective: "2025-07-01"',
        'expires: "2030-06-30"',
        'address: "https://www.yl.gov.cn/zc/3.html"',
        'read: "2025-06-30"',
        'tags:',
        '  - "期限"',
        '---',
        '# 企业减负办法',
        '',
        '## 第二条',
        '',
        '> 5个工作日内',
        '',
        '颜色：朱红 · 标签：#期限 · 写于 2025-06-30',
        '',
        '**留意**期限',
        '',
        '## 第三条',
        '',
        '> 不得收取',
        '>',
        '> 任何费用',
        '',
        '颜色：青绿 · 写于 2025-06-30',
        '',
      ]
        .join('\n')
        .replace('朱红', zh.colourVermilion.message)
        .replace('青绿', zh.colourJade.message),
    );
  });

  it('names a document whose title is not known, and says nothing of what is not known', () => {
    const unknown = makeDocument({
      title: null,
      noticeTitle: null,
      docNumber: null,
      issuers: [],
      addresses: [],
    });
    const markdown = documentToMarkdown(unknown, [makeNote({ tags: [] })], say);
    expect(markdown).toContain(`# ${zh.exportNoTitle.message}`);
    expect(markdown).not.toMatch(/^(title|doc_number|issuers|address|tags):/m);
  });

  it('does not repeat the article of neighbouring notes', () => {
    const notes = [makeNote(), makeNote({ id: noteId(2) })];
    expect(documentToMarkdown(makeDocument(), notes, say).match(/^## 第二条$/gm)).toHaveLength(1);
  });
});

describe('allToMarkdown', () => {
  it('writes a chapter for each document that has notes', () => {
    const other = makeDocument({
      key: 'known:x',
      title: '南渡市*补贴*办法',
      addresses: ['javascript:alert(1)'],
    });
    const empty = makeDocument({ key: 'known:y', title: '无批注' });
    const notes = [makeNote(), makeNote({ id: noteId(2), document: 'known:x' })];
    const markdown = allToMarkdown({ documents: [makeDocument(), other, empty], notes }, '2025-07-01', say);
    expect(markdown.match(/^## .*/gm)).toEqual(['## 企业减负办法', '## 南渡市\\*补贴\\*办法']);
    expect(markdown).toContain('exported: "2025-07-01"');
    expect(markdown).toContain('<https://www.yl.gov.cn/zc/3.html>');
    expect(markdown).not.toContain('<javascript');
    expect(markdown).not.toContain('无批注');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['*重点*', '\\*重点\\*'],
    ['<b>粗</b>', '\\<b\\>粗\\</b\\>'],
    ['# 标题', '\\# 标题'],
    ['- 一', '\\- 一'],
    ['1. 一', '1\\. 一'],
    ['1）一', '1）一'],
    ['2025. 6', '2025\\. 6'],
    ['---', '\\---'],
    ['===', '\\=\\=\\='],
    ['    缩进', '缩进'],
    ['[链接](http://x)', '\\[链接\\](http://x)'],
    ['&lt; A&B', '\\&lt; A&B'],
    ['3~5年，15%', '3\\~5年，15%'],
    ['a_b %%注%% $x$', 'a\\_b \\%%注\\%% \\$x\\$'],
    ['甲|乙', '甲\\|乙'],
    ['```', '\\`\\`\\`'],
  ])('%j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('loses nothing but white space at line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const plain = text
          .split(/\r\n|[\n\r\u2028\u2029]/)
          .map((line) => line.trim())
          .join('\n');
        expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(plain);
      }),
    );
  });

  it('keeps every line of a quote in the quote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '\n', '\r', '\u2028', ' ', '>', '-', '#') }),
        (text) => {
          for (const line of blockquote(text).split(/[\n\r\u2028\u2029]/)) expect(line).toMatch(/^(>|$)/);
        },
      ),
    );
  });
});

describe('closedMarkdown', () => {
  it.each([
    ['```\ncode', '```\ncode\n```'],
    ['```\ncode\n```\n', '```\ncode\n```'],
    ['~~~~js\n~~~\n', '~~~~js\n~~~\n~~~~'],
    ['`` ` ``', '`` ` ``'],
    ['``` not a fence ```', '``` not a fence ```'],
    ['字\n\n', '字'],
  ])('%j', (body, closed) => {
    expect(closedMarkdown(body)).toBe(closed);
  });
});

describe('hashTag', () => {
  it.each([
    ['期限', '#期限'],
    ['2025', '2025'],
    ['税/补贴', '#税/补贴'],
    ['双随机、一公开', '双随机、一公开'],
    ['a b', 'a b'],
    ['*x*', '\\*x\\*'],
  ])('%s', (tag, text) => {
    expect(hashTag(tag)).toBe(text);
  });
});

describe('frontMatter', () => {
  it('lets no value end the front matter or start another key', () => {
    const evil = 'x"\n---\nkey: y\u0085z\u2028---\ud800';
    const yaml = frontMatter({ title: evil, issuers: [evil] });
    expect(yaml.split('\n')).toHaveLength(6);
    expect(yaml).not.toMatch(/[\x7f-\x9f\u2028\u2029]/);
    for (const [, scalar] of yaml.matchAll(/(".*")/g)) {
      expect(JSON.parse(scalar ?? '')).toBe(evil);
    }
  });

  it('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = frontMatter({ title: `x${text}` }).split('\n')[1] ?? '';
        expect(JSON.parse(line.slice('title: '.length))).toBe(`x${text}`);
      }),
    );
  });
});
