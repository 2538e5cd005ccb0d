import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { matchText, worthComparing } from '../../../lib/catalogue/index.ts';
import type { DocumentPart } from '../../../lib/reading/types.ts';
import { catalogueOf, document, factsFile, part, randomFrom, sentence, TEXTS, TITLES } from './made-up.ts';

const catalogue = catalogueOf();
const match = (text: string, documents: DocumentPart[] = []) =>
  matchText(catalogue, { fingerprints: fingerprint(text), documents });
const ids = (text: string) => match(text).map(({ id }) => id);
const sentencesOf = (text: string): string[] => text.match(/[^。]*。|[^。]+$/g) ?? [];
const strangers = (seed: number, count: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => sentence(random));
};

describe('a page that carries a known document', () => {
  describe.each(TITLES)('%s', (id) => {
    const text = TEXTS[id] as string;
    const half = text.length >> 1;

    it('is recognised whole, with nothing altered or missing', () => {
      expect(match(text)).toEqual([expect.objectContaining({ id, coverage: 1, altered: [], missing: 0 })]);
      expect(match(text)[0]?.start).toBe(0);
    });

    it('with a site around it', () => {
      const chrome = '首页 > 政务公开\n字号：大 中 小\n';
      const [found] = match(`${chrome}${text}\n上一篇：没有了\n版权所有：南渡市 网站标识码 5300000000`);
      expect(found).toMatchObject({ id, altered: [], missing: 0 });
      expect(found?.start).toBeLessThanOrEqual(chrome.length + (sentencesOf(text)[0] ?? '').length);
    });

    it.each<[string, string, number]>([
      ['its first half', text.slice(0, half), 0.5],
      ['its second half', text.slice(half), 0.5],
      ['all line breaks gone', text.replaceAll('\n', ''), 1],
      ['a line break every 30 characters', text.replaceAll('\n', '').replace(/(.{30})/gs, '$1\n'), 1],
    ])('as %s', (_, copy, coverage) => {
      expect(ids(copy)).toEqual([id]);
      expect(match(copy)[0]?.coverage).toBeCloseTo(coverage, 1);
    });

    it('with one character in twenty replaced', () => {
      for (const seed of [1, 2, 3]) {
        const random = randomFrom(seed);
        const noisy = [...text].map((c) =>
          random() < 0.05 ? String.fromCharCode(0x4e00 + random() * 6000) : c,
        );
        const found = match(noisy.join(''));
        expect(found.map((one) => one.id)).toEqual([id]);
        expect(found[0]?.coverage).toBeGreaterThan(0.4);
        expect(found[0]?.start).toBeLessThan(text.length / 5);
        expect(found[0]?.end).toBeGreaterThan((text.length * 4) / 5);
      }
    });

    it('with twenty sentences of a stranger in the middle, all of them pointed out', () => {
      const own = sentencesOf(text);
      const middle = own.length >> 1;
      const strange = strangers(77, 20);
      const [found, ...others] = match([...own.slice(0, middle), ...strange, ...own.slice(middle)].join(''));
      expect(found).toMatchObject({ id, coverage: 1, missing: 0 });
      expect(found?.altered).toHaveLength(20);
      expect(others).toEqual([]);
    });
  });

  it('among two others: all three, each within one sentence of its borders', () => {
    const order = ['light', 'tea', 'ferry'];
    const page = order.map((id) => TEXTS[id]).join('\n');
    const found = match(page);
    expect(found.map(({ id }) => id)).toEqual(order);
    let start = 0;
    for (const [k, id] of order.entries()) {
      const text = TEXTS[id] as string;
      const [first = '', last = ''] = [sentencesOf(text)[0], sentencesOf(text).at(-1)];
      expect(Math.abs((found[k]?.start ?? 0) - start)).toBeLessThanOrEqual(first.length);
      expect(Math.abs((found[k]?.end ?? 0) - (start + text.length))).toBeLessThanOrEqual(last.length + 1);
      start += text.length + 1;
    }
  });

  it('twice, in two versions: each stands for itself', () => {
    const text = TEXTS.tea as string;
    const found = match(`${text}${text.replace('应当清点', '可以清点')}`);
    expect(found.map(({ id }) => id)).toEqual(['tea', 'tea']);
    expect(found[0]?.altered).toEqual([]);
    expect(found[1]?.altered).toHaveLength(1);
    expect(found[1]?.start).toBeGreaterThanOrEqual(found[0]?.end ?? 0);
  });
});

