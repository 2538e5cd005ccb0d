import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { identify, identities, matchText } from '../../../lib/catalogue/index.ts';
import type { DocumentPart } from '../../../lib/reading/types.ts';
import { catalogueOf, document, factsFile, part, TEXTS, TITLES } from './made-up.ts';

const OLD = {
  id: 'old-tea',
  title: '南渡市茶叶集市管理办法',
  docNumber: '南府发〔2010〕9号',
  issued: '2010-05-01',
};
const ORDERS = [
  {
    id: 'order-boats',
    title: '南渡市木船管理规定',
    docNumber: '南渡市人民政府令第5号',
    issued: '1998-01-01',
  },
  { id: 'order-salt', title: '南渡市食盐专营规定', docNumber: '南渡市人民政府令第5号', issued: '2009-01-01' },
];
const TRIAL = { id: 'trial', title: '南渡市渡口安全规定（试行）' };
const NAMED = [{ id: 'law', title: '云岭省集市条例' }, OLD, TRIAL, ...ORDERS];
const catalogue = catalogueOf(factsFile({ named: NAMED }));
const [tea, ferry] = TITLES as [(typeof TITLES)[number], (typeof TITLES)[number]];

const ask = (text: string, documents: DocumentPart[]) =>
  identify(catalogue, documents, matchText(catalogue, { fingerprints: fingerprint(text), documents }));
const whole = (text: string, metadata: Partial<DocumentPart['metadata']> = {}) =>
  ask(text, [part(0, text.length, metadata)])[0];
const stranger = document(4711, '别处的规定', '别府发〔2020〕1号');

describe('a document of a page is', () => {
  it('known by its text alone', () => {
    for (const [id] of TITLES) expect(whole(TEXTS[id] as string)).toBe(id);
  });

  it('known by its text where the title was misread', () => {
    expect(whole(TEXTS.tea as string, { title: '各渡口、各集市' })).toBe('tea');
  });

  it('known by title and number where the text is not at hand', () => {
    const text = '正文见附件。';
    expect(whole(text, { title: tea[1], docNumber: tea[2] })).toBe('tea');
    expect(
      whole(text, { noticeTitle: `南渡市人民政府关于印发《${tea[1]}》的通知`, docNumber: '南府规[2025]3号' }),
    ).toBe('tea');
    expect(whole(text, { docNumber: tea[2] })).toBe('tea');
  });

  it('known by number where its title lost a word', () => {
    expect(whole(stranger, { title: '茶叶集市管理办法', docNumber: tea[2] })).toBe('tea');
  });

  it('known by name where the catalogue has no more than a name', () => {
    expect(whole(stranger, { title: '云岭省集市条例' })).toBe('law');
    expect(whole('短文。', { title: '南渡市食盐专营规定', docNumber: '南渡市人民政府令第5号' })).toBe(
      'order-salt',
    );
  });

  it('another one where the same title has another number', () => {
    const text = TEXTS.tea as string;
    expect(whole(text, { title: tea[1], docNumber: '南府规〔2031〕1号' })).toBeNull();
    expect(whole(stranger, { title: OLD.title, docNumber: OLD.docNumber })).toBe('old-tea');
  });

  it('not another one where the same number has another title', () => {
    expect(whole(stranger, { title: '澄江新区路灯管理办法', docNumber: tea[2] })).toBeNull();
    expect(whole(stranger, { title: '澄江新区路灯管理办法', docNumber: '南渡市人民政府令第5号' })).toBeNull();
  });

  it('not guessed where two have its title or number', () => {
    expect(whole('短文。', { title: OLD.title })).toBeNull();
    expect(whole('短文。', { docNumber: '南渡市人民政府令第5号' })).toBeNull();
    expect(whole('短文。', { title: OLD.title, issued: '2010-05-01' })).toBe('old-tea');
  });

  it('offered as a choice where it can’t be decided, never where it can', () => {
    const choices = (text: string, metadata: Partial<DocumentPart['metadata']>) => {
      const documents = [part(0, text.length, metadata)];
      const matches = matchText(catalogue, { fingerprints: fingerprint(text), documents });
      return identities(catalogue, documents, matches)[0];
    };
    expect(choices('短文。', { title: OLD.title })).toEqual({ id: null, choices: ['tea', 'old-tea'] });
    expect(choices('短文。', { docNumber: '南渡市人民政府令第5号' })?.choices).toEqual([
      'order-boats',
      'order-salt',
    ]);
    expect(choices('短文。', { title: OLD.title, docNumber: OLD.docNumber })).toEqual({
      id: 'old-tea',
      choices: [],
    });
    expect(choices(stranger, { title: '没有人知道的规定' })).toEqual({ id: null, choices: [] });
    const half = (TEXTS.ferry as string).slice(0, 900);
    expect(choices(half, { title: TRIAL.title })).toEqual({ id: null, choices: ['trial', 'ferry'] });
  });

  it('known by its issuer where two have its title, unless another’s issuer is not known', () => {
    const district = {
      id: 'tea-2',
      title: tea[1],
      docNumber: '澄新发〔2025〕8号',
      issuers: ['澄江新区管理委员会'],
    };
    const two = catalogueOf(factsFile({ tea: { issuers: ['南渡市人民政府'] }, named: [district] }));
    const asked = (from: typeof two, issuers: string[]) =>
      identify(from, [part(0, 5, { title: tea[1], issuers })], [])[0];
    expect(asked(two, ['澄江新区 管理委员会'])).toBe('tea-2');
    expect(asked(two, ['南渡市人民政府'])).toBe('tea');
    expect(asked(two, ['别处的管理局'])).toBeNull();
    expect(asked(two, [])).toBeNull();
    const unsaid = catalogueOf(factsFile({ tea: { issuers: ['南渡市人民政府'] }, named: [OLD] }));
    expect(asked(unsaid, ['南渡市人民政府'])).toBeNull();
  });

  it('not the known one where a long text has its title and nothing of its text', () => {
    expect(whole(stranger, { title: ferry[1] })).toBeNull();
    expect(whole('正文见附件。', { title: ferry[1] })).toBe('ferry');
  });

  it('unknown where nothing is known of it', () => {
    expect(whole(stranger)).toBeNull();
    expect(whole(stranger, { title: '别处的规定', docNumber: '别府发〔2020〕1号' })).toBeNull();
    expect(whole('')).toBeNull();
  });
});

describe('a page of several documents', () => {
  it('gives each its own', () => {
    const texts = ['ferry', 'light'].map((id) => TEXTS[id] as string);
    const page = [...texts, stranger].join('\n');
    const [a = '', b = ''] = texts;
    const parts = [
      part(0, a.length, { title: ferry[1] }),
      part(a.length + 1, a.length + 1 + b.length),
      part(a.length + b.length + 2, page.length, { title: '别处的规定' }),
    ];
    expect(ask(page, parts)).toEqual(['ferry', 'light', null]);
  });

  it('does not take a part of a known document for the whole', () => {
    const text = TEXTS.light as string;
    const cut = Math.floor(text.length / 4);
    const parts = [
      part(0, cut, { title: '别的细则' }),
      part(cut, text.length, { title: TITLES[2]?.[1] ?? null }),
    ];
    expect(ask(text, parts)).toEqual([null, 'light']);
  });
});
