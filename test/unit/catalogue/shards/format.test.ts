import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../../lib/catalogue/compile.ts';
import type { Entry } from '../../../../lib/catalogue/facts.ts';
import { CatalogueError } from '../../../../lib/catalogue/format.ts';
import { BLOCK, findInList, openBody, packBody, packList } from '../../../../lib/catalogue/shards/body.ts';
import { openGroup, packGroup } from '../../../../lib/catalogue/shards/group.ts';
import { IDENTIFICATION_BYTES } from '../../../../lib/catalogue/shards/layout.ts';
import { fromDeed, fromRow, toRows } from '../../../../lib/catalogue/shards/rows.ts';
import { squeeze, unsqueeze } from '../../../../lib/catalogue/shards/squeeze.ts';

const entries: Entry[] = compileFacts(
  {
    asOf: '2025-06-01',
    documents: Array.from({ length: BLOCK + 40 }, (_, k) => ({
      id: k % 2 ? `id-${k}` : `南府规〔2025〕${k}号`,
      title: `南渡市第${k}号渡口规定`,
      docNumber: `南府规〔2025〕${k}号`,
      issuers: k % 3 ? ['南渡市人民政府'] : [],
      effective: k % 4 ? '2025-03-01' : null,
      otherTitles: k % 5 ? [] : [`第${k}号渡口办法`],
    })),
  },
  '渡口',
).entries;
const grams = entries.map((_, k) => Uint32Array.from({ length: 14 }, (_, slot) => k * 65_537 + slot));
const bare = entries.map((entry) => ({ entry, deeds: [] }));
const body = packBody(
  grams,
  [{ first: 0, hash: new Uint8Array(32).fill(7), length: 99 }],
  [toRows(bare.slice(0, BLOCK), true), toRows(bare.slice(BLOCK), true)],
);

/** Whatever is wrong with a file, only one kind of error says so. */
const fails = (open: () => unknown) => {
  try {
    open();
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogueError);
  }
};

describe('a body', () => {
  it('gives back the facts and grams of every document', () => {
    const opened = openBody(body);
    expect(opened.count).toBe(entries.length);
    expect(opened.groups).toMatchObject([{ first: 0, length: 99 }]);
    entries.forEach((entry, slot) => {
      const { first, rows } = opened.rows(slot);
      expect(fromRow(rows.rows[slot - first])).toEqual(entry);
      expect(opened.grams(slot)).toEqual(grams[slot]?.map((gram) => gram & 0xffffff));
    });
  });

  it('takes no more than 64 bytes a document to identify it', () => {
    expect(IDENTIFICATION_BYTES).toBeLessThanOrEqual(64);
  });

  it('says that it is broken, and nothing else, wherever it is cut or changed', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        fails(() => openBody(body.subarray(0, at)));
        const changed = body.map((byte, k) => (k === at ? byte ^ by : byte));
        fails(() => {
          const opened = openBody(changed);
          for (const slot of [0, BLOCK]) fromRow(opened.rows(slot).rows.rows[0]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a list', () => {
  it('finds all documents of a key and no other', () => {
    const hashes = [3, 3, 8, 8, 8, 4_294_967_295].sort((a, b) => a - b);
    const list = packList(hashes);
    expect([3, 8, 4_294_967_295, 5, 0].map((hash) => findInList(list, hash))).toEqual([
      [0, 1],
      [2, 3, 4],
      [5],
      [],
      [],
    ]);
    expect(findInList(new Uint8Array(0), 3)).toEqual([]);
  });
});

describe('a group', () => {
  const group = packGroup({
    sentences: [
      { hashes: Uint32Array.of(1, 4_000_000_000), nears: Uint16Array.of(2, 5) },
      { hashes: new Uint32Array(0), nears: new Uint16Array(0) },
      { hashes: Uint32Array.of(9), nears: Uint16Array.of(65_534) },
    ],
    rows: toRows([], false),
  });

  it('gives back the sentences of every document', () => {
    const { sentences } = openGroup(group);
    expect(sentences.map(({ hashes }) => [...hashes])).toEqual([[1, 4_000_000_000], [], [9]]);
    expect(sentences.map(({ nears }) => [...nears])).toEqual([[2, 5], [], [65_534]]);
  });

  it('says that it is broken, and nothing else, wherever it is cut', () => {
    for (let at = 0; at < group.length; at++) fails(() => openGroup(group.subarray(0, at)));
  });
});

describe('what is compressed', () => {
  it('comes out as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(unsqueeze(squeeze(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is refused where it is larger than it says, or than anything of ours', () => {
    const bomb = squeeze(new Uint8Array(1_000_000));
    const says = (length: number) => {
      const changed = bomb.slice();
      new DataView(changed.buffer).setUint32(0, length, true);
      return () => unsqueeze(changed);
    };
    expect(says(1000)).toThrow(CatalogueError);
    expect(says(2_000_000)).toThrow(CatalogueError);
    expect(says(4_000_000_000)).toThrow(CatalogueError);
  });
});

describe('a row', () => {
  it.each([null, 7, 'x', {}, [], [null, 7], ['id', 'title', null, 'number', 'not a list']])(
    'is none where it is %j',
    (row) => {
      expect(fromRow(row)).toBeNull();
    },
  );

  it.each([
    null,
    [],
    ['repeals', 1],
    ['eats', 1, 2],
    ['extends', 1, 2, '2025-02-30'],
    ['extends', 1, 2, 'soon', 4],
  ])('is no relation where it is %j', (deed) => {
    expect(fromDeed(deed)).toBeNull();
  });
});