describe('nothing is found', () => {
  const tea = TEXTS.tea as string;
  it.each<[string, string]>([
    [
      'in a text of the same town, form and words',
      document(999, '南渡市茶叶集市管理办法', '南府规〔2031〕8号'),
    ],
    ['in an empty text', ''],
    ['in half a sentence', sentencesOf(tea)[7]?.slice(0, 12) ?? ''],
    [
      'in an article that quotes two sentences',
      strangers(5, 30).concat(sentencesOf(tea).slice(5, 7)).join(''),
    ],
    [
      'in a list that names every title',
      TITLES.map(([, title, number]) => `${title}（${number}）`).join('\n'),
    ],
    ['in digits', '1234567890'.repeat(500)],
  ])('%s', (_, text) => expect(ids(text)).toEqual([]));
});

describe('differences from the known text', () => {
  const text = TEXTS.ferry as string;
  const own = sentencesOf(text);

  it('a changed sentence is pointed out, and is not missing', () => {
    for (let k = 1; k < own.length - 1; k++) {
      const changed = (own[k] ?? '').replace('应当', '可以');
      const page = own.with(k, changed).join('');
      const [found] = match(page);
      expect(found).toMatchObject({ id: 'ferry', missing: 0 });
      expect(found?.altered.map(({ start, end }) => page.slice(start, end).trim())).toEqual([changed.trim()]);
    }
  });

  it('a changed number is a changed sentence', () => {
    const [found] = match(text.replace(/应当(..)(\d)/, (_, verb, digit) => `应当${verb}${9 - digit}`));
    expect(found?.altered).toHaveLength(1);
  });

  it('a sentence taken out is counted', () => {
    for (let k = 1; k < own.length - 1; k++) {
      expect(match(own.toSpliced(k, 1).join(''))[0]).toMatchObject({ altered: [], missing: 1 });
    }
    expect(match(own.toSpliced(10, 4).join(''))[0]).toMatchObject({ altered: [], missing: 4 });
  });

  it('a sentence put in is pointed out', () => {
    for (let k = 2; k < own.length - 1; k += 5) {
      const [strange = ''] = strangers(k, 1);
      const page = own.toSpliced(k, 0, strange).join('');
      expect(match(page)[0]?.altered.map(({ start, end }) => page.slice(start, end).trim())).toEqual([
        strange,
      ]);
      expect(match(page)[0]?.missing).toBe(0);
    }
  });

  it('a sentence the document has twice is missing when it stands once', () => {
    const twice = [...own.slice(0, 9), own[4] ?? '', ...own.slice(9)];
    const special = catalogueOf(factsFile(), { ...TEXTS, ferry: twice.join('') });
    const ask = (page: string) => matchText(special, { fingerprints: fingerprint(page), documents: [] })[0];
    expect(ask(twice.join(''))).toMatchObject({ altered: [], missing: 0, coverage: 1 });
    expect(ask(own.join(''))).toMatchObject({ altered: [], missing: 1 });
    expect(ask([...twice.slice(0, 20), own[4] ?? '', ...twice.slice(20)].join(''))?.altered).toHaveLength(1);
  });

  const words = (page: string, spans: { start: number; end: number }[] = []) =>
    spans.map(({ start, end }) => page.slice(start, end).trim());

  it('tells a sentence that was added from one that was changed', () => {
    const [strange = '', second = ''] = strangers(5, 2);
    const changed = (own[8] ?? '').replace('应当', '可以');
    const page = own.with(8, changed).toSpliced(20, 0, strange, second).join('');
    const [found] = match(page);
    expect(words(page, found?.altered)).toEqual([changed.trim(), strange, second]);
    expect(words(page, found?.added)).toEqual([strange, second]);
    expect(found).toMatchObject({ missing: 0, gaps: [] });
  });

  it('counts a sentence in the place of another as changed, a further one as added', () => {
    const page = own.toSpliced(10, 1, ...strangers(6, 3)).join('');
    expect(match(page)[0]).toMatchObject({ missing: 0, gaps: [] });
    expect(match(page)[0]?.altered).toHaveLength(3);
    expect(match(page)[0]?.added).toHaveLength(2);
  });

  it('says between which sentences others are missing', () => {
    const cut = own.toSpliced(10, 4);
    const page = cut.toSpliced(20, 1).join('');
    const [found] = match(page);
    expect(found?.gaps?.map(({ count }) => count)).toEqual([4, 1]);
    for (const [k, at] of [10, 20].entries()) {
      const gap = found?.gaps?.[k] ?? { start: 0, end: 0 };
      expect(
        page
          .slice(0, gap.start)
          .trim()
          .endsWith((cut[at - 1] ?? '').trim()),
      ).toBe(true);
      expect(gap.end).toBeGreaterThanOrEqual(gap.start);
      expect(page.slice(gap.start, gap.end).trim()).toBe('');
    }
  });

  it('says that the beginning or the end is missing', () => {
    const first = match(own.slice(6).join(''))[0];
    expect(first?.gaps).toEqual([{ start: first?.start, end: first?.start, count: first?.missing }]);
    const last = match(own.slice(0, -8).join(''))[0];
    expect(last?.gaps).toEqual([{ start: last?.end, end: last?.end, count: last?.missing }]);
  });

  it('mean something where most of the text is there, and its sentences could be held against it', () => {
    const whole = match(text)[0];
    if (!whole) throw new Error('not recognised');
    expect(worthComparing(whole)).toBe(true);
    expect(worthComparing({ ...whole, coverage: 0.59 })).toBe(false);
    const { gaps: _, ...gramsAlone } = whole;
    expect(worthComparing(gramsAlone)).toBe(false);
  });

  it('another head is no difference, another title is', () => {
    const title = TITLES[1]?.[1] ?? '';
    const newTitle = title.replace('安全', '卫生');
    const page = text.replace(title, newTitle);
    expect(match(page, [part(0, page.length, { title })])[0]?.altered).toEqual([]);
    expect(match(page, [part(0, page.length, { title: newTitle })])[0]?.altered).toHaveLength(1);
  });
});

describe('a page made to be hard', () => {
  const tea = TEXTS.tea as string;

  it('that repeats one sentence of a known text ten thousand times is no copy of it', () => {
    const [, , , own = ''] = sentencesOf(tea);
    expect(ids(own.repeat(10_000))).toEqual([]);
  });

  it('that repeats a whole text a hundred times carries it', () => {
    expect(new Set(ids(tea.repeat(100)))).toEqual(new Set(['tea']));
  });

  it('whose fingerprints do not belong together is answered all the same', () => {
    const { hashes, grams } = fingerprint(tea);
    const broken = { hashes, nears: [], starts: [], ends: [], grams, gramsAt: [] };
    expect(() => matchText(catalogue, { fingerprints: broken, documents: [part(5, 2)] })).not.toThrow();
  });
});

it('a document named by title and number is looked for even where its grams are few', () => {
  const text = TEXTS.tea as string;
  const quarter = text.slice(0, text.length / 4);
  const [found] = match(quarter, [part(0, quarter.length, { title: TITLES[0]?.[1] ?? null })]);
  expect(found).toMatchObject({ id: 'tea' });
  expect(found?.coverage).toBeCloseTo(0.25, 1);
});
