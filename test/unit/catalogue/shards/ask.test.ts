import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, statusOf } from '../../../../lib/catalogue/index.ts';
import { askShards } from '../../../../lib/catalogue/shards/ask.ts';
import { introduce } from '../../../../lib/catalogue/shards/reach.ts';
import { fetchWhole } from '../../../../lib/catalogue/shards/whole.ts';
import { randomFrom, sentence } from '../made-up.ts';
import { makeShards, memoryShelf, NOW, page, reachTo, serverOf, TEXTS } from './made-up.ts';

let files = new Map<string, Uint8Array>();
let key = '';
beforeAll(async () => {
  ({ files } = await makeShards());
  ({ key } = await introduce(serverOf(files), 'https://catalogue.example/', NOW));
});

const text = (id: string) => TEXTS[id] ?? '';
const ask = (body: string, metadata: Parameters<typeof page>[1], sentences = false) => {
  const asked: string[] = [];
  const { part, fingerprints } = page(body, metadata);
  const reach = reachTo(serverOf(files, asked), { key });
  return askShards(reach, part, fingerprints, { sentences }).then((found) => ({ found, asked }));
};

describe('a page asks a catalogue on a server', () => {
  it('by its title, for one shard', async () => {
    const { found, asked } = await ask(text('ferry'), { title: '南渡市渡口安全规定' });
    expect(found?.id).toBe('ferry');
    expect(found?.matches[0]?.coverage).toBeGreaterThan(0.8);
    // The manifest, a page of it, a list, a body: no second shard, and no sentences.
    expect(asked).toHaveLength(4);
  });

  it('by its number only where the title fails', async () => {
    const { found, asked } = await ask(text('ferry'), {
      title: '关于公布文件的公告',
      docNumber: '南府规〔2025〕4号',
    });
    expect(found?.id).toBe('ferry');
    expect(new Set(asked).size).toBe(5);
  });

  it('by the title of its notice where that is all that was read', async () => {
    const noticeTitle = '关于印发《澄江新区航标维护细则》的通知';
    const { found } = await ask(text('light'), { noticeTitle });
    expect(found?.id).toBe('light');
  });

  it('and tells the trial version from its successor by number, and by text', async () => {
    const title = '南渡市茶叶集市管理办法';
    expect((await ask(text('old-tea'), { title, docNumber: '南府规〔2020〕8号' })).found?.id).toBe('old-tea');
    expect((await ask(text('old-tea'), { title: `${title}（试行）` })).found?.id).toBe('old-tea');
    expect((await ask(text('tea'), { title })).found?.id).toBe('tea');
  });

  it('and is not told that it is another document of the same title', async () => {
    const random = randomFrom(77);
    const other = Array.from({ length: 40 }, () => sentence(random)).join('');
    const title = '南渡市渡口安全规定';
    expect((await ask(other, { title, docNumber: '南府规〔2031〕9号' })).found).toBeNull();
    expect((await ask(other, { title })).found).toBeNull();
    // Its text, but issued on another day and without a number: a namesake that is much alike.
    expect((await ask(text('ferry'), { title, issued: '2019-01-01' })).found).toBeNull();
  });

  it('and gets null for what is not in it, without a body', async () => {
    const { found, asked } = await ask(text('ferry'), {
      title: '南渡市灯会办法',
      docNumber: '南府发〔2025〕9号',
    });
    expect(found).toBeNull();
    expect(asked.length).toBeLessThanOrEqual(4);
    expect((await ask('', {})).found).toBeNull();
  });

  it('and learns what repeals it and what it rests on', async () => {
    const { found } = await ask(text('old-tea'), { docNumber: '南府规〔2020〕8号' });
    if (!found?.id) throw new Error('not found');
    const status = statusOf(found.catalogue, found.id, null, {}, '2025-06-01');
    expect(status).toMatchObject({
      state: 'repealed',
      repealedBy: '《南渡市茶叶集市管理办法》（南府规〔2025〕3号）',
    });
    const light = await ask(text('light'), { title: '澄江新区航标维护细则' }, true);
    expect(documentOf(light.found?.catalogue as never, 'light')?.relations).toMatchObject([
      { relation: 'basis', title: '南渡市渡口安全规定' },
    ]);
  });

  it('and finds changed sentences only where sentences are wanted', async () => {
    const changed = text('ferry').replace(/应当[^。]{4,40}。/, '应当另行处理，由港务处说明理由并登记在册。');
    const metadata = { title: '南渡市渡口安全规定', docNumber: '南府规〔2025〕4号' };
    const without = await ask(changed, metadata);
    expect(without.found?.matches[0]?.altered).toEqual([]);
    const compared = await ask(changed, metadata, true);
    expect(compared.found?.matches[0]?.altered).toHaveLength(1);
    expect(compared.asked).toHaveLength(5);
  });

  it('and never fetches more than it may', async () => {
    const { part, fingerprints } = page(text('ferry'), { title: '南渡市渡口安全规定' });
    const reach = reachTo(serverOf(files), { key });
    expect(await askShards(reach, part, fingerprints, { sentences: true, budget: 900 })).toBeNull();
    expect(reach.spent()).toBeLessThan(900);
  });

  it('and asks nothing any more once all was fetched', async () => {
    const shelf = memoryShelf();
    const progress = await fetchWhole(reachTo(serverOf(files), { key }, { shelf }), 0, () => false);
    expect(progress.next).toBe(progress.all);
    const asked: string[] = [];
    const reach = reachTo(serverOf(new Map(), asked), { key, checked: NOW }, { shelf });
    for (const [id, title] of [
      ['ferry', '南渡市渡口安全规定'],
      ['light', '澄江新区航标维护细则'],
    ] as const) {
      const { part, fingerprints } = page(text(id), { title });
      expect((await askShards(reach, part, fingerprints, { sentences: true }))?.id).toBe(id);
    }
    expect(asked).toEqual([]);
  });
});

describe('fetching all of it', () => {
  it('stops where it is told to and goes on there', async () => {
    const shelf = memoryShelf();
    const first = await fetchWhole(reachTo(serverOf(files), { key }, { shelf }), 0, () => true);
    expect(first).toEqual({ next: 1, all: 2 });
    const asked: string[] = [];
    const rest = reachTo(serverOf(files, asked), { key, checked: NOW }, { shelf });
    expect(await fetchWhole(rest, first.next, () => true)).toEqual({ next: 2, all: 2 });
    expect(asked).toHaveLength(2);
  });
});
