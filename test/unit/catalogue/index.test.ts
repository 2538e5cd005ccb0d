import { describe, expect, it } from 'vitest';
import { documentOf, knownAs, relationsOf } from '../../../lib/catalogue/index.ts';
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
