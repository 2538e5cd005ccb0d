import { describe, expect, it } from 'vitest';
import { commonness, isEveryday } from '../../../lib/glossary/common.ts';
import { compileGlossary, GlossaryError, looseEnds } from '../../../lib/glossary/compile.ts';
import { findTerms, foundAt, type Met, metAt, nameForms } from '../../../lib/glossary/find.ts';
import { makeGlossary } from '../../../lib/glossary/glossary.ts';
import { proofOf } from '../../../lib/glossary/key.ts';
import { mentionsIn } from '../../../lib/glossary/mentions.ts';
import { loadTable, MOST_WORDS } from '../../../lib/glossary/table.ts';
import { fold } from '../../../lib/reading/fold.ts';
import { plainInput } from '../../../lib/reading/plain.ts';
import { makeCompiled, makeEntry, ownEntry } from './sample.ts';

const ENTRIES = [
  makeEntry('一网通办', { aliases: ['“一网”服务'], related: ['双随机、一公开'], enOfficial: true }),
  makeEntry('双随机、一公开', {
    since: '2015-08',
    where: '云岭省',
    sources: [{ doc: 'yl-2025-3', at: '第三条' }],
  }),
];

describe('compiling', () => {
  it('loses nothing', () => {
    const compiled = makeCompiled(ENTRIES, {
      mentions: { terms: { 一网通办: { documents: 3, at: [['yl-2025-3', '二（一）']] } } },
      elsewhere: {
        words: [
          {
            term: '一网通办',
            meanings: ['yl-2025-3', 'nd-2024-1'].map((doc) => ({
              doc,
              at: '第一条',
              zh: '指一个办事门户',
              en: 'A portal for services',
            })),
          },
        ],
      },
    });
    const { entries } = makeGlossary(JSON.parse(JSON.stringify(compiled)), []);
    expect(entries.map(({ term }) => term)).toEqual(['一网通办', '双随机、一公开']);
    expect(entries[0]).toEqual({
      ...ENTRIES[0],
      id: '一网通办',
      own: false,
      quiet: false,
      common: 3,
      mentions: [{ doc: 'yl-2025-3', at: '二（一）' }],
      elsewhere: ['yl-2025-3', 'nd-2024-1'].map((doc) => ({
        doc,
        at: '第一条',
        zh: '指一个办事门户',
        en: 'A portal for services',
      })),
    });
    expect(entries[1]).toMatchObject({ ...ENTRIES[1], common: 0, mentions: [], elsewhere: [] });
  });

  it('keeps a quiet entry to be looked up, and has no text searched for it', () => {
    const compiled = makeCompiled([makeEntry('渡口'), makeEntry('告示', { aliases: ['布告'], quiet: true })]);
    const { entries, byKey, forms } = makeGlossary(compiled, []);
    expect(entries.map(({ term, quiet }) => [term, quiet])).toEqual([
      ['告示', true],
      ['渡口', false],
    ]);
    expect(byKey.get('布告')).toBe(0);
    expect(forms.map(({ key }) => key)).toEqual(['渡口']);
  });

  it('searches a page for no more names than a table can hold, the first ones', () => {
    const name = (k: number) => String.fromCharCode(0x4e00 + (k % 300), 0x5e00 + Math.floor(k / 300), 0x6e21);
    const own = Array.from({ length: MOST_WORDS + 10 }, (_, k) => ownEntry(k, { term: name(k) }));
    const glossary = makeGlossary(makeCompiled([]), own);
    expect(glossary.entries).toHaveLength(own.length);
    expect(glossary.forms).toHaveLength(MOST_WORDS);
    const text = [0, MOST_WORDS - 1, MOST_WORDS].map(name).join('，');
    const met = findTerms(text, fold(plainInput(text)), glossary, loadTable(glossary.words));
    expect(met.map(({ term }) => term)).toEqual([0, MOST_WORDS - 1].map(name));
  });

  it('counts a name in quotation marks only where the text quotes it', () => {
    const compiled = makeCompiled([
      makeEntry('渡口“两守”整治', { aliases: ['“两守”'] }),
      makeEntry('双随机、一公开'),
    ]);
    const glossary = makeGlossary(compiled, []);
    const text = '渡口两守整治里的“两守”，「两守」；两守不算，“双随机”一公开算，双随机一公开也算。';
    const found = findTerms(text, fold(plainInput(text)), glossary, loadTable(glossary.words));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '渡口两守整治',
      '两守',
      '两守',
      '“双随机”一公开',
      '双随机一公开',
    ]);
  });

  it('takes the office of a district for another than the city’s', () => {
    const glossary = makeGlossary(makeCompiled([makeEntry('渡务局', { kind: 'body' })]), []);
    const text = '市渡务局和渡务局都算，区渡务局、各县渡务局不算。';
    const found = findTerms(text, fold(plainInput(text)), glossary, loadTable(glossary.words));
    expect(found.map(({ start }) => start)).toEqual([1, 5]);
  });

  const WRONG: [name: string, entries: unknown[], says: RegExp][] = [
    ['a meaning that is too short', [makeEntry('渡口', { zh: '太短' })], /made-up.json.*渡口/],
    ['a day that does not exist', [makeEntry('渡口', { since: '2025-02-30' })], /since/],
    ['a field that is none', [{ ...makeEntry('渡口'), note: '' }], /note/],
    [
      'a law without its article',
      [makeEntry('渡口', { sources: [{ law: '渡口法', article: '三' }] })],
      /渡口/,
    ],
    ['one term twice', [makeEntry('双随机、一公开'), makeEntry('“双随机”一公开')], /双随机/],
    ['an alias that is a term', [makeEntry('渡口', { aliases: ['渡船'] }), makeEntry('渡船')], /渡船/],
  ];
  it.each(WRONG)('refuses %s, by name', (_, entries, says) => {
    const compile = () =>
      compileGlossary({
        topics: { 'made-up.json': { entries } },
        elsewhere: { words: [] },
        mentions: { terms: {} },
      });
    expect(compile).toThrow(GlossaryError);
    expect(compile).toThrow(says);
  });

  it('names what is spoken of and not there', () => {
    const entries = [makeEntry('渡口', { related: ['渡船'], sources: [{ doc: 'nowhere', at: '第一条' }] })];
    const sources = { topics: { a: { entries } }, elsewhere: { words: [] }, mentions: { terms: {} } };
    expect(looseEnds(sources, new Set())).toEqual(['渡口: no entry 渡船', '渡口: no document nowhere']);
    expect(makeGlossary(compileGlossary(sources), []).entries[0]?.related).toEqual([]);
  });
});

