import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import {
  documentOf,
  identify,
  knownAs,
  loadCatalogue,
  matchText,
  relationsOf,
  type Source,
  statusOf,
  together,
  type WholeCatalogue,
} from '../../../lib/catalogue/index.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { NOBODY } from '../reading/nobody.ts';
import { catalogueOf, document, part, TEXTS } from './made-up.ts';

const DAY = '2026-01-01';

/** A catalogue of any facts; documents of which a text is given get fingerprints. */
function made(facts: object, texts: Record<string, string> = {}): WholeCatalogue {
  const contents = compileFacts({ asOf: '2025-06-01', documents: [], named: [], ...facts }, '小目录');
  const sources = contents.entries
    .filter(({ id }) => texts[id] !== undefined)
    .map((entry) => ({ entry, text: texts[entry.id] as string, siteLines: { head: 0, tail: 0 } }));
  return loadCatalogue(pack(contents, makePrints(sources)));
}
const bundled = (catalogue: WholeCatalogue = catalogueOf()): Source<WholeCatalogue> => ({
  id: null,
  name: '朱批',
  by: '朱批',
  catalogue,
});
const packed = (catalogue: WholeCatalogue, id = 'pack:a', name = '南渡包'): Source<WholeCatalogue> => ({
  id,
  name,
  by: '渡口学会',
  catalogue,
});

const TEA = { title: '南渡市茶叶集市管理办法', docNumber: '南府规〔2025〕3号' };
const FERRY = { title: '南渡市渡口安全规定', docNumber: '南府规〔2025〕4号' };
const LAMPS = { id: 'lamps', title: '南渡市灯会办法', docNumber: '南府发〔2025〕9号' };
const LAMPS_TEXT = document(7, LAMPS.title, LAMPS.docNumber);

