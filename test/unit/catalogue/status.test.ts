import { describe, expect, it } from 'vitest';
import en from '../../../assets/public/_locales/en/messages.json';
import { statusOf } from '../../../lib/catalogue/index.ts';
import { validityOf } from '../../../lib/catalogue/validity.ts';
import type { Metadata } from '../../../lib/reading/types.ts';
import { NOBODY } from '../reading/nobody.ts';
import { catalogueOf, factsFile } from './made-up.ts';

const facts = factsFile({
  tea: { issued: '2025-03-01', effective: '2025-04-01', expires: '2030-03-31' },
  ferry: {
    issued: '2020-01-10',
    relations: [
      { type: 'repeals', id: 'old' },
      { type: 'extends', id: 'short', until: '2028-12-31' },
      { type: 'amends', id: 'order' },
    ],
  },
  light: { effective: '2024-09-01', relations: [{ type: 'amends', id: 'order' }] },
  named: [
    { id: 'old', title: '南渡市旧渡口规定', docNumber: '南府发〔2001〕2号', issued: '2001-02-03' },
    { id: 'short', title: '南渡市临时停靠办法', effective: '2016-01-01', expires: '2019-12-31' },
    { id: 'order', title: '南渡市航道规定', docNumber: '南渡市人民政府令第8号', issued: '2010-06-01' },
    { id: 'year', title: '云岭省水运意见', docNumber: '云府发〔2022〕6号' },
    { id: 'bare', title: '云岭省水运条例' },
    { id: 'news', title: '南渡一周', kind: '简报', issued: '2024-01-01' },
  ],
});
const catalogue = catalogueOf(facts);
const on = (
  id: string | null,
  day: string,
  validity: string | null = null,
  metadata: Partial<Metadata> | null = null,
) => statusOf(catalogue, id, metadata && { ...NOBODY, ...metadata }, { validity }, day);
const FERRY = '《南渡市渡口安全规定》（南府规〔2025〕4号）';

describe('a known document', () => {
  it.each<[string, string, string, string, string[]]>([
    ['tea', '2025-02-01', 'not-yet', 'statusBecauseNotYet', ['2025-04-01']],
    ['tea', '2025-03-31', 'not-yet', 'statusBecauseNotYet', ['2025-04-01']],
    ['tea', '2025-04-01', 'in-force', 'statusBecauseValid', ['2030-03-31']],
    ['tea', '2030-03-31', 'in-force', 'statusBecauseValid', ['2030-03-31']],
    ['tea', '2030-04-01', 'expired', 'statusBecauseExpired', ['2030-03-31']],
    ['ferry', '2020-01-09', 'not-yet', 'statusBecauseNotIssued', ['2020-01-10']],
    ['ferry', '2020-01-10', 'no-known-end', 'statusBecauseIssued', ['2020-01-10', '2025-06-01']],
    ['light', '2024-09-01', 'no-known-end', 'statusBecauseSince', ['2024-09-01', '2025-06-01']],
    ['old', '2020-01-09', 'no-known-end', 'statusBecauseIssued', ['2001-02-03', '2025-06-01']],
    ['old', '2020-01-10', 'repealed', 'statusBecauseRepealed', [FERRY, '2020-01-10']],
    ['short', '2019-12-31', 'in-force', 'statusBecauseValid', ['2019-12-31']],
    ['short', '2020-01-01', 'expired', 'statusBecauseExpired', ['2019-12-31']],
    ['short', '2020-01-10', 'in-force', 'statusBecauseExtended', ['2028-12-31']],
    ['short', '2029-01-01', 'expired', 'statusBecauseExpired', ['2028-12-31']],
    ['year', '2021-12-31', 'not-yet', 'statusBecauseNotIssued', ['2022']],
    ['year', '2022-06-01', 'unknown', 'statusBecauseNoDate', []],
    ['year', '2023-01-01', 'no-known-end', 'statusBecauseNumbered', ['2022', '2025-06-01']],
    ['bare', '2025-01-01', 'unknown', 'statusBecauseNoDate', []],
    ['news', '2025-01-01', 'unknown', 'statusBecauseNoForce', []],
  ])('%s on %s is %s', (id, day, state, key, args) => {
    expect(on(id, day)).toMatchObject({ state, asOf: day, because: { key, args } });
  });

  it('names what amended, extended and repealed it, up to the day', () => {
    expect(on('order', '2024-08-31').amendedBy).toEqual([FERRY]);
    expect(on('order', '2024-09-01').amendedBy).toEqual([
      FERRY,
      '《澄江新区航标维护细则》（澄新发〔2024〕12号）',
    ]);
    expect(on('short', '2020-01-09').extendedBy).toBeNull();
    expect(on('short', '2020-01-10').extendedBy).toBe(FERRY);
    expect(on('old', '2020-01-09').repealedBy).toBeNull();
    expect(on('old', '2020-01-10').repealedBy).toBe(FERRY);
  });

  it('is filled up from the page where the catalogue is silent, never overruled by it', () => {
    expect(on('bare', '2025-01-01', null, { effective: '2024-01-01' }).state).toBe('no-known-end');
    expect(on('tea', '2027-01-01', null, { expires: '2026-01-01' }).state).toBe('in-force');
  });
});

