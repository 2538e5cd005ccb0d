import { describe, expect, it } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { freezeLookup, thawLookup } from '../../../lib/catalogue/frozen/rows.ts';
import { openSections, writeSections } from '../../../lib/catalogue/frozen/sections.ts';
import {
  type Catalogue,
  documentOf,
  freeze,
  identities,
  knownAs,
  loadCatalogue,
  matchText,
  relationsOn,
  type Source,
  statusOf,
  thaw,
  together,
  type WholeCatalogue,
} from '../../../lib/catalogue/index.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { catalogueOf, document, part, TEXTS } from './made-up.ts';

const LAMPS = { id: 'lamps', title: '南渡市灯会办法', docNumber: '南府发〔2025〕9号' };
const LAMPS_TEXT = document(7, LAMPS.title, LAMPS.docNumber);

/** The bundled catalogue, and a pack that adds a document with its text, a repeal and facts of a known one. */
const sources = ((): Source<WholeCatalogue>[] => {
  const facts = {
    asOf: '2025-07-01',
    documents: [
      { ...LAMPS, issued: '2025-06-20', effective: '2025-07-01' },
      {
        id: 'tea',
        title: '南渡市茶叶集市管理办法',
        docNumber: '南府规〔2025〕3号',
        expires: '2031-01-01',
        relations: [{ type: 'basis', id: 'lamps' }],
      },
    ],
    named: [
      {
        id: 'late',
        title: '南渡市渡口夜航规定',
        relations: [{ type: 'repeals', title: '南渡市渡口安全规定' }],
      },
    ],
  };
  const contents = compileFacts(facts, '南渡包');
  const entry = contents.entries[0];
  if (!entry) throw new Error('no entry');
  const prints = makePrints([{ entry, text: LAMPS_TEXT, siteLines: { head: 0, tail: 0 } }]);
  return [
    { id: null, name: '朱批', by: '朱批', catalogue: catalogueOf() },
    { id: 'pack:a', name: '南渡包', by: '渡口学会', catalogue: loadCatalogue(pack(contents, prints), false) },
  ];
})();
const whole = together(sources);
const frozen = thaw(freeze(whole, sources));

/** All that a catalogue says, of everything that the whole one knows. */
function saidBy(catalogue: Catalogue) {
  const day = '2026-01-01';
  const text = `${TEXTS.tea}\n${LAMPS_TEXT}\n${TEXTS.ferry}`;
  const page = { fingerprints: fingerprint(text), documents: [part(0, text.length, { title: LAMPS.title })] };
  const matches = matchText(catalogue, page);
  return {
    asOf: catalogue.asOf,
    matches,
    identities: identities(catalogue, page.documents, matches),
    documents: whole.entries.map(({ id, title, docNumber }) => ({
      ...{ document: documentOf(catalogue, id), status: statusOf(catalogue, id, null, {}, day) },
      ...{ relations: relationsOn(catalogue, id, day), known: knownAs(catalogue, title, docNumber) },
      numbered: knownAs(catalogue, null, docNumber),
    })),
  };
}

describe('a frozen catalogue', () => {
  it('says all that the one in memory says', () => {
    const said = saidBy(whole);
    expect(said.matches.map(({ id }) => id)).toEqual(['tea', 'pack:a/lamps', 'ferry']);
    expect(said.documents.map(({ status }) => status.source?.args[0]).filter(Boolean)).not.toEqual([]);
    expect(saidBy(frozen)).toEqual(said);
  });

  it('knows nothing else', () => {
    expect(documentOf(frozen, 'pack:b/lamps')).toBeNull();
    expect(knownAs(frozen, '南渡市别的办法', null)).toBeNull();
    expect(frozen.entries.at(-1)).toBeUndefined();
    expect(frozen.entries.at(whole.entries.length)).toBeUndefined();
    expect(frozen.prints.at(whole.entries.length)).toBeUndefined();
    expect(frozen.byGram.get(0)).toBeUndefined();
    expect(
      matchText(frozen, { fingerprints: fingerprint(document(99, '青石县渔港办法', '')), documents: [] }),
    ).toEqual([]);
  });

  it('is refused where it is another file, cut, or of another version', () => {
    const file = freeze(whole, sources);
    for (const bad of [
      new Uint8Array(0),
      file.subarray(0, file.length - 4),
      file.with(7, 50),
      new Uint8Array(64),
    ])
      expect(() => thaw(bad)).toThrow('problemCatalogueBroken');
    // From the middle of something larger, as a store may give it.
    const within = new Uint8Array(file.length + 3);
    within.set(file, 3);
    expect(saidBy(thaw(within.subarray(3)))).toEqual(saidBy(whole));
  });
});

it('tells keys of the same hash apart', () => {
  // Two words that FNV-1a gives one hash.
  const map = new Map([
    ['costarring', [1, 2]],
    ['liquid', [3]],
  ]);
  const lookup = thawLookup<number[]>(openSections('ZHUPITST', writeSections('ZHUPITST', freezeLookup(map))));
  expect([lookup.get('costarring'), lookup.get('liquid'), lookup.get('solid')]).toEqual([
    [1, 2],
    [3],
    undefined,
  ]);
  expect([lookup.has('liquid'), lookup.has('')]).toEqual([true, false]);
});
