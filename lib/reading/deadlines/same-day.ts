import type { EventAtom } from './atoms.ts';
import { after, any, before, ends } from './patterns.ts';
import type { Rule } from './sight.ts';

/** 当日办结, 次日前报送. Not 当日，… in a report of what happened that day. */

const ACT = after(
  `(?:之?内|前)?[一-鿿]{0,8}?${any(
    `办结 办理 完成 报告 报送 上报 报(?![道纸刊]) 反馈 处理完 送达 移送 公布 公示 告知 通知 录入 归集 清零 办毕 答复 受理 转办 拨付
     到账 解缴 上缴 退还 发放 开具 核发 出具 审结 交`,
  )}`,
);
const DATED = before('\\d日');

/** One day: the event's own (with the note `same-day`), or the next. */
export const sameDay: Rule<EventAtom> = (atom, sight) => {
  if (atom.word !== 'same-day' && atom.word !== 'next-day') return null;
  if (sight.news || !ACT.test(sight.tail) || /^.{0,10}了/.test(sight.tail) || ends(DATED, sight)) return null;
  const { start, end, word } = atom;
  const notes = word === 'same-day' ? ['same-day'] : [];
  return { kind: 'within', start, end, count: 1, unit: 'day', notes };
};
