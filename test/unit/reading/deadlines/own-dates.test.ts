import { describe, expect, it } from 'vitest';
import { ownDates } from '../../../../lib/reading/deadlines/own-dates.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';

const of = (text: string, issued: string | null = '2025-03-10', published: string | null = null) => {
  const { effective, expires } = ownDates(fold(plainInput(text)).text, issued, published);
  return [effective, expires];
};

describe('when a document says that it begins and ends', () => {
  it.each<[text: string, effective: string | null, expires: string | null]>([
    ['本办法自2025年5月1日起施行，有效期至2030年4月30日。', '2025-05-01', '2030-04-30'],
    ['本办法自2025年5月1日起施行，有效期5年。', '2025-05-01', '2030-04-30'],
    ['本办法自2025年5月1日起施行，至2030年4月30日止。', '2025-05-01', '2030-04-30'],
    ['本通知自印发之日起施行，有效期2年。', '2025-03-10', '2027-03-09'],
    ['本通知自印发之日起施行。本通知有效期2年。', '2025-03-10', '2027-03-09'],
    ['本细则自公布之日起30日后施行。', '2025-04-10', null],
    ['本实施意见于2025年7月1日起施行。', '2025-07-01', null],
    ['现予公布，自2025年6月1日起施行。', '2025-06-01', null],
    ['（2025年3月1日公布 自2025年4月1日起施行）', '2025-04-01', null],
    // A measure in the document is not the document.
    ['自2025年7月1日起，在全市推行电子证照。', null, null],
    ['许可证有效期5年。', null, null],
    // Another document is prolonged, begins or is told of.
    ['《南渡市渔船管理办法》继续施行，有效期延长至2029年6月底。', null, null],
    ['《云岭省数据条例》自2022年1月1日起施行以来，成效明显。', null, null],
    ['今年完成改造120处。', null, null],
    ['', null, null],
  ])('%s', (text, effective, expires) => {
    expect(of(text)).toEqual([effective, expires]);
  });

  it('takes what the document says of itself, not what it republishes below', () => {
    const text = '本决定自2021年11月1日起施行。\n\n南渡市城管办法\n\n第十七条 本办法自2016年1月15日起施行。';
    expect(of(text)).toEqual(['2021-11-01', null]);
  });

  it('prefers itself to another document that it names before', () => {
    expect(of('《云岭省条例》自2025年2月1日起施行。本通知自2025年4月1日起施行。')).toEqual([
      '2025-04-01',
      null,
    ]);
  });

  it('takes the day of publication where that of issue is unknown', () => {
    expect(of('本公告自公布之日起施行。', null, '2024-08-01')).toEqual(['2024-08-01', null]);
    expect(of('本公告自公布之日起施行。', null)).toEqual([null, null]);
  });
});
