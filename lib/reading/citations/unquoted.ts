import { bodiesBefore } from './issuer.ts';
import type { DocNumber } from './numbers.ts';

const TITLE =
  /关于[^,。;:《》()〔〕\n]{4,90}的(?:通知|意见|决定|公告|通告|批复|复函|函|办法|规定|命令|报告|请示|通报|纪要|措施|方案|若干规定|实施意见|指导意见|若干意见|实施办法)(?:[(〔](?:试行|暂行)[)〕])?[(〔]$/;

/**
 * A title that stands without 《》 in front of its number's bracket: 国务院关于…的意见（国发〔2020〕7号）.
 *
 * @returns folded offsets and the title; null where the text before the number is no title
 */
export function titleBefore(
  text: string,
  number: DocNumber,
  least: number,
): { start: number; end: number; title: string } | null {
  const from = Math.max(least, number.start - 140);
  const found = TITLE.exec(text.slice(from, number.start));
  if (!found) return null;
  // The last 关于 that still makes a title: 关于转发…关于…的通知 keeps its first one.
  const start = bodiesBefore(text, from + found.index, from);
  const end = number.start - 1;
  return { start, end, title: text.slice(start, end) };
}