describe('the reader’s own entries', () => {
  const compiled = makeCompiled(ENTRIES);

  it('stand in the place of bundled ones, and keep what they do not say', () => {
    const own = ownEntry(1, { term: '“双随机”一公开', key: '双随机一公开' });
    const same = ownEntry(1, { term: '双随机、一公开', zh: '我的话' });
    expect(makeGlossary(compiled, [own]).entries).toHaveLength(3);
    const { entries, byId } = makeGlossary(compiled, [same]);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ id: `own:${same.id}`, own: true, zh: '我的话', enOfficial: null });
    expect(entries[0]?.sources).toEqual([{ doc: 'yl-2025-3', at: '第三条' }]);
    expect(byId.get(`own:${same.id}`)).toBe(0);
  });

  it('have their names before bundled aliases', () => {
    const own = ownEntry(1, { term: '一网服务' });
    const { byKey } = makeGlossary(compiled, [own]);
    expect(byKey.get('一网服务')).toBe(0);
  });

  it('hide a term, with all its names or as a mere alias', () => {
    const hide = (term: string) => makeGlossary(compiled, [ownEntry(1, { term, hidden: true })]);
    expect([...hide('一网通办').byKey.keys()]).toEqual(['双随机、一公开', '双随机一公开']);
    expect([...hide('一网服务').byKey.keys()]).toContain('一网通办');
    expect([...hide('一网服务').byKey.keys()]).not.toContain('一网服务');
  });
});

