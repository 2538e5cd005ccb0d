import { describe, expect, it } from 'vitest';
import { choiceOf, documentOf, knownAs, relationsOf, relationsOn } from '../../../lib/catalogue/index.ts';
import { catalogueOf, factsFile } from './made-up.ts';

const catalogue = catalogueOf(
  factsFile({
    tea: {
      issuers: ['南渡市人民政府'],
      issued: '2025-03-01',
      otherTitles: ['茶市办法'],
      otherNumbers: ['南渡市人民政府令第9号'],
      relations: [
        { type: 'basis', title: '中华人民共和国集市法' },
        { type: 'repeals', title: '南渡市茶叶集市管理办法', docNumber: '南府发〔2010〕9号' },
      ],
    },
    ferry: { relations: [{ type: 'cites', id: 'tea' }] },
    named: [
      {
        id: 'decree',
        title: null,
        docNumber: '南渡市人民政府令第3号',
        relations: [{ type: 'amends', id: 'tea' }],
      },
    ],
  }),
);

describe('a citation', () => {
  it.each<[string | null, string | null, string | null]>([
    ['南渡市渡口安全规定', null, 'ferry'],
    ['《南渡市渡口 安全规定》', '南府规[2025]4号', 'ferry'],
    [null, '南府规〔2025〕4号', 'ferry'],
    ['茶市办法', null, 'tea'],
    [null, '南渡市人民政府第9号令', 'tea'],
    ['集市法', null, '中华人民共和国集市法'],
    ['南渡市茶叶集市管理办法', '南府规〔2025〕3号', 'tea'],
    ['南渡市茶叶集市管理办法', '南府发〔2010〕9号', '南府发〔2010〕9号'],
    ['南渡市茶叶集市管理办法', null, null],
    ['南渡市茶叶集市管理办法', '南府规〔2030〕1号', null],
    ['南渡市渡口安全规定', '别府发〔2001〕1号', null],
    ['没有人听说过的规定', null, null],
    [null, null, null],
    ['', '', null],
  ])('of %s, %s is %s', (title, number, id) => expect(knownAs(catalogue, title, number)).toBe(id));
});

describe('what is known of a document', () => {
  it('is its facts', () => {
    expect(documentOf(catalogue, 'tea')).toMatchObject({
      id: 'tea',
      title: '南渡市茶叶集市管理办法',
      docNumber: '南府规〔2025〕3号',
      issuers: ['南渡市人民政府'],
      issued: '2025-03-01',
      effective: null,
    });
    expect(documentOf(catalogue, 'nobody')).toBeNull();
  });

  it('is its relations, both ways', () => {
    expect(relationsOf(catalogue, 'tea')).toEqual([
      { relation: 'basis', id: '中华人民共和国集市法', title: '中华人民共和国集市法', docNumber: null },
      {
        relation: 'repeals',
        id: '南府发〔2010〕9号',
        title: '南渡市茶叶集市管理办法',
        docNumber: '南府发〔2010〕9号',
      },
      {
        relation: 'cites',
        id: 'ferry',
        title: '南渡市渡口安全规定',
        docNumber: '南府规〔2025〕4号',
        incoming: true,
      },
      {
        relation: 'amends',
        id: 'decree',
        title: '南渡市人民政府令第3号',
        docNumber: '南渡市人民政府令第3号',
        incoming: true,
      },
    ]);
    expect(relationsOf(catalogue, '中华人民共和国集市法')).toEqual([
      expect.objectContaining({ relation: 'basis', id: 'tea', incoming: true }),
    ]);
    expect(relationsOf(catalogue, 'nobody')).toEqual([]);
  });
});

describe('what is known of a document on a day', () => {
  it('is the status of those that it is related to', () => {
    const states = (day: string) =>
      relationsOn(catalogue, 'tea', day).map(({ id, status }) => [id, status?.state]);
    expect(states('2025-04-01')).toEqual([
      ['中华人民共和国集市法', 'unknown'],
      ['南府发〔2010〕9号', 'repealed'],
      ['decree', 'unknown'],
      ['ferry', 'unknown'],
    ]);
    expect(states('2024-12-31')[1]).toEqual(['南府发〔2010〕9号', 'no-known-end']);
    expect(relationsOn(catalogue, 'nobody', '2025-01-01')).toEqual([]);
  });

  it('is no more than a reader goes through; what ends or changes it always stays', () => {
    const named = Array.from({ length: 700 }, (_, k) => ({
      id: `n${k}`,
      title: `第${k}号通知`,
      relations: [{ type: 'cites', id: 'tea' }],
    }));
    const repeal = { id: 'end', title: '废止决定', relations: [{ type: 'repeals', id: 'tea' }] };
    const large = catalogueOf(factsFile({ named: [...named, repeal] }));
    const relations = relationsOn(large, 'tea', '2025-06-01');
    expect(relations).toHaveLength(500);
    expect(relations[0]).toMatchObject({ id: 'end', incoming: true });
  });

  it('tells one that is known by name only, and what a reader can choose by', () => {
    expect(documentOf(catalogue, 'decree')).toMatchObject({ nameOnly: true });
    expect(documentOf(catalogue, 'tea')).not.toHaveProperty('nameOnly');
    expect(choiceOf(catalogue, 'tea', '2025-06-01')).toMatchObject({
      id: 'tea',
      docNumber: '南府规〔2025〕3号',
      status: { asOf: '2025-06-01' },
    });
    expect(choiceOf(catalogue, 'nobody', '2025-06-01')).toBeNull();
  });
});
