import { describe, expect, it } from 'vitest';
import { findDeadlines } from '../../../../lib/reading/deadlines.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import type { Metadata } from '../../../../lib/reading/types.ts';
import { deadlinesOf, readingOf, said } from './reading.ts';

const find = (text: string, metadata: Partial<Metadata> = {}) => deadlinesOf(text, metadata).map(said);

describe('the year that is meant', () => {
  it.each([
    // The year named before in the paragraph, if it is no earlier than the document.
    ['2026年3月底前开工，9月底前完工。', 'due 2026-03-31: 2026年3月底前', 'due 2026-09-30: 9月底前'],
    ['2026年9月底前完成，12月底前上线。', 'due 2026-09-30: 2026年9月底前', 'due 2026-12-31: 12月底前'],
    // An earlier one is told, and does not count.
    ['2023年投入5亿元，12月底前再投入2亿元。', 'due 2025-12-31: 12月底前'],
    // The document's own year, for words that lean on it.
    ['今年底前完成。', 'due 2025-12-31: 今年底前'],
    ['明年6月底前完成。', 'due 2026-06-30: 明年6月底前'],
    ['年内完成。', 'due 2025-12-31: 年内'],
    ['本月底前完成。', 'due 2025-03-31: 本月底前'],
    // What was to be done shortly before the document is past.
    ['1月底前报送总结。'],
  ])('%s', (text, ...found) => {
    expect(find(text)).toEqual(found);
  });

  it('goes on into the next year where the day has long passed', () => {
    expect(find('3月底前完成。', { issued: '2024-12-20' })).toEqual(['due 2025-03-31: 3月底前']);
  });

  it('ends with the paragraph', () => {
    expect(find('2027年3月底前开工。\n\n9月底前完工。')).toEqual([
      'due 2027-03-31: 2027年3月底前',
      'due 2025-09-30: 9月底前',
    ]);
  });

  it('comes from the number of a document without a day', () => {
    const metadata = { issued: null, docNumber: '云府办发〔2024〕18号' };
    expect(find('年底前完成。', metadata)).toEqual(['due 2024-12-31: 年底前']);
  });

  it('stays open where nothing tells it, and is never taken from today', () => {
    expect(find('12月底前完成。', { issued: null })).toEqual(['due: 12月底前']);
  });

  it('is told apart from one that stands there', () => {
    const [named, worked] = deadlinesOf('2026年3月底前开工，9月底前完工。');
    expect(named?.derived).toBeUndefined();
    expect(worked?.derived).toBe(true);
  });
});

describe('自印发之日起 and the dates of the document', () => {
  it('takes the day of issue, else that of publication', () => {
    expect(find('本通知自印发之日起施行。', { issued: '2024-05-06', published: '2024-06-01' })).toEqual([
      'effective 2024-05-06: 自印发之日起',
    ]);
    expect(find('本通知自公布之日起施行。', { issued: null, published: '2024-06-01' })).toEqual([
      'effective 2024-06-01: 自公布之日起',
    ]);
  });

  it('stays open where neither is known', () => {
    expect(find('本通知自印发之日起施行，有效期3年。', { issued: null })).toEqual([
      'effective: 自印发之日起',
      'expiry 3 year: 有效期3年',
    ]);
  });

  it('takes the dates of the part in which it stands', () => {
    const first = '本规定自公布之日起施行。年底前完成清理。';
    const second = '本细则自公布之日起施行。年底前完成登记。';
    const input = plainInput(`${first}\n\n${second}`);
    const reading = readingOf(input, { issued: '2024-04-02' });
    const [whole] = reading.documents;
    if (!whole) throw new Error('no document');
    const border = input.text.indexOf(second);
    const metadata = { ...whole.metadata, issued: '2011-10-19' };
    const documents = [
      { ...whole, end: border },
      { start: border, end: input.text.length, metadata },
    ];
    expect(findDeadlines({ ...reading, documents }).map(said)).toEqual([
      'effective 2024-04-02: 自公布之日起',
      'due 2024-12-31: 年底前',
      'effective 2011-10-19: 自公布之日起',
      'due 2011-12-31: 年底前',
    ]);
  });
});

describe('news and newsletters', () => {
  it('binds only what is to come', () => {
    const news = { kind: '简报', issued: '2022-01-07' };
    expect(find('1月4日获悉，今年，南渡市将推行免申即享服务。', news)).toEqual(['target 2022-12-31: 今年']);
    expect(find('2022年，南渡市完成改造120处。', news)).toEqual([]);
    expect(find('1月1日起，《云岭省数据条例》施行。', news)).toEqual([]);
    expect(find('当日，还发布了查询系统。', news)).toEqual([]);
    expect(find('到2025年，海洋产业规模达到900亿元。', news)).toEqual(['target 2025-12-31: 到2025年']);
  });
});

