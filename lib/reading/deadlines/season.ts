import { any } from './patterns.ts';
import { type Found, sentenceEnd, sentenceStart } from './sight.ts';

/** 春节前兑现工资, 汛期前完成修复: a limit that a feast or a season sets. Its day is in no text. */

const SEASON = new RegExp(
  `${any(
    `春节 元旦 清明节 “五一” 端午节 中秋节 国庆节? “十一” 主?汛期 采暖[期季] 供暖[期季] 入冬 新?学期 秋季学期 春季学期 新学年 中考 高考`,
  )}(?:假期|长假)?(?:到来|来临|开始|开学)?$`,
);
const LONGEST = 12;
/** Their last characters: most 前 stand behind others. */
const LAST = '节旦”庆期季冬年考来临始学';
/** The year in front of it. */
const YEAR = /(?:20\d\d年|今年|明年)$/;
const ACT = new RegExp(
  `^(?:,[^,。;]{0,12}?)?(?:要|须|应当?|必须|务必|将|全面|基本|全部|力争|确保|争取|集中|足额|一律){0,3}${any(
    `完成 兑现 启动 整改 消除 发放 开展 组织 建成 投用 投入 清理 结清 支付 落实 拆除 修复 恢复 排查 解决 备足 做好 制定 上报 报送 公布 提交`,
  )}`,
);
const TOLD = /[了曾]|已(?!设|有的)|以来/;

/** Every such limit, in text order. */
export function seasonLimits(text: string, from: number, to: number): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('前', from); at >= 0 && at < to; at = text.indexOf('前', at + 1)) {
    const last = text.charAt(at - 1) === '之' ? at - 1 : at;
    if (!LAST.includes(text.charAt(last - 1))) continue;
    const season = SEASON.exec(text.slice(Math.max(from, last - LONGEST), last));
    if (!season) continue;
    const start = last - season[0].length;
    const end = at + 1;
    const tail = text.slice(end, sentenceEnd(text, end));
    if (!ACT.test(tail) || TOLD.test(tail.slice(0, 24))) continue;
    const head = text.slice(Math.max(from, sentenceStart(text, start)), start);
    if (TOLD.test(head.slice(head.lastIndexOf(',') + 1))) continue;
    found.push({ kind: 'due', start: start - (YEAR.exec(head)?.[0].length ?? 0), end });
  }
  return found;
}