describe('several catalogues', () => {
  it('are the bundled one itself where there is no other', () => {
    const only = bundled();
    expect(together([only])).toBe(only.catalogue);
  });

  it('know what any of them knows, a pack’s documents under ids of its own', () => {
    const merged = together([bundled(), packed(made({ documents: [LAMPS] }, { lamps: LAMPS_TEXT }))]);
    const page = { fingerprints: fingerprint(`${TEXTS.tea}\n${LAMPS_TEXT}`), documents: [] };
    expect(matchText(merged, page).map(({ id }) => id)).toEqual(['tea', 'pack:a/lamps']);
    const parts = [part(0, LAMPS_TEXT.length, LAMPS)];
    expect(identify(merged, parts, [])).toEqual(['pack:a/lamps']);
    expect(knownAs(merged, LAMPS.title, null)).toBe('pack:a/lamps');
    expect(documentOf(merged, 'pack:a/lamps')).toMatchObject({ docNumber: LAMPS.docNumber });
  });

  it('cannot be impersonated by an id', () => {
    const evil = made({
      documents: [
        { ...LAMPS, id: 'tea' },
        { id: 'pack:b/lamps', title: '别的办法' },
      ],
    });
    const merged = together([
      bundled(),
      packed(evil),
      packed(made({ documents: [LAMPS] }), 'pack:b', '乙包'),
    ]);
    expect(documentOf(merged, 'tea')?.title).toBe(TEA.title);
    expect(documentOf(merged, 'pack:a/tea')?.title).toBe(LAMPS.title);
    expect(documentOf(merged, 'pack:a/pack:b/lamps')?.title).toBe('别的办法');
  });

  it('count a document of the same number and title once, under the first one’s id and with its text', () => {
    const other = made(
      { documents: [{ ...TEA, id: 'x', title: '《南渡市茶叶集市管理办法》', expires: '2027-01-01' }] },
      { x: LAMPS_TEXT },
    );
    const merged = together([bundled(), packed(other)]);
    expect(merged.entries).toHaveLength(3);
    expect(documentOf(merged, 'tea')).toMatchObject({ id: 'tea', expires: '2027-01-01' });
    expect(matchText(merged, { fingerprints: fingerprint(LAMPS_TEXT), documents: [] })).toEqual([]);
  });

  it('lend a document that one only names the text that another has', () => {
    const naming = made({
      documents: [{ ...TEA, id: 'tea', relations: [{ type: 'basis', ...pick(LAMPS) }] }],
    });
    const merged = together([bundled(naming), packed(made({ documents: [LAMPS] }, { lamps: LAMPS_TEXT }))]);
    const [match] = matchText(merged, { fingerprints: fingerprint(LAMPS_TEXT), documents: [] });
    expect(match?.id).toBe(LAMPS.docNumber);
  });

  it.each<[string, object, string | null]>([
    ['another number', { ...TEA, docNumber: '南府规〔2020〕3号' }, null],
    ['the same number and another title', { ...TEA, title: '南渡市盐业管理办法' }, null],
    ['no number, but a name that others cite', { title: TEA.title }, 'tea'],
  ])('tell documents apart by number and title: %s', (_, named, id) => {
    const naming = made({ documents: [{ ...LAMPS, relations: [{ type: 'cites', ...named }] }] });
    const merged = together([bundled(), packed(naming)]);
    expect(merged.entries).toHaveLength(id ? 4 : 5);
    const { title } = named as { title: string };
    if (id) expect(knownAs(merged, title, null)).toBe(id);
  });

  it('do not let an unnumbered text pass for a known one of the same title', () => {
    const nameless = made({ documents: [{ id: 'x', title: TEA.title }] }, { x: LAMPS_TEXT });
    const merged = together([bundled(), packed(nameless)]);
    expect(merged.entries).toHaveLength(4);
    // Which of the two a bare title means can't be told.
    expect(knownAs(merged, TEA.title, null)).toBeNull();
  });

  it('let a document of one repeal a document of another, and say who says so', () => {
    const facts = (asOf: string) => ({
      asOf,
      documents: [{ ...LAMPS, effective: '2025-08-01', relations: [{ type: 'repeals', ...TEA }] }],
    });
    const merged = together([bundled(), packed(made(facts('2025-09-01')))]);
    expect(statusOf(merged, 'tea', null, {}, '2025-07-01').state).toBe('unknown');
    expect(statusOf(merged, 'tea', null, {}, DAY)).toMatchObject({
      state: 'repealed',
      repealedBy: '《南渡市灯会办法》（南府发〔2025〕9号）',
      source: { key: 'statusFromPack', args: ['南渡包', '渡口学会', '2025-09-01'] },
    });
    expect(relationsOf(merged, 'tea')).toMatchObject([
      { relation: 'repeals', id: 'pack:a/lamps', incoming: true },
    ]);
    expect(statusOf(merged, 'light', null, {}, DAY).source).toBeUndefined();
  });

  it.each([
    ['2025-05-31', 'expired', undefined],
    ['2025-06-01', 'expired', undefined],
    ['2025-06-02', 'in-force', 'statusFromPack'],
  ])('believe the newer one: a pack as of %s', (asOf, state, source) => {
    const here = made({ documents: [{ ...TEA, id: 'tea', issued: '2024-01-01', expires: '2025-12-31' }] });
    const there = made({
      asOf,
      documents: [{ ...TEA, id: 'x', issued: '2024-01-01', expires: '2030-12-31' }],
    });
    const status = statusOf(together([bundled(here), packed(there)]), 'tea', null, {}, DAY);
    expect(status.state).toBe(state);
    expect(status.source?.key).toBe(source);
  });

  it('keep what an older one knows where the newer one knows of no end', () => {
    const here = made({ asOf: '2025-12-01', documents: [{ ...TEA, id: 'tea', issued: '2024-01-01' }] });
    const there = made({ documents: [{ ...TEA, id: 'x', issued: '2024-01-01', expires: '2025-01-01' }] });
    expect(statusOf(together([bundled(here), packed(there)]), 'tea', null, {}, DAY)).toMatchObject({
      state: 'expired',
      source: { key: 'statusFromPack' },
    });
  });

  it('tell the amendments that each of them knows', () => {
    const amending = (title: string, docNumber: string) =>
      made({
        documents: [
          { id: 'a', title, docNumber, effective: '2025-05-01', relations: [{ type: 'amends', ...FERRY }] },
        ],
      });
    const merged = together([
      bundled(),
      packed(amending('甲决定', '南府发〔2025〕1号'), 'pack:a', '甲包'),
      packed(amending('乙决定', '南府发〔2025〕2号'), 'pack:b', '乙包'),
    ]);
    expect(statusOf(merged, 'ferry', { ...NOBODY, effective: '2025-01-01' }, {}, DAY).amendedBy).toEqual([
      '《甲决定》（南府发〔2025〕1号） [甲包]',
      '《乙决定》（南府发〔2025〕2号） [乙包]',
    ]);
  });

  it('leave the page its own word', () => {
    const merged = together([
      bundled(),
      packed(made({ documents: [{ ...LAMPS, effective: '2025-01-01' }] })),
    ]);
    const status = statusOf(merged, 'pack:a/lamps', null, { validity: '有效' }, DAY);
    expect(status).toMatchObject({ state: 'in-force', because: { key: 'statusBecausePage' } });
    expect(status.source).toBeUndefined();
  });
});

function pick({ title, docNumber }: { title: string; docNumber: string }) {
  return { title, docNumber };
}
