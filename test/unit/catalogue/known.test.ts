import { describe, expect, it } from 'vitest';
import {
  type Catalogue,
  documentOf,
  loadCatalogue,
  relationsOf,
  statusOf,
} from '../../../lib/catalogue/index.ts';
import { lettersOf, numberKey } from '../../../lib/catalogue/keys.ts';
import { catalogueBytes } from '../../../lib/cli/build-catalogue.ts';
import { FACTS, HERE, IDS, textOf, WHY } from './corpus.ts';

const catalogue: Catalogue = loadCatalogue(await catalogueBytes());

/** N no known end, I in force, Y not yet, E expired, U unknown: on each of the four days, written by hand. */
const DAYS = ['2021-06-30', '2023-06-30', '2025-06-30', '2026-01-01'];
const EXPECTED: Record<string, string> = {
  'cq-2021-1-safety': 'NNNN',
  'cq-340-audit': 'NNNN',
  'cq-elderly': 'NNNN',
  'cq-epidemic': 'NNNN',
  'cq-grain': 'NNNN',
  'cq-hitech': 'NNNN',
  'cq-insurance': 'NNNN',
  'cq-sc-fgf': 'NNNN',
  'cq-toc': 'UUUU',
  'cq-zwfw': 'NNNN',
  'csj-2021-02': 'UUUU',
  'csj-2022-01': 'UUUU',
  'sh-1-zhifajiandu': 'YNNN',
  'sh-13-repeal': 'YYNN',
  'sh-15-chengnuo': 'YYNN',
  'sh-2018-21-land': 'NNNN',
  'sh-2018-biomed': 'NNNN',
  'sh-2019-hulianwang-jiedu': 'UUUU',
  'sh-2020-rd-centers': 'IIIE',
  'sh-2020-szsh-jianguan': 'UUUU',
  'sh-2021-18-ic': 'YNNN',
  'sh-2021-19-foreign': 'YIII',
  'sh-2021-23-green': 'YNNN',
  'sh-2021-24-yingshang': 'YNNN',
  'sh-2021-26-bangban': 'YNNN',
  'sh-2021-29-digital': 'YNNN',
  'sh-2021-7-zhengzhao': 'NNNN',
  'sh-2021-ip-plan': 'YNNN',
  'sh-2022-12-energy': 'YNNN',
  'sh-2022-21-weiqi': 'YNNN',
  'sh-2022-22-cost': 'YNNN',
  'sh-2023-19-space': 'YYNN',
  'sh-2023-20-parks': 'YYNN',
  'sh-2023-22-yiyeyizheng': 'YYNN',
  'sh-2023-34-ip': 'YYNN',
  'sh-2023-equity': 'YYII',
  'sh-2024-12-urban': 'YYNN',
  'sh-2024-14-keji': 'YYII',
  'sh-2024-31-trade': 'YYNN',
  'sh-2024-34-jiancha': 'YYNN',
  'sh-2024-6-random': 'YYNN',
  'sh-2025-11-keji': 'YYNN',
  'sh-2025-2-exchange': 'YYNN',
  'sh-2025-3-zjtx': 'YYNN',
  'sh-2025-7-ai': 'YYNN',
  'sh-2025-hq': 'YYII',
  'sh-58-chengguan': 'YNNN',
  'sh-74-zhifazheng': 'YNNN',
  'sh-kj-2024-5-extend': 'YYNN',
  'zj-2024-12-26': 'UUUU',
  // Documents known from what others say of them.
  '沪科规〔2019〕4号': 'NNII',
  '上海市人民政府令第12号（1992）': 'NNRR',
  上海市企业内部审计制度规定: 'NNRR',
  '上海市人民政府令第44号（2005）': 'RRRR',
  '上海市人民政府令第88号（2012）': 'NRRR',
  重庆市人民政府令第10号: 'RRRR',
  '渝府办发〔2017〕156号': 'RRRR',
  '渝府办发〔2015〕208号': 'RRRR',
  '上海市人民政府令第37号（2015）': 'NNNN',
  上海市数据条例: 'YNNN',
  上海市优化营商环境条例: 'UUUU',
};
const LETTER = {
  'in-force': 'I',
  'no-known-end': 'N',
  'not-yet': 'Y',
  expired: 'E',
  repealed: 'R',
  unknown: 'U',
};