describe('tables', () => {
  const table = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

  it('reads every date of a column headed 完成时限 as due, and 持续推进 as ongoing', () => {
    const text = table([
      ['序号', '任务', '牵头单位', '完成时限'],
      ['1', '完成河道清淤', '市水务局', '2025年6月30日'],
      ['2', '建立巡查制度', '市水务局', '持续推进'],
      ['3', '编制名录', '市水务局', '2025年'],
      ['4', '开展普查', '市水务局', '2025年4—9月'],
      ['5', '修订预案', '市应急局', '全年'],
    ]);
    expect(find(text)).toEqual([
      'due 2025-06-30: 2025年6月30日',
      'ongoing: 持续推进',
      'due 2025-12-31: 2025年',
      'due 2025-09-30: 2025年4—9月',
      'due 2025-12-31: 全年',
    ]);
  });

  it('finds the column in rows that a merged first cell has shifted', () => {
    const text = table([
      ['重点任务', '具体工作', '责任单位', '完成时间'],
      ['一、水网', '完成清淤', '市水务局', '2025年9月'],
      ['', '建设泵站', '市水务局', '2025年11月'],
      ['常态巡查', '市水务局', '长期坚持'],
    ]);
    expect(find(text)).toEqual([
      'due 2025-09-30: 2025年9月',
      'due 2025-11-30: 2025年11月',
      'ongoing: 长期坚持',
    ]);
  });

  it('reads a month in numbers and a cycle that fill a cell of the column', () => {
    const text = table([
      ['任务', '完成时限'],
      ['编制规划', '2025.9'],
      ['通报进度', '每季度末'],
    ]);
    expect(find(text)).toEqual(['due 2025-09-30: 2025.9', 'recurring quarter: 每季度末']);
  });

  it('takes the years to come at the head of columns for targets, and the year that has been for none', () => {
    const text = table([
      ['指标', '2024年', '2027年', '2030年'],
      ['供水普及率', '95%', '97%', '99%'],
    ]);
    expect(find(text)).toEqual(['target 2027-12-31: 2027年', 'target 2030-12-31: 2030年']);
    expect(find(table([['批次', '2027年']]))).toEqual([]);
  });

  it('leaves the dates of other columns alone', () => {
    const text = table([
      ['姓名', '出生年月', '任职时间'],
      ['张三', '1980年5月', '2019年3月'],
    ]);
    expect(find(text)).toEqual([]);
  });
});

describe('place and text', () => {
  it('gives the place in the text itself, with its spaces and line breaks', () => {
    const text = '有效期延长至 2029 年 6\n月 20 日。';
    const input = { ...plainInput(text), blocks: [{ start: 0, end: text.length, kind: 'para' as const }] };
    const [found] = findDeadlines(readingOf(input));
    expect(found).toMatchObject({
      kind: 'expiry',
      to: '2029-06-20',
      text: '有效期延长至 2029 年 6\n月 20 日',
    });
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });

  it('never gives two that overlap', () => {
    const found = deadlinesOf('自2025年4月1日起5年内，每年3月底前报送；在2年期限届满的30个工作日前申请。');
    for (const [i, one] of found.entries()) expect(one.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
    expect(found.map(said)).toEqual([
      'within 5 year: 自2025年4月1日起5年内',
      'recurring year 03-31: 每年3月底前',
      'before-event 30 workday: 在2年期限届满的30个工作日前',
    ]);
  });

  it('reads two numbers that white space keeps apart as two', () => {
    expect(find('序号3 2025年底前完成。')).toEqual(['due 2025-12-31: 2025年底前']);
  });

  it('bears metadata that hold no day, and lengths beyond all calendars', () => {
    expect(find('本通知自印发之日起施行。12月底前完成。', { issued: '2025-02-30' })).toEqual([
      'effective: 自印发之日起',
      'due: 12月底前',
    ]);
    expect(find('本通知自印发之日起施行，有效期99999年。')).toEqual(['effective 2025-03-10: 自印发之日起']);
    expect(find('自印发之日起99999个月后施行。')).toEqual([]);
  });

  it('answers nothing for nothing', () => {
    expect(
      findDeadlines({ input: plainInput(''), folded: fold(plainInput('')), outline: [], documents: [] }),
    ).toEqual([]);
  });
});
