import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askShards } from '../../../../lib/catalogue/shards/ask.ts';
import { MANIFEST_FILE } from '../../../../lib/catalogue/shards/layout.ts';
import { introduce } from '../../../../lib/catalogue/shards/reach.ts';
import { catalogue } from '../../../../lib/cli/catalogue.ts';
import { NOW, page, reachTo, TEXTS } from './made-up.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-shards-'));
  mkdirSync(at('texts'));
  for (const id of ['tea', 'ferry', 'light']) writeFileSync(at(`texts/${id}.txt`), TEXTS[id] ?? '');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await catalogue(
    args,
    (line) => void lines.push(line),
    () => {},
  );
  return lines.join('\n');
}
const shard = (...args: string[]) =>
  run('shard', at('texts'), '-o', at('out'), '--key', at('key.json'), ...args);

describe('npm run catalogue -- key', () => {
  it('makes a key that only its owner can read, once', async () => {
    expect(await run('key', '-o', at('key.json'))).toMatch(/fingerprint is ([\da-f]{4} ){7}[\da-f]{4}/);
    expect(statSync(at('key.json')).mode & 0o077).toBe(0);
    const before = readFileSync(at('key.json'), 'utf8');
    await expect(run('key', '-o', at('key.json'))).rejects.toThrow(/is there already/);
    expect(readFileSync(at('key.json'), 'utf8')).toBe(before);
  });
});

describe('npm run catalogue -- shard', () => {
  it('makes files that a page can be matched with, signed with the key', async () => {
    const said = await run('key', '-o', at('key.json'));
    const report = await shard('--name', '南渡目录', '--by', '灯塔编辑部', '--as-of', '2025-06-01');
    expect(report).toMatch(/out: 3 documents in 2 shards/);
    expect(report).toContain(said.slice(-39));
    const fetch = async (address: string) =>
      new Response(readFileSync(at(`out${new URL(address).pathname}`)));
    const { key, manifest } = await introduce(fetch, 'https://catalogue.example/', NOW);
    expect(manifest).toMatchObject({
      name: '南渡目录',
      maker: '灯塔编辑部',
      asOf: '2025-06-01',
      documents: 3,
    });
    const { part, fingerprints } = page(TEXTS.tea ?? '', { title: '南渡市茶叶集市管理办法' });
    const found = await askShards(reachTo(fetch, { key }), part, fingerprints, { sentences: true });
    expect(found).toMatchObject({ id: 'tea', matches: [{ altered: [], missing: 0 }] });
  });

  it('takes packs too, several as one', async () => {
    await run('key', '-o', at('key.json'));
    mkdirSync(at('more'));
    writeFileSync(at('more/old-tea.txt'), TEXTS['old-tea'] ?? '');
    for (const name of ['texts', 'more'])
      await run('build', at(name), '-o', at(`${name}.zhupi`), '--by', '我们');
    const inputs = [at('texts.zhupi'), at('more.zhupi')];
    expect(await run('shard', ...inputs, '-o', at('out'), '--key', at('key.json'))).toMatch(/4 documents/);
  });

  it('goes over what it made before, and over nothing else', async () => {
    await run('key', '-o', at('key.json'));
    await shard();
    await shard();
    mkdirSync(at('mine'));
    writeFileSync(at('mine/letter.txt'), 'dear reader');
    await expect(run('shard', at('texts'), '-o', at('mine'), '--key', at('key.json'))).rejects.toThrow(
      /holds other files/,
    );
    expect(existsSync(at(`mine/${MANIFEST_FILE}`))).toBe(false);
  });

  it.each<[string, string[], RegExp]>([
    ['no key', ['shard', 'TEXTS', '-o', 'OUT'], /usage/],
    ['a key that is not there', ['shard', 'TEXTS', '-o', 'OUT', '--key', 'nowhere.json'], /no such key/],
    ['a key that is none', ['shard', 'TEXTS', '-o', 'OUT', '--key', 'TEXTS/tea.txt'], /is no key/],
    ['no pack', ['shard', '-o', 'OUT', '--key', 'KEY'], /usage/],
    ['a pack that is not there', ['shard', 'nowhere', '-o', 'OUT', '--key', 'KEY'], /no such pack/],
    [
      'a pack that is none',
      ['shard', 'TEXTS/tea.txt', '-o', 'OUT', '--key', 'KEY'],
      /can't be read as a pack/,
    ],
    ['an unknown option', ['shard', 'TEXTS', '-o', 'OUT', '--keys', 'KEY'], /keys/],
    ['no place for a key', ['key'], /usage/],
  ])('says what is wrong with %s, and writes nothing', async (_what, args, problem) => {
    await run('key', '-o', at('key.json'));
    const real = args.map((arg) =>
      arg.replace('TEXTS', at('texts')).replace('OUT', at('out')).replace('KEY', at('key.json')),
    );
    await expect(run(...real)).rejects.toThrow(problem);
    expect(existsSync(at('out'))).toBe(false);
  });
});
