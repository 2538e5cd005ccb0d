import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { documentOf, matchText, relationsOf } from '../../../lib/catalogue/index.ts';
import { readPack } from '../../../lib/catalogue/pack-file.ts';
import { Troubles } from '../../../lib/cli/catalogue/troubles.ts';
import { catalogue } from '../../../lib/cli/catalogue.ts';
import { document, TEXTS } from './made-up.ts';

let folder = '';
let outside = '';
const at = (name: string) => join(folder, name);
const out = () => join(outside, 'made.zhupipack');
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'zhupi-catalogue-'));
  folder = join(outside, '渡口');
  mkdirSync(folder);
});
afterEach(() => rmSync(outside, { recursive: true }));

/** Writes texts into the folder and a facts file beside it, and builds. @returns all lines told */
async function build(texts: Record<string, string | Uint8Array>, facts?: object | string, ...args: string[]) {
  for (const [name, text] of Object.entries(texts)) writeFileSync(at(name), text);
  const file = join(outside, typeof facts === 'string' ? 'facts.csv' : 'facts.json');
  if (facts) writeFileSync(file, typeof facts === 'string' ? facts : JSON.stringify(facts, null, 1));
  const lines: string[] = [];
  const all = ['build', folder, '-o', out(), '--by', '渡口学会', '--day', '2025-07-01', ...args];
  await catalogue(facts ? [...all, '--facts', file] : all, (line) => lines.push(line));
  return lines;
}
const made = async () => readPack(new Uint8Array(readFileSync(out())));
/** All that is said to be wrong; nothing was written then. */
async function troubles(...args: Parameters<typeof build>): Promise<readonly string[]> {
  const error = await build(...args).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Troubles);
  expect(readdirSync(outside).filter((name) => name.startsWith('made'))).toEqual([]);
  return (error as Troubles).list;
}

const tea = TEXTS.tea as string;
const ferry = TEXTS.ferry as string;
const lamps = document(5, '南渡市灯会办法', '南府发〔2025〕9号');

