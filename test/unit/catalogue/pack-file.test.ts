import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { LARGEST_PACK, type PackHeader } from '../../../lib/catalogue/pack-facts.ts';
import { PACK_VERSION, readPack, writePack } from '../../../lib/catalogue/pack-file.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { document } from './made-up.ts';

const TEXT = document(7, '南渡市灯会办法', '南府发〔2025〕9号', 6);
const contents = compileFacts(
  {
    asOf: '2025-06-01',
    documents: [
      {
        id: 'lamps',
        title: '南渡市灯会办法',
        docNumber: '南府发〔2025〕9号',
        relations: [{ type: 'basis', title: '云岭省集市条例' }],
      },
    ],
  },
  '灯会包',
);
const [lamps] = contents.entries;
if (!lamps) throw new Error('no entry');
const body = pack(contents, makePrints([{ entry: lamps, text: TEXT, siteLines: { head: 0, tail: 0 } }]));
const header: PackHeader = {
  name: '灯会包',
  by: '渡口学会',
  day: '2025-07-01',
  from: 'lamps（1）',
  documents: 1,
  named: 1,
};
const file = await writePack(header, body);
const bytes = (text: string) => new TextEncoder().encode(text);
const changed = (change: (copy: Uint8Array) => void) => {
  const copy = file.slice();
  change(copy);
  return copy;
};

describe('a pack', () => {
  it('comes back as it was written, under a name made of its content', async () => {
    const back = await readPack(file);
    expect(back.header).toEqual(header);
    expect(back.catalogue.entries.map(({ title }) => title)).toEqual(['南渡市灯会办法', '云岭省集市条例']);
    expect(back.id).toMatch(/^[0-9a-f]{16}$/);
    const other = await readPack(await writePack({ ...header, by: '别人' }, body));
    expect(other.id).not.toBe(back.id);
  });

  it('is refused wherever it is cut off', async () => {
    for (let length = 1; length < file.length; length++)
      await expect(readPack(file.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        key: 'packBroken',
      });
  });

  it('is refused whichever byte is changed', async () => {
    for (let at = 0; at < file.length; at++) {
      const key = at < 8 ? 'packForeign' : at < 12 ? 'packNewer' : 'packBroken';
      const one = changed((copy) => copy.set([(copy[at] ?? 0) ^ 1], at));
      await expect(readPack(one), `byte ${at}`).rejects.toMatchObject({ key });
    }
  });

  it.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['an empty file', new Uint8Array(0), 'packEmpty'],
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ'), 'packForeign'],
    ['JSON', bytes('{"format":"zhupi-notes"}'), 'packForeign'],
    ['a web page', bytes('<!doctype html><title>404</title>'), 'packForeign'],
    ['the bundled catalogue', body, 'packForeign'],
    ['something longer', Uint8Array.of(...file, 0), 'packBroken'],
    ['of a newer format', changed((copy) => copy.set([PACK_VERSION + 1], 8)), 'packNewer'],
    ['around a catalogue of a newer format', writePack(header, changedBody()), 'problemCatalogueNewer'],
    ['around something else', writePack(header, bytes('ZHUPI')), 'packBroken'],
    ['counted wrongly', writePack({ ...header, documents: 2 }, body), 'packBroken'],
    ['named otherwise inside', writePack({ ...header, name: '朱批' }, body), 'packBroken'],
    ['huge', new Uint8Array(LARGEST_PACK + 1), 'packHuge'],
    ['a flood of one title', flood(), 'packBroken'],
  ])('is refused where it is %s', async (_, wrong, key) => {
    await expect(Promise.resolve(wrong).then(readPack)).rejects.toMatchObject({ key });
  });

  it('cannot be written without saying who made it', async () => {
    await expect(writePack({ ...header, by: ' ' }, body)).rejects.toThrow();
  });
});

function changedBody(): Uint8Array {
  const copy = body.slice();
  copy[8] = 9;
  return copy;
}

function flood(): Promise<Uint8Array> {
  const entries = Array.from({ length: 1001 }, (_, k) => ({ ...lamps, id: `${k}`, relations: [] }));
  const named = pack({ ...contents, entries } as typeof contents, []);
  return writePack({ ...header, documents: 0, named: entries.length }, named);
}
