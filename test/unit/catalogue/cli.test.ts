import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { documentOf, loadCatalogue, matchText } from '../../../lib/catalogue/index.ts';
import { catalogue } from '../../../lib/cli/catalogue.ts';
import { document, TEXTS } from './made-up.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-catalogue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function build(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await catalogue(['build', folder, '-o', at('made.bin'), ...args], (line) => lines.push(line));
  return lines;
}
const made = () => loadCatalogue(new Uint8Array(readFileSync(at('made.bin'))));

describe('npm run catalogue -- build', () => {
  it('makes a catalogue of a folder, with the facts that are given and those that are read', async () => {
    writeFileSync(at('tea.txt'), TEXTS.tea as string);
    writeFileSync(at('ferry.md'), TEXTS.ferry as string);
    writeFileSync(at('notes.pdf'), 'not read');
    writeFileSync(
      at('facts.json'),
      JSON.stringify({
        asOf: '2025-06-01',
        documents: [{ id: 'ferry', title: '我们起的题目', expires: '2030-01-01' }],
      }),
    );
    const [line] = await build('--facts', at('facts.json'), '--name', '渡口目录');
    expect(line).toMatch(/made\.bin: 2 documents/);
    const catalogue = made();
    expect(catalogue).toMatchObject({ name: '渡口目录', asOf: '2025-06-01' });
    expect(documentOf(catalogue, 'ferry')).toMatchObject({ title: '我们起的题目', expires: '2030-01-01' });
    expect(documentOf(catalogue, 'tea')).toMatchObject({
      title: '南渡市茶叶集市管理办法',
      docNumber: '南府规〔2025〕3号',
    });
    const found = matchText(catalogue, { fingerprints: fingerprint(TEXTS.tea as string), documents: [] });
    expect(found.map(({ id }) => id)).toEqual(['tea']);
  });

  it('reads pages as pages', async () => {
    const body = document(5, '南渡市灯会办法', '南府发〔2025〕9号').replace(/[^\n]+/g, '<p>$&</p>');
    writeFileSync(
      at('lanterns.html'),
      `<title>南渡市灯会办法</title><nav>首页</nav><div id="zoom">${body}</div>`,
    );
    await build();
    expect(made().prints[0]?.hashes.length).toBeGreaterThan(30);
  });

  it.each<[string, () => void, string[], RegExp]>([
    ['an empty folder', () => {}, [], /no \.txt, \.md or \.html file/],
    [
      'facts that are not there',
      () => writeFileSync(at('a.txt'), '正文。'),
      ['--facts', 'nowhere.json'],
      /no such file: nowhere\.json/,
    ],
    [
      'facts of texts that are not there',
      () => {
        writeFileSync(at('a.txt'), '正文。');
        writeFileSync(at('facts.json'), '{"asOf":"2025-01-01","documents":[{"id":"b","title":null}]}');
      },
      ['--facts', 'facts.json'],
      /the facts name texts that are not in .*: b/,
    ],
    [
      'facts with a mistake',
      () => {
        writeFileSync(at('a.txt'), '正文。');
        writeFileSync(at('facts.json'), '{"asOf":"2025-13-01","documents":[]}');
      },
      ['--facts', 'facts.json'],
      /asOf/,
    ],
  ])('says so where it is given %s', async (_, prepare, args, message) => {
    prepare();
    const paths = args.map((arg) => (arg === 'facts.json' ? at(arg) : arg));
    await expect(build(...paths)).rejects.toThrow(message);
  });

  it('explains itself', async () => {
    const silent = () => {};
    await expect(catalogue([], silent)).rejects.toThrow(/usage/);
    await expect(catalogue(['build', folder], silent)).rejects.toThrow(/usage/);
    await expect(catalogue(['build', at('nowhere'), '-o', 'x'], silent)).rejects.toThrow(/no such folder/);
  });
});
