import { describe, expect, it } from 'vitest';
import { foldedTitle, keysOf, keysToAsk, shardOf } from '../../../../lib/catalogue/shards/keys.ts';
import { openPlacing } from '../../../../lib/catalogue/shards/place.ts';

describe('the key of a title', () => {
  const tea = foldedTitle('南渡市茶叶集市管理办法');

  it.each([
    '南渡市茶叶集市管理办法（试行）',
    '南渡市茶叶集市管理办法(2025年修订)',
    '关于印发《南渡市茶叶集市管理办法》的通知',
    '南渡市人民政府关于印发《南渡市茶叶集市管理办法（暂行）》的通知',
    '南渡市人民政府转发《关于印发〈南渡市茶叶集市管理办法〉的通知》的通知',
    ' 南渡市 茶叶集市\n管理办法 ',
  ])('is that of the document itself for %s', (title) => {
    expect(foldedTitle(title)).toBe(tea);
  });

  it.each(['南渡市茶叶集市管理规定', '澄江市茶叶集市管理办法', '南渡市茶叶集市管理办法实施细则'])(
    'is another one for %s',
    (title) => {
      expect(foldedTitle(title)).not.toBe(tea);
    },
  );

  it('is none for what has no letters', () => {
    expect(keysOf(['', '。'], ['', '无'])).toEqual([]);
  });
});

describe('the keys of a page', () => {
  it('are title, then number, then the title of the notice', () => {
    const sides = keysToAsk({
      title: '南渡市渡口安全规定',
      docNumber: '南府规〔2025〕4号',
      noticeTitle: '关于加强渡口安全工作的通知',
    }).map(({ side }) => side);
    expect(sides).toEqual(['titles', 'numbers', 'titles']);
  });

  it('hold no key twice', () => {
    const title = '南渡市渡口安全规定';
    expect(keysToAsk({ title, docNumber: null, noticeTitle: `关于印发《${title}》的通知` })).toHaveLength(1);
  });

  it('read a number in any of its forms as one', () => {
    const [one] = keysOf([], ['南府规〔2025〕4号']);
    expect(keysOf([], ['南府规[2025]第4号'])).toEqual([one]);
  });
});

describe('the placing of documents', () => {
  const placed = (count: number) => {
    const placing = openPlacing();
    for (let at = 0; at < count; at++)
      for (const key of keysOf([`南渡市第${at}号码头管理办法`], [])) placing.add(key, at);
    return placing.shelve();
  };

  it('leaves at least a thousand documents in every shard, and none out', () => {
    const { starts, at } = placed(9000);
    expect(starts).toHaveLength(8);
    const shards = starts.map((_, shard) => at(shard).documents);
    for (const documents of shards) {
      expect(documents.length).toBeGreaterThanOrEqual(1000);
      expect(documents.length).toBeLessThan(1200);
    }
    expect(new Set(shards.flat()).size).toBe(9000);
  });

  it('puts each where it is looked for, sorted by hash', () => {
    const { starts, at } = placed(3000);
    for (let document = 0; document < 3000; document += 307) {
      const [key] = keysOf([`南渡市第${document}号码头管理办法`], []);
      if (!key) throw new Error('no key');
      const { documents, hashes } = at(shardOf(key, starts));
      expect(hashes[documents.indexOf(document)]).toBe(key.hash);
      expect(hashes).toEqual([...hashes].sort((a, b) => a - b));
    }
  });

  it('makes one shard of few documents, and an empty one of none', () => {
    expect(placed(50).starts).toEqual([0]);
    expect(placed(1999).starts).toEqual([0]);
    expect(placed(0).starts).toEqual([0]);
    expect(placed(0).at(0).documents).toEqual([]);
  });
});