describe('a document that the catalogue does not know', () => {
  it.each<[Partial<Metadata> | null, string, string]>([
    [{ effective: '2024-01-01', expires: '2026-12-31' }, 'in-force', 'statusBecauseValid'],
    [{ effective: '2024-01-01', expires: '2024-12-31' }, 'expired', 'statusBecauseExpired'],
    [{ effective: '2026-01-01' }, 'not-yet', 'statusBecauseNotYet'],
    [{ effective: '2024-01-01' }, 'no-known-end', 'statusBecauseSinceUnlisted'],
    [{ published: '2024-01-01' }, 'no-known-end', 'statusBecauseIssuedUnlisted'],
    [{ docNumber: '南府发〔2023〕1号' }, 'no-known-end', 'statusBecauseNumberedUnlisted'],
    [{ kind: '新闻', issued: '2024-01-01' }, 'unknown', 'statusBecauseNoForce'],
    [{}, 'unknown', 'statusBecauseNoDate'],
    [null, 'unknown', 'statusBecauseNoDate'],
  ])('%j is %s', (metadata, state, key) => {
    expect(on(null, '2025-06-01', null, metadata)).toMatchObject({ state, because: { key } });
  });

  it('and an id of another catalogue is as good as none', () => {
    expect(on('somewhere-else', '2025-06-01').state).toBe('unknown');
  });
});

describe('the page’s own 有效性 field', () => {
  it.each([
    ['有效', 'in-force'],
    ['现行有效', 'in-force'],
    ['【现行 有效】', 'in-force'],
    ['部分失效', 'in-force'],
    ['已修改', 'in-force'],
    ['失效', 'expired'],
    ['已失效', 'expired'],
    ['废止', 'repealed'],
    ['已废止', 'repealed'],
    ['未废止', 'in-force'],
    ['尚未失效', 'in-force'],
    ['是', 'in-force'],
    ['否', 'expired'],
    ['尚未生效', 'not-yet'],
    ['有效期', null],
    ['2025-03-01', null],
    ['', null],
    ['规范性文件，有效与否请咨询发文机关', null],
  ])('%j means %s', (field, meaning) => expect(validityOf(field)).toBe(meaning));

  it('is believed where no end is known, and named as the reason', () => {
    expect(on('ferry', '2025-06-01', ' 有效 ')).toMatchObject({
      state: 'in-force',
      because: { key: 'statusBecausePage', args: ['有效'] },
    });
    expect(on(null, '2025-06-01', '已废止')).toMatchObject({ state: 'repealed' });
    expect(on('ferry', '2025-06-01', '失效')).not.toHaveProperty('disagrees');
  });

  it('agrees silently', () => {
    expect(on('tea', '2026-01-01', '有效')).toMatchObject({ because: { key: 'statusBecauseValid' } });
    expect(on('tea', '2026-01-01', '有效')).not.toHaveProperty('disagrees');
    expect(on('old', '2026-01-01', '废止')).not.toHaveProperty('disagrees');
  });

  it('is told where it disagrees with what is known', () => {
    const disagrees = { key: 'statusPageDisagrees', args: ['有效'] };
    expect(on('old', '2026-01-01', '有效')).toMatchObject({ state: 'repealed', disagrees });
    expect(on('tea', '2031-01-01', '有效')).toMatchObject({ state: 'expired', disagrees });
    expect(on('tea', '2026-01-01', '已废止')).toMatchObject({
      state: 'repealed',
      because: { key: 'statusBecausePage' },
      disagrees: { key: 'statusBecauseValid', args: ['2030-03-31'] },
    });
  });

  it('is not believed that a document has yet to begin of which the day is known when it began', () => {
    const forgotten = { key: 'statusPageDisagrees', args: ['尚未生效'] };
    const facts = { effective: '2024-05-15' };
    expect(on(null, '2025-06-01', '尚未生效', facts)).toMatchObject({
      state: 'no-known-end',
      disagrees: forgotten,
    });
    expect(on(null, '2024-01-01', '尚未生效', facts)).toMatchObject({ state: 'not-yet' });
    expect(on(null, '2025-06-01', '尚未生效')).toMatchObject({ state: 'not-yet' });
  });
});

it('every reason has its words', () => {
  const days = ['2000-01-01', '2019-01-01', '2022-06-01', '2025-06-01', '2031-01-01'];
  const reasons = ['tea', 'ferry', 'old', 'short', 'year', 'bare', 'news', null].flatMap((id) =>
    days.flatMap((day) =>
      [null, '有效', '废止'].flatMap((field) => {
        const { because, disagrees } = on(id, day, field, { docNumber: '南府发〔2021〕1号' });
        return disagrees ? [because, disagrees] : [because];
      }),
    ),
  );
  for (const { key, args } of reasons) {
    expect(en).toHaveProperty(key);
    const words = (en as Record<string, { message: string }>)[key]?.message ?? '';
    expect(new Set(words.match(/\$\d/g) ?? []).size).toBe(args.length);
  }
});
