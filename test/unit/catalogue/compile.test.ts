import { describe, expect, it } from 'vitest';
import { compileFacts, FactsError } from '../../../lib/catalogue/compile.ts';
import { factsFile } from './made-up.ts';

const compile = (more: Record<string, unknown>) => compileFacts(factsFile(more), '测试');
const relations = (...list: unknown[]) => ({ relations: list });

describe('a facts file', () => {
  it('gives an entry to every document that is only named', () => {
    const { entries } = compile({
      tea: relations(
        { type: 'basis', title: '云岭省集市条例' },
        { type: 'repeals', title: '南渡市茶叶集市管理办法', docNumber: '南府发〔2010〕9号' },
      ),
      ferry: relations({ type: 'cites', title: '《云岭省集市条例》' }),
    });
    expect(entries.map(({ id }) => id)).toEqual([
      'tea',
      'ferry',
      'light',
      '云岭省集市条例',
      '南府发〔2010〕9号',
    ]);
    expect(entries[0]?.relations).toEqual([
      { type: 'basis', to: 3 },
      { type: 'repeals', to: 4 },
    ]);
    expect(entries[1]?.relations).toEqual([{ type: 'cites', to: 3 }]);
  });

  it('resolves a relation to a document of the file by title, notice or number', () => {
    const { entries } = compile({
      ferry: relations(
        { type: 'cites', title: '南渡市茶叶集市管理办法' },
        {
          type: 'cites',
          title: '南渡市人民政府关于印发《南渡市茶叶集市管理办法》的通知',
          docNumber: '南府规[2025]3号',
        },
      ),
    });
    expect(entries).toHaveLength(3);
    expect(entries[1]?.relations.map(({ to }) => to)).toEqual([0, 0]);
  });

  it('learns the number of a named document where a later mention gives it', () => {
    const { entries } = compile({
      tea: relations({ type: 'basis', title: '云岭省集市条例' }),
      ferry: relations({ type: 'basis', title: '云岭省集市条例', docNumber: '云府发〔2001〕1号' }),
    });
    expect(entries[3]).toMatchObject({ title: '云岭省集市条例', docNumber: '云府发〔2001〕1号' });
    expect(entries).toHaveLength(4);
  });

  it('may have several documents under one number where one attaches the other, or an order of another term', () => {
    const order = (id: string, title: string, issued: string) => ({
      id,
      title,
      docNumber: '南渡市人民政府令第3号',
      issued,
    });
    const { entries } = compile({
      tea: relations({ type: 'attaches', title: '茶样封存规程' }),
      named: [
        { id: 'samples', title: '茶样封存规程', docNumber: '南府规〔2025〕3号' },
        order('old', '南渡市桥梁办法', '1995-01-01'),
        order('new', '南渡市路灯办法', '2015-01-01'),
      ],
    });
    expect(entries).toHaveLength(6);
  });

  it('is refused with all its problems at once', () => {
    const attempt = () =>
      compile({
        tea: relations({ type: 'cites', id: 'salt' }, { type: 'cites' }),
        ferry: relations({ type: 'repeals', id: 'light' }),
        light: relations({ type: 'repeals', id: 'ferry' }),
      });
    expect(attempt).toThrow(
      expect.objectContaining({
        problems: [
          { id: 'tea', what: 'tea names salt, which is not in the file', relation: 0 },
          { id: 'tea', what: 'a relation of tea has neither id nor title', relation: 1 },
          { id: 'ferry', what: 'these repeal each other: ferry → light → ferry' },
        ],
      }),
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['a day that does not exist', { tea: { issued: '2025-02-30' } }, /documents\.0\.issued: no such day/],
    ['a day in another form', { tea: { issued: '2025年3月1日' } }, /issued/],
    ['a fact nobody knows', { tea: { colour: 'jade' } }, /colour/],
    ['a relation of no known type', { tea: relations({ type: 'loves', title: '条例' }) }, /type/],
    ['a relation to nothing', { tea: relations({ type: 'cites' }) }, /neither id nor title/],
    [
      'an id that is not there',
      { tea: relations({ type: 'cites', id: 'salt' }) },
      /salt, which is not in the file/,
    ],
    ['an id used twice', { named: [{ id: 'tea', title: '别的办法' }] }, /tea is used twice/],
    [
      'two documents under one title and number',
      { named: [{ id: 'tea2', title: '南渡市茶叶集市管理办法', docNumber: '南府规[2025]3号' }] },
      /tea and tea2 have the same title, number and day/,
    ],
    [
      'two documents under one number',
      { named: [{ id: 'salt', title: '南渡市盐业管理办法', docNumber: '南府规[2025]第3号' }] },
      /tea and salt have the same number 南府规\[2025\]第3号/,
    ],
    [
      'a circle of repeals',
      {
        tea: relations({ type: 'repeals', id: 'ferry' }),
        ferry: relations({ type: 'repeals', id: 'light' }),
        light: relations({ type: 'repeals', id: 'tea' }),
      },
      /repeal each other: tea → ferry → light → tea/,
    ],
    [
      'a title that two documents have',
      {
        named: [
          { id: 'a', title: '云岭省集市条例', docNumber: '云府发〔2001〕1号' },
          { id: 'b', title: '云岭省集市条例', docNumber: '云府发〔2011〕1号' },
        ],
        tea: relations({ type: 'basis', title: '云岭省集市条例' }),
      },
      /of which there are 2: give its id/,
    ],
  ])('is refused for %s', (_, more, message) => {
    expect(() => compile(more as Record<string, unknown>)).toThrow(FactsError);
    expect(() => compile(more as Record<string, unknown>)).toThrow(message);
  });

  it.each([null, [], {}, { documents: [] }, 'text'])('is refused where it is %j', (file) => {
    expect(() => compileFacts(file, '测试')).toThrow(FactsError);
  });
});