describe('the bundled catalogue', () => {
  it('knows the fifty documents, and some two hundred by name', () => {
    expect(IDS).toHaveLength(50);
    expect(catalogue.prints).toHaveLength(50);
    expect(catalogue.entries.length).toBeGreaterThan(220);
  });

  it.each(Object.entries(EXPECTED))('says of %s: %s', (id, letters) => {
    expect(documentOf(catalogue, id)).not.toBeNull();
    expect(DAYS.map((day) => LETTER[statusOf(catalogue, id, null, {}, day).state]).join('')).toBe(letters);
  });

  it('has an expectation for every known document', () => {
    expect(IDS.filter((id) => !(id in EXPECTED))).toEqual([]);
  });

  it('knows who repealed, amended and extended', () => {
    const decree = '《上海市人民政府关于修改和废止部分市政府规章的决定》（上海市人民政府令第13号）';
    const on = (id: string) => statusOf(catalogue, id, null, {}, '2025-06-30');
    expect(on('上海市人民政府令第12号（1992）')).toMatchObject({ repealedBy: decree });
    expect(on('上海市人民政府令第85号（2012）').amendedBy.at(-1)).toBe(decree);
    expect(on('上海市行政审批告知承诺管理办法').amendedBy).toHaveLength(1);
    expect(on('沪科规〔2019〕4号')).toMatchObject({
      because: { key: 'statusBecauseExtended', args: ['2029-06-20'] },
      extendedBy: expect.stringContaining('沪科规〔2024〕5号'),
    });
    const relations = relationsOf(catalogue, 'sh-13-repeal');
    expect(relations.filter(({ relation }) => relation === 'repeals')).toHaveLength(17);
    expect(relations.filter(({ relation }) => relation === 'amends')).toHaveLength(6);
  });
});

/** A day in the two forms that texts give it in. */
function daySaid(letters: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const spoken = `${year}年${Number(month)}月${Number(date)}日`;
  return letters.includes(spoken) || letters.includes(`${year}${month}${date}`);
}

describe.skipIf(!HERE)(`the facts agree with the texts${WHY}`, () => {
  it.each(FACTS.documents.map((facts) => [facts.id, facts] as const))('%s', (id, facts) => {
    const letters = lettersOf(textOf(id));
    for (const title of [facts.title, facts.noticeTitle, ...facts.issuers])
      if (title) expect(letters).toContain(lettersOf(title));
    for (const number of facts.docNumber ? [facts.docNumber, ...(facts.otherNumbers ?? []).slice(0, 1)] : [])
      expect(letters).toContain(lettersOf(number));
    for (const fact of ['issued', 'published', 'effective', 'expires'] as const) {
      const day = facts[fact];
      if (day === null) continue;
      expect(facts.where[fact], `where ${fact} stands`).toBeTruthy();
      if (facts.where[fact]?.includes('自印发之日')) {
        expect(letters).toContain('自印发之日起');
        expect(day).toBe(facts.issued);
      } else if (facts.where[fact] !== '英文目录页')
        expect(daySaid(letters, day), `${fact} ${day}`).toBe(true);
    }
    for (const relation of facts.relations) {
      expect(relation.where).toBeTruthy();
      const known = documentOf(catalogue, relation.id ?? '');
      const named = [relation.title, known?.title, known?.noticeTitle].filter((title) => !!title);
      const gist = (title: string) => lettersOf(title).replace(/(修订|试行)$/, '');
      expect(named.some((title) => letters.includes(gist(title as string)))).toBe(true);
      if (relation.docNumber) {
        const number = numberKey(relation.docNumber);
        expect(number).not.toBeNull();
        const serial = /(\d+)号/.exec(relation.docNumber)?.[1] ?? '';
        expect(letters).toMatch(new RegExp(`${serial}号`));
      }
      if (relation.until) expect(daySaid(letters, relation.until)).toBe(true);
    }
  });

  it.each(FACTS.named.map((facts) => [facts.id, facts] as const))('%s', (_, facts) => {
    const letters = lettersOf(textOf(facts.from.document));
    if (facts.title) expect(letters).toContain(lettersOf(facts.title));
    if (facts.issued) expect(daySaid(letters, facts.issued)).toBe(true);
    if (facts.docNumber)
      expect(letters).toContain(lettersOf(/第(\d+)号/.exec(facts.docNumber)?.[1] ?? '4号'));
  });

  it('and each has an identity of its own', () => {
    const named = new Set([...FACTS.documents, ...FACTS.named].map(({ id }) => id));
    expect(named.size).toBe(FACTS.documents.length + FACTS.named.length);
  });
});
