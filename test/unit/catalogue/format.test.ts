import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import {
  FORMAT_VERSION,
  IDENTIFICATION_BYTES,
  pack,
  SENTENCE_BYTES,
  unpack,
} from '../../../lib/catalogue/format.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { factsFile, TEXTS } from './made-up.ts';

const contents = compileFacts(
  factsFile({ tea: { relations: [{ type: 'basis', title: '云岭省集市条例' }] } }),
  '测试目录',
);
const prints = makePrints(
  contents.entries.slice(0, 3).map((entry) => ({
    entry,
    text: TEXTS[entry.id] as string,
    siteLines: { head: 0, tail: 0 },
  })),
);
const bytes = pack(contents, prints);
const changed = (change: (copy: Uint8Array) => void) => {
  const copy = bytes.slice();
  change(copy);
  return copy;
};
const withContents = (other: unknown) => pack(other as typeof contents, prints);

describe('a compiled catalogue', () => {
  it('comes back as it was written', () => {
    const back = unpack(bytes);
    expect(back.contents.entries.map(({ id }) => id)).toEqual(contents.entries.map(({ id }) => id));
    expect(back.contents.entries[0]?.relations).toEqual([{ type: 'basis', to: 3 }]);
    expect(back.prints).toEqual(prints);
  });

  it('comes back from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(unpack(larger.subarray(3, 3 + bytes.length)).prints).toEqual(prints);
  });

  it('keeps to its budget: 64 bytes a document, 6 a sentence', () => {
    expect(IDENTIFICATION_BYTES).toBeLessThanOrEqual(64);
    expect(SENTENCE_BYTES).toBeLessThanOrEqual(6);
    const sentences = prints.reduce((sum, print) => sum + print.hashes.length, 0);
    const bare =
      pack({ ...contents, entries: [] }, prints).length - pack({ ...contents, entries: [] }, []).length;
    expect(bare).toBe(3 * IDENTIFICATION_BYTES + sentences * SENTENCE_BYTES);
  });

  it('holds nothing of a text but its facts', () => {
    const said = new TextDecoder().decode(bytes);
    expect(said).toContain('南渡市茶叶集市管理办法');
    for (const text of Object.values(TEXTS))
      for (const part of text.match(/[^，。：\n]{5,}应当[^，。：\n]{5,}/g) ?? [])
        expect(said).not.toContain(part);
  });

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'problemCatalogueForeign'],
    [
      'a web page',
      new TextEncoder().encode('<!doctype html><title>404 Not Found</title>'),
      'problemCatalogueForeign',
    ],
    ['another program’s file', changed((copy) => copy.set([80, 75, 3, 4])), 'problemCatalogueForeign'],
    ['a newer format', changed((copy) => copy.set([FORMAT_VERSION + 1], 8)), 'problemCatalogueNewer'],
    ['a truncated file', bytes.subarray(0, bytes.length - 1), 'problemCatalogueBroken'],
    ['a header alone', bytes.subarray(0, 24), 'problemCatalogueBroken'],
    [
      'sizes that do not fit',
      changed((copy) => copy.set([255, 255, 255, 255], 12)),
      'problemCatalogueBroken',
    ],
    ['sentences out of order', changed((copy) => copy.set([255, 255, 0, 0], 24)), 'problemCatalogueBroken'],
    [
      'contents that are no JSON',
      changed((copy) => copy.set([1, 2, 3], copy.length - 5)),
      'problemCatalogueBroken',
    ],
    ['contents of another form', withContents({ name: 'x' }), 'problemCatalogueBroken'],
    [
      'a relation to nowhere',
      withContents({
        ...contents,
        entries: contents.entries.map((e) => ({ ...e, relations: [{ type: 'basis', to: 9 }] })),
      }),
      'problemCatalogueBroken',
    ],
    [
      'an id used twice',
      withContents({ ...contents, entries: contents.entries.map((e) => ({ ...e, id: 'tea' })) }),
      'problemCatalogueBroken',
    ],
    ['fewer entries than fingerprints', withContents({ ...contents, entries: [] }), 'problemCatalogueBroken'],
  ])('is refused where it is %s', (_, file, key) => {
    expect(() => unpack(file)).toThrow(expect.objectContaining({ key }));
  });
});