describe('npm run catalogue -- build', () => {
  it('makes a pack of a folder, with the facts that are given and those that are read', async () => {
    const lines = await build(
      { 'tea.txt': tea, 'ferry.md': `# ${ferry}`, 'notes.pdf': 'not read' },
      { asOf: '2025-06-01', documents: [{ id: 'ferry', title: '我们起的题目', expires: '2030-01-01' }] },
      ...['--name', '渡口目录', '--from', '渡口志'],
    );
    expect(lines).toEqual([
      expect.stringMatching(/^tea\.txt: facts\.json says nothing of it; its facts are read from the text$/),
      expect.stringMatching(
        /made\.zhupipack: 2 documents, \d+ known by name, \d+ bytes, by 渡口学会, 2025-07-01$/,
      ),
    ]);
    const { header, catalogue: inside } = await made();
    expect(header).toMatchObject({
      name: '渡口目录',
      by: '渡口学会',
      day: '2025-07-01',
      from: '渡口志',
      documents: 2,
    });
    expect(inside.asOf).toBe('2025-06-01');
    expect(documentOf(inside, 'ferry')).toMatchObject({ title: '我们起的题目', expires: '2030-01-01' });
    expect(documentOf(inside, 'tea')).toMatchObject({
      title: '南渡市茶叶集市管理办法',
      docNumber: '南府规〔2025〕3号',
    });
    const found = matchText(inside, { fingerprints: fingerprint(tea), documents: [] });
    expect(found.map(({ id }) => id)).toEqual(['tea']);
  });

  it('says of what, when and for how long it knows where it is not told', async () => {
    await build({ 'tea.txt': tea });
    const { header, catalogue: inside } = await made();
    expect(header).toMatchObject({ name: '渡口', from: '渡口（1）' });
    expect(inside.asOf).toBe('2025-07-01');
  });

  it('reads the facts of a sheet, under Chinese names, as Excel saves it', async () => {
    const csv = `编号,标题,文号,施行日期,废止,延长,发文机关,有效期至,只知题名
tea,南渡市茶叶集市管理办法,南府规〔2025〕3号,2025/3/1,《南渡市茶叶集市管理办法》（南府规〔2010〕9号）；salt,《渡口规定》至2029-06-20,南渡市人民政府；南渡市茶业局,-,
salt,南渡市盐业办法,,,,,,,是
`;
    await build({ 'tea.txt': tea }, csv);
    const { catalogue: inside } = await made();
    expect(documentOf(inside, 'tea')).toMatchObject({
      effective: '2025-03-01',
      expires: null,
      issuers: ['南渡市人民政府', '南渡市茶业局'],
    });
    expect(relationsOf(inside, 'tea').map(({ relation, title }) => `${relation} ${title}`)).toEqual([
      'repeals 南渡市茶叶集市管理办法',
      'repeals 南渡市盐业办法',
      'extends 渡口规定',
    ]);
    expect(inside.incoming.flat().find(({ type }) => type === 'extends')?.until).toBe('2029-06-20');
  });

  it('reads what a text does to others', async () => {
    const text = lamps.replace('第1条　', '第一条　为办好灯会，根据《云岭省集市条例》，制定本办法。');
    await build({ 'lamps.txt': `${text}\n本办法自2025年8月1日起施行，《南渡市旧灯会办法》同时废止。` });
    const { catalogue: inside } = await made();
    expect(relationsOf(inside, 'lamps').map(({ relation, title }) => `${relation} ${title}`)).toEqual([
      'basis 云岭省集市条例',
      'repeals 南渡市旧灯会办法',
    ]);
  });

  it('reads pages as pages', async () => {
    const body = lamps.replace(/[^\n]+/g, '<p>$&</p>');
    await build({
      'lanterns.html': `<title>南渡市灯会办法</title><nav>首页</nav><div id="zoom">${body}</div>`,
    });
    expect((await made()).catalogue.prints[0]?.hashes.length).toBeGreaterThan(30);
  });

  it('reads GB 18030 as well as UTF-8', async () => {
    await build({ 'tea.txt': tea });
    const before = await made();
    await build({ 'tea.txt': gb18030(tea) });
    expect((await made()).catalogue.prints).toEqual(before.catalogue.prints);
  });

  it('does not take another encoding for Chinese', async () => {
    // Chinese in Big5, of which the bytes are mostly characters of GB 18030 too, but rare ones.
    const [said] = await troubles({
      'big5.txt': Buffer.from('b6b3c0adacd9a448a5c1ac46a9b2c3f6a9f3b669'.repeat(5), 'hex'),
    });
    expect(said).toBe('big5.txt: is neither in UTF-8 nor in GB 18030: please save it as UTF-8');
  });

  it('does not take half a sentence for a document', async () => {
    const [said] = await troubles({ 'short.txt': '南渡市灯会办法由渡口管理站负责解释' });
    expect(said).toBe('short.txt: is too short to be recognised: 1 sentences, at least 3');
  });

  it('tells all that is wrong with the texts at once, and writes nothing', async () => {
    symlinkSync(at('nowhere'), at('gone.txt'));
    const list = await troubles({
      'empty.txt': '',
      'blank.md': ' \n\n',
      'latin.txt': Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0xff]),
      'binary.txt': new Uint8Array([1, 0, 2]),
      'picture.html': '<title>图解</title><img src="x.png">',
      'tea.txt': tea,
      'tea.md': tea,
      'poem.txt': '江水向东流去啊流去。\n月亮照着渡口的石阶。\n船夫唱着从前的歌谣。\n茶香飘过对岸的集市。\n',
    });
    expect(list).toEqual([
      'binary.txt: is no text: it holds zero bytes',
      'blank.md: holds no text',
      'empty.txt: is empty',
      'gone.txt: can’t be read: it is no file',
      'latin.txt: is neither in UTF-8 nor in GB 18030: please save it as UTF-8',
      'picture.html: holds no text',
      'tea.txt: has the same name as tea.md: rename one of them',
      'poem.txt: is no document, as far as we can read it: if it is one, give its title in the facts file',
    ]);
  });

  it('tells all that is wrong with the facts at once, each with its line', async () => {
    const list = await troubles(
      { 'tea.txt': tea, 'ferry.txt': ferry, 'lamps.txt': lamps },
      {
        asOf: '2025-13-01',
        documents: [
          { id: 'tea', issued: '2025-02-30', relations: [{ type: 'loves', title: '条例' }] },
          { id: 'ferry', docNumber: '南府规〔2025〕3号', relations: [{ type: 'repeals', id: 'lamps' }] },
          { id: 'lamps', colour: 'jade', relations: [{ type: 'repeals', id: 'ferry' }] },
          { id: 'salt', title: '盐业办法' },
          { id: 'tea' },
          { title: '没有编号' },
        ],
        more: 1,
      },
    );
    expect(list).toEqual([
      'facts.json:45: more: no such field',
      'facts.json:2: asOf: "2025-13-01" is no day that exists, written YYYY-MM-DD',
      'facts.json:6: issued: "2025-02-30" is no day that exists, written YYYY-MM-DD',
      'facts.json:9: relations.0.type: "loves" is no relation; there are basis, repeals, amends, extends, attaches, interprets, cites',
      'facts.json:26: colour: no such fact',
      expect.stringMatching(/^facts\.json:35: there is no text salt\.txt, \.md or \.html for it/),
      'facts.json:39: the id tea is used already at facts.json:5',
      'facts.json:41: id: is missing',
      'facts.json:15: tea and ferry have the same number 南府规〔2025〕3号',
      'facts.json:15: these repeal each other: ferry → lamps → ferry',
    ]);
  });

  it('tells what is wrong with a sheet by its rows', async () => {
    const csv = `id,title,issued,repeals,颜色
tea,"两行的
题目",2025-02-30,,
ferry,渡口,2025-01-01,nowhere,
lamps,灯,,,,,,
`;
    const list = await troubles({ 'tea.txt': tea, 'ferry.txt': ferry, 'lamps.txt': lamps }, csv);
    expect(list).toEqual([
      'facts.csv:1: no column is called 颜色',
      'facts.csv:5: has 8 cells, but 5 columns',
      'facts.csv:2: issued: "2025-02-30" is no day that exists, written YYYY-MM-DD',
      'facts.csv:4: ferry names nowhere, which is not in the file',
    ]);
  });

  it.each<[string, string, string]>([
    ['no JSON', '{"documents": [}', 'facts.json:1: is no JSON: ValueExpected'],
    ['a list', '[]', 'facts.json:1: must be an object with "documents"'],
  ])('says so where the facts are %s', async (_, text, said) => {
    writeFileSync(join(outside, 'facts.json'), text);
    const args = ['--facts', join(outside, 'facts.json')];
    expect(await troubles({ 'tea.txt': tea }, undefined, ...args)).toEqual([said]);
  });

  it('says that a sheet has no id, or is none', async () => {
    expect(await troubles({ 'tea.txt': tea }, 'title\n茶\n')).toContain(
      'facts.csv:1: there must be a column id (编号)',
    );
    expect((await troubles({ 'tea.txt': tea }, 'id,title\n"x,y\n'))[0]).toMatch(
      /^facts\.csv:\d: is no CSV: /,
    );
  });

  it('leaves out relations that it read and that make no sense, and says so', async () => {
    const twice = (id: string, year: number) => ({
      id,
      title: '云岭省集市条例',
      docNumber: `云府发〔${year}〕1号`,
    });
    const text = lamps.replace('第1条　', '第1条　根据《云岭省集市条例》制定本办法。');
    const lines = await build(
      { 'lamps.txt': text },
      { documents: [{ id: 'lamps' }], named: [twice('a', 2001), twice('b', 2011)] },
    );
    expect(lines[0]).toMatch(
      /facts\.json:\d: lamps names 云岭省集市条例, of which there are 2: give its id: read from the text, and left out/,
    );
    expect(relationsOf((await made()).catalogue, 'lamps')).toEqual([]);
  });

  it.each<[string, string[], RegExp]>([
    ['an empty folder', [], /no \.txt, \.md or \.html file/],
    ['facts that are not there', ['--facts', 'nowhere.json'], /no such file: nowhere\.json/],
    ['facts in another form', ['--facts', 'package.json.txt'], /no such file|written in/],
    ['a day that does not exist', ['--day', '2025-02-30'], /--day needs a day that exists/],
    ['an option nobody knows', ['--colour', 'jade'], /usage/],
  ])('says so where it is given %s', async (_, args, message) => {
    await expect(build({}, undefined, ...args)).rejects.toThrow(message);
  });

  it('explains itself', async () => {
    const silent = () => {};
    await expect(catalogue([], silent)).rejects.toThrow(/usage/);
    await expect(catalogue(['build', folder], silent)).rejects.toThrow(/usage/);
    await expect(catalogue(['build', at('nowhere'), '-o', 'x'], silent)).rejects.toThrow(/no such folder/);
    writeFileSync(at('tea.txt'), tea);
    const nowhere = join(outside, 'nowhere', 'x');
    await expect(catalogue(['build', folder, '-o', nowhere], silent)).rejects.toThrow(/no such folder/);
  });
});

/** Node writes UTF-8 only: the two bytes of each character are found by reading all of them. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}