describe('what a page is told', () => {
  const glossary = makeGlossary(makeCompiled(ENTRIES), []);

  it('is nothing for numbers that are no forms', () => {
    const proof = proofOf('一网通办');
    expect(
      nameForms(
        glossary,
        [-1, 99, 0.5].map((form) => [form, proof]),
      ),
    ).toEqual([]);
    expect(nameForms(glossary, [[0, proof]]).map(({ id }) => id)).toEqual(['一网通办']);
  });

  it('is nothing for words that it has not met, and each word once however it is written', () => {
    const all = glossary.forms.map((_, form): Met => [form, proofOf('一网统管')]);
    expect(nameForms(glossary, all)).toEqual([]);
    const text = '一网通办、“一网”通办、一网服务';
    const hits = [
      { start: 0, end: 4 },
      { start: 6, end: 11 },
      { start: 0, end: 4 },
    ].map((span) => ({ ...span, form: 0, inTitle: false }));
    const met = metAt(text, hits);
    expect(met).toEqual([
      [0, proofOf('一网通办')],
      [0, proofOf('一网通办')],
    ]);
    expect(nameForms(glossary, met)).toHaveLength(1);
  });

  it('is proved by a number that differs for words of one beginning, length, or order', () => {
    const words = ['一网通办', '一网通管', '网一通办', '一网通', '一网通办一', 'ab', 'ba', ''];
    const proofs = words.map(proofOf);
    expect(new Set(proofs).size).toBe(words.length);
    expect(proofs.every(Number.isSafeInteger)).toBe(true);
  });

  it('leaves out a word that a number met by chance', () => {
    const hit = { start: 0, end: 4, form: 0, inTitle: false };
    const named = nameForms(glossary, [[0, proofOf('一网通办')]]);
    expect(foundAt('一网通办', [hit], named)).toHaveLength(1);
    expect(foundAt('二网通办', [hit], named)).toHaveLength(0);
    expect(foundAt('一网通办', [hit], [])).toHaveLength(0);
  });

  it('is another version when words are added', () => {
    const other = makeGlossary(makeCompiled(ENTRIES), [ownEntry(1, { term: '渡口' })]);
    expect(other.version).not.toBe(glossary.version);
    expect(makeGlossary(makeCompiled(ENTRIES), []).version).toBe(glossary.version);
  });

  it('finds entries by any of their names', () => {
    const text = '推行“双随机”“一公开”，用好一网服务。';
    const found = findTerms(text, fold(plainInput(text)), glossary, loadTable(glossary.words));
    expect(found.map(({ term }) => term)).toEqual(['双随机、一公开', '一网通办']);
  });
});

it('mentions: in how many documents a term stands, and where first, but not in titles', () => {
  const texts = new Map([
    ['a', '第一条　为了便民。\n\n第二条　推行一网通办。\n\n第三条　一网通办要快。\n'],
    ['b', '依照《一网通办办法》制定。\n\n一、总则\n\n办事走一网通办。\n'],
    ['c', '第一条　见《一网通办办法》。\n'],
  ]);
  expect(mentionsIn(texts, makeGlossary(makeCompiled(ENTRIES), []))).toEqual({
    terms: {
      一网通办: {
        documents: 2,
        at: [
          ['a', '第二条'],
          ['b', '一'],
        ],
      },
    },
  });
});

describe('how common a term is', () => {
  it('is told by its being an everyday word, then by its kind, then by the documents it stands in', () => {
    const order = [
      commonness('mechanism', isEveryday('双随机一公开'), 30),
      commonness('platform', isEveryday('一网通办'), 40),
      commonness('concept', isEveryday('渡口责任'), 1),
      commonness('body', isEveryday('渡口管理局'), 1),
      commonness('mechanism', isEveryday('公告'), 1),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is no matter of spelling', () => {
    expect(['RCEP', '12345', '双随机、一公开'].map(isEveryday)).toEqual([false, false, false]);
    expect(['法律', '通知', '罚款'].map(isEveryday)).toEqual([true, true, true]);
  });
});
