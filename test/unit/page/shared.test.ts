import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../lib/page/any-body.ts';
import { findBody } from '../../../lib/page/body.ts';
import { factsOf } from '../../../lib/page/facts.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { sightOf } from '../../../lib/page/verdict.ts';
import { hasShared, held, open, shared, squeezed } from './pages.ts';

const files = hasShared ? readdirSync(shared).filter((file) => file.endsWith('.html')) : [];
const html = (file: string) => readFileSync(shared + file, 'utf8');
const truth = hasShared
  ? readFileSync(`${shared}truth.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];

/** Saved fragments say where they were; the others' addresses stand in the table of truths. */
function addressOf(file: string): string {
  const listed = truth.find(([name]) => name === file)?.[1];
  return (
    listed ?? /https?:\/\/[^\s;)]+/.exec(html(file).slice(0, 400))?.[0] ?? 'https://www.gov.cn/page.html'
  );
}

if (!hasShared) console.warn('skipped: the real pages are not at hand');

describe.skipIf(!hasShared)('real pages', () => {
  const documents = files.filter((file) => file.startsWith('gov.cn_'));

  test.each(documents)('%s is a document with a text', (file) => {
    const url = addressOf(file);
    const document = open(html(file), url);
    expect(sightOf(document, url).verdict).toBe('document');
    const body = findBody(document);
    expect(body).not.toBeNull();
    if (!body) return;
    const page = readPage(document, body, url);
    expect(page.input.text.length).toBeGreaterThan(100);
    expect(page.input.text).not.toMatch(/扫一扫|打印本页|关闭窗口|索\s*引\s*号/);
    const value = (label: string) => page.input.facts.pairs.find((pair) => pair.label === label)?.value ?? '';
    expect(value('标题').length).toBeGreaterThan(8);
    const number = squeezed(value('发文字号'));
    // The number of the template's block stands in the text too, but for orders, which write theirs out.
    if (/〔/.test(number)) expect(squeezed(page.input.text)).toContain(number);
  });

  test.each(truth)('%s is what the table says', (file = '', url = '', _basis = '', expected = '') => {
    const { verdict } = sightOf(open(html(file), url), url);
    if (expected === 'policy') expect(verdict).toBe('document');
    else expect(verdict).not.toBe('document');
  });

  test('titles and numbers that a template states are found', () => {
    for (const [file = '', url = '', , expected, title = '', number = ''] of truth) {
      if (expected !== 'policy') continue;
      const facts = factsOf(open(html(file), url), url);
      const said = [facts.title, facts.heading, ...facts.pairs.map((pair) => pair.value)];
      expect(said).toContain(title);
      if (number) expect(said).toContain(number);
    }
  });

  test('the page of pictures gives no text', () => {
    const document = open(html('miit_zcjd_imageonly_TRIMMED.html'));
    expect(bodyOf(document)).toBeNull();
    expect(sightOf(document, 'https://www.miit.gov.cn/zwgk/zcjd/art/2026/a.html').verdict).not.toBe(
      'document',
    );
  });

  test('an old bureau page whose text lies in a frame has no body of its own', () => {
    for (const file of ['shanghai_wgj_2017_index.html', 'shanghai_wgj_2017_iframe_body.html']) {
      const document = open(html(file));
      expect(bodyOf(document)).toBeNull();
      expect(sightOf(document, 'https://wgj.sh.gov.cn/busi/docshow.do').verdict).toBe('other');
    }
  });

  test('an editor in an editor is read once', () => {
    const document = open(html('mof_nested_TRS_Editor.html'));
    const body = findBody(document);
    if (!body) throw new Error('no body');
    const { text } = readPage(document, body, '').input;
    expect(text.match(/财办会〔2026〕32号/g)).toHaveLength(1);
  });

  test('Readability points at the text of unknown templates, without what stands around it', () => {
    for (const [file, start] of [
      ['Luck3mc_gjzwfw_detail.html', '各省、自治区、直辖市'],
      ['Luck3mc_innocom_detail.html', '为深入贯彻'],
    ] as const) {
      const document = open(html(file));
      expect(findBody(document)).toBeNull();
      const body = bodyOf(document);
      if (!body) throw new Error('no body');
      expect(readPage(document, body, '').input.text.startsWith(start)).toBe(true);
    }
  });

  test.each(files)('%s: every block is found again on the page', (file) => {
    const document = open(html(file));
    const body = bodyOf(document);
    if (!body) return;
    const page = readPage(document, body, '');
    for (const { start, end } of page.input.blocks) {
      expect(squeezed(held(page, start, end))).toBe(squeezed(page.input.text.slice(start, end)));
    }
  });
});
