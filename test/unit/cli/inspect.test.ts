import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../../lib/cli/inspect/files.ts';
import { addressOf } from '../../../lib/cli/inspect/page.ts';
import { inspect } from '../../../lib/cli/inspect.ts';

const NOTICE = `云岭省人民政府关于印发《云岭省茶园管理办法》的通知
云府发〔2025〕3号
各市、州人民政府：
现将《云岭省茶园管理办法》印发给你们，请认真执行。
云岭省人民政府
2025年3月4日
云岭省茶园管理办法
第一条 为了加强茶园管理，根据《云岭省农业条例》，制定本办法。
第二条 本办法所称茶园，是指连片种植茶树的土地。
第三条 茶农应当在收到通知之日起5个工作日内登记。
第四条 本办法自2025年5月1日起施行，有效期至2030年4月30日。`;

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>云岭省人民政府关于渡口安全的通知_云岭省人民政府</title>
<link rel="canonical" href="https://www.yunling.gov.cn/zwgk/zfwj/202503/t20250304_12.html"></head><body>
<div class="TRS_Editor"><p style="text-align:center">云岭省人民政府关于渡口安全的通知</p><p style="text-align:center">云府发〔2025〕7号</p>
<p>各市、州人民政府，省政府各部门：</p><p>为加强渡口安全，根据《云岭省渡口条例》，经省政府同意，现就有关事项通知如下，请认真贯彻执行。</p>
<p>一、落实责任。各地要在2026年底前完成渡口改造，并建立长效机制，加强日常检查和巡查，及时消除隐患。</p>
<p style="text-align:right">云岭省人民政府</p><p style="text-align:right">2025年3月4日</p></div></body></html>`;

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-inspect-'));
  mkdirSync(file('texts/inner'), { recursive: true });
  writeFileSync(file('texts/b.txt'), NOTICE);
  writeFileSync(file('texts/inner/a.html'), PAGE);
  writeFileSync(file('texts/picture.png'), 'no text');
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('binary.txt'), new Uint8Array([0, 1, 2, 3, 0, 255]));
  writeFileSync(file('noise.txt'), new Uint8Array(400).fill(0xff));
  writeFileSync(file('empty.html'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await inspect(
    args,
    (line) => lines.push(line),
    (line) => complaints.push(line),
  );
  return { code, complaints, reports: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the contract', () => {
  test('a text', async () => {
    const { code, reports } = await run('--today', '2026-01-01', file('texts/b.txt'));
    expect(code).toBe(0);
    const [report] = reports;
    expect(Object.keys(report ?? {})).toEqual([
      'schema',
      'id',
      'page',
      'documents',
      'metadata',
      'status',
      'matches',
      'deadlines',
      'terms',
      'glossary',
      'citations',
      'duties',
      'outline',
    ]);
    expect(report).toMatchObject({
      schema: 1,
      id: 'b',
      page: { verdict: 'document', isPolicy: true, kind: '办法' },
      metadata: {
        title: '云岭省茶园管理办法',
        noticeTitle: '云岭省人民政府关于印发《云岭省茶园管理办法》的通知',
        docNumber: '云府发〔2025〕3号',
        issuers: ['云岭省人民政府'],
        issued: '2025-03-04',
        published: null,
        effective: '2025-05-01',
        expires: '2030-04-30',
      },
      status: { state: 'in-force', asOf: '2026-01-01', because: '文中写明有效期至2030-04-30' },
      matches: [],
    });
  });

  test('the terms of the glossary, each where it stands, and which of them are marked', async () => {
    const sentence = '渡口的事项全部实行“告知 承诺”。';
    writeFileSync(file('glossary.txt'), `${sentence}\n\n${sentence}\n`);
    const { reports } = await run(file('glossary.txt'));
    const all = reports[0]?.glossary as Record<string, unknown>[] | undefined;
    const rows = all?.filter(({ entry }) => entry === '告知承诺');
    expect(rows).toEqual([
      { start: 10, end: 15, term: '告知承诺', entry: '告知承诺', marked: true },
      { start: 29, end: 34, term: '告知承诺', entry: '告知承诺', marked: false },
    ]);
    rmSync(file('glossary.txt'));
  });

  test('offsets are into the file itself', async () => {
    const { reports } = await run(file('texts/b.txt'));
    const spans = reports[0]?.terms as { start: number; end: number; term: string }[];
    expect(spans.map(({ start, end }) => NOTICE.slice(start, end))).toEqual(spans.map(({ term }) => term));
    const cited = reports[0]?.citations as { start: number; end: number; title: string | null }[];
    const named = cited.filter(({ title }) => title !== null);
    expect(named.map(({ start, end }) => NOTICE.slice(start, end))).toEqual(
      named.map(({ title }) => `《${title}》`),
    );
  });

  test('the day decides the status', async () => {
    const reports = await Promise.all(
      ['2025-04-01', '2031-01-01'].map(
        async (day) => (await run('--today', day, file('texts/b.txt'))).reports[0],
      ),
    );
    expect(reports.map((report) => (report?.status as { state: string } | undefined)?.state)).toEqual([
      'not-yet',
      'expired',
    ]);
  });

  test('a page, with its text on demand', async () => {
    const { reports } = await run('--text', file('texts/inner/a.html'));
    expect(reports[0]).toMatchObject({
      page: { verdict: 'document' },
      metadata: {
        title: '云岭省人民政府关于渡口安全的通知',
        docNumber: '云府发〔2025〕7号',
        issued: '2025-03-04',
      },
    });
    expect(reports[0]?.text).toContain('为加强渡口安全');
    const { reports: silent } = await run(file('texts/inner/a.html'));
    expect(silent[0]).not.toHaveProperty('text');
  });
});

describe('files and folders', () => {
  test('a folder is walked, by name; other kinds of files are passed over', async () => {
    const { code, reports } = await run(file('texts'));
    expect([code, reports.map(({ id }) => id)]).toEqual([0, ['b', 'a']]);
  });
  test('an empty file is read', async () => {
    const { code, reports } = await run(file('empty.txt'), file('empty.html'));
    expect(code).toBe(0);
    expect(reports.map(({ page }) => (page as { verdict: string }).verdict)).toEqual(['other', 'other']);
  });
  test.each(['binary.txt', 'noise.txt', 'missing.txt', 'texts/picture.png'])(
    '%s can not be read; the others are',
    async (name) => {
      const { code, reports } = await run(file(name), file('texts/b.txt'));
      expect(code).toBe(1);
      expect(Object.keys(reports[0] ?? {})).toEqual(['id', 'error']);
      expect(reports[1]).toMatchObject({ id: 'b', schema: 1 });
    },
  );
});

describe('wrong usage', () => {
  test.each([
    [[]],
    [['--today', '2025-02-30', 'a.txt']],
    [['--today', 'tomorrow', 'a.txt']],
    [['--today']],
    [['--what', 'a.txt']],
    [['--text']],
  ])('%j', async (args) => {
    const { code, reports, complaints } = await run(...args);
    expect([code, reports]).toEqual([2, []]);
    expect(complaints.join('\n')).toContain('usage');
  });
  test('a name that starts with a dash stands after --', async () => {
    expect((await run('--', '-missing.txt')).code).toBe(1);
  });
});

describe('encodings', () => {
  // 云岭 in GBK, with and without a declaration.
  const gbk = new Uint8Array([0xd4, 0xc6, 0xc1, 0xeb]);
  const declared = (charset: string, bytes: Uint8Array) =>
    Uint8Array.from([...new TextEncoder().encode(`<meta charset="${charset}"><p>`), ...bytes]);
  test.each([
    ['declared as gb2312', declared('gb2312', gbk)],
    ['declared as GBK', declared('GBK', gbk)],
    ['not declared', gbk],
    ['declared as something unknown', declared('x-unknown', gbk)],
    ['UTF-8 that claims to be gb2312', declared('gb2312', new TextEncoder().encode('云岭'))],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x91, 0x4e, 0xad, 0x5c])],
  ])('%s', (_, bytes) => {
    expect(decode(bytes, true).endsWith('云岭')).toBe(true);
  });
});

describe('where a saved page was', () => {
  test.each([
    [
      '<!-- saved from url=(0044)https://www.yunling.gov.cn/a.html -->\n<html>',
      'https://www.yunling.gov.cn/a.html',
    ],
    ['<!-- saved from http://www.yunling.gov.cn/a.htm 2019-02-17 -->', 'http://www.yunling.gov.cn/a.htm'],
    ['<link href="https://www.yunling.gov.cn/b.html" rel="canonical">', 'https://www.yunling.gov.cn/b.html'],
    ['<meta name="url" content="https://www.yunling.gov.cn/c.html">', 'https://www.yunling.gov.cn/c.html'],
    [
      '<meta property="og:url" content="https://www.yunling.gov.cn/d.html">',
      'https://www.yunling.gov.cn/d.html',
    ],
    ['<meta name="Url" content="/relative.html">', null],
    ['<meta name="url" content="javascript:alert(1)">', null],
    ['<p>no address</p>', null],
  ])('%s', (html, want) => {
    expect(addressOf(html)).toBe(want);
  });
});
