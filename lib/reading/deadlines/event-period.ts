import { any } from './patterns.ts';
import { type Found, sentenceEnd, sentenceStart } from './sight.ts';

/**
 * 节假日期间，各单位要安排好值班: a time that is named by what happens in it, which opens a sentence that
 * lays a duty. Its days stand elsewhere, or nowhere. 任职期间, 公示期间 and the like are somebody's own
 * time and no place in the calendar.
 */

const NAMED = new RegExp(
  `^(?:\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[.、])?在?((?:(?!的)[一-鿿“”]){0,8}${any(
    `节 假日 假期 长假 [大两]会 运动会 博览会 交易会 展会 展览会? 论坛 奥运 亚运 赛事 高考 中考 汛 主汛 疫情 防控 整顿 整治 清理 攻坚 行动
     试点 过渡 普查 换届 旺季 采暖 供暖 高温 寒潮 台风 施工 活动 预警 响应 停电 停水 禁渔 禁牧 封山`,
  )}(?:举办|举行|召开|实施|开展|放假)?期间)$`,
);
/** What tells of such a time instead. */
const TOLD = /[了曾]|已(?!设|有的)|共[一-鿿]{0,4}\d|同比|增长|累计/;

/** Every such time, in text order. */
export function eventPeriods(text: string, from: number, to: number): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('期间,', from); at >= 0 && at < to; at = text.indexOf('期间,', at + 3)) {
    const end = at + 2;
    const first = Math.max(from, sentenceStart(text, at));
    const named = NAMED.exec(text.slice(first, end))?.[1];
    if (!named || TOLD.test(text.slice(end, sentenceEnd(text, end)))) continue;
    found.push({ kind: 'period', start: end - named.length, end });
  }
  return found;
}
