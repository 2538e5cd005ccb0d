import { closing, isCloser, lastIndexNear, opening } from './scan.ts';

/** What stands between a term and 是指 without being part of it. */
/** 含义：（一）公厕，是指…；（二）…: items that run on in one paragraph. */
const ITEM = /^(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])/;
const ADVERB = /(?:主要|通常|一般|具体|均|仅|专|特|系|即|都|就|则|实际上?|本质上?)+$/;
const PRONOUN = /^(?:这|那|此|其|它|该|他|她|也|并|不|而|并不|不仅|即|就|都|这里|这个|重点|目的|意思|关键)?$/;
/** A term does not hold these: with them the words before 是指 are a sentence of their own. */
export const SENTENCE = /[,。;:!?\n]|是指|系指|应当|不得|可以/;
/** Before the term: 本办法所称的, 前款所称, 本规定中, 其中, 所谓的. */
const LEAD =
  /^(?:(?:其中|此外|另外)[,:]?)?(?:(?:本|该|前|上)(?:实施细则|实施办法|实施方案|若干措施|若干政策|指导意见|暂行办法|暂行规定|管理办法|行动方案|政策措施|办法|规定|方案|通知|意见|细则|条例|措施|计划|政策|预案|规程|导则|要点|公告|通告|决定|标准|规范|指南|规则|制度|文件|章程|目录|法|条|款|章|节|项|文|市|省)(?:第[一二三四五六七八九十\d]+[条款项])*(?:中|里|内)?[,]?)?(?:所称|所指|所谓|所列|规定|提到|提及|涉及)?的?(?:下列用语)?(?:(?:上述|此处|这里|文中|表中|以上|该)(?:所称)?的?)?/;
const LONGEST_TERM = 40;

/** Words about a term that are none of its own: X的含义是指, X一词是指. */
/** 甲，又称乙，是指…: another name of the term. */
const ALSO_CALLED = /,(?:又|也|亦|或)(?:称|称为|称作|叫|名)[^,。;]{1,24},?$/;
const ABOUT = /(?:的(?:含义|意思|定义|概念)|一词|一语)$/;

/**
 * The term in the words before 是指: without what leads up to it, without an explaining bracket, and
 * without the quotation marks.
 */
export function termIn(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  const called = Math.max(lastIndexNear(text, '所称', end, start), lastIndexNear(text, '所指', end, start));
  if (called >= start) start = called;
  const other = ALSO_CALLED.exec(text.slice(start, end));
  if (other) end = start + other.index;
  // 在…中，X是指: the term stands behind the last comma.
  const comma = lastComma(text, start, end);
  if (comma >= 0) start = comma + 1;
  const label = ITEM.exec(text.slice(start, Math.min(end, start + 5)));
  if (label && label[0].length < end - start) start += label[0].length;
  const lead = LEAD.exec(text.slice(start, end));
  if (lead && lead[0].length < end - start) start += lead[0].length;
  const adverb = ADVERB.exec(text.slice(start, end));
  if (adverb && adverb[0].length < end - start) end -= adverb[0].length;
  if (text.charAt(end - 1) === ',') end--;
  const about = ABOUT.exec(text.slice(start, end));
  if (about) end -= about[0].length;
  end = withoutBracket(text, start, end);
  const quoted = quotedTerm(text, start, end);
  if (quoted) return quoted;
  const words = text.slice(start, end);
  if (words.length > LONGEST_TERM || words.length < 1 || PRONOUN.test(words) || SENTENCE.test(words))
    return null;
  if (/^[”)》〉]|[“(《〈的]$/.test(words)) return null;
  return { start, end };
}

function lastComma(text: string, start: number, end: number): number {
  for (let i = end - 2; i >= start; i--) {
    if (isCloser(text, i)) {
      const open = opening(text, i);
      if (open >= start) i = open;
    } else if (text.charAt(i) === ',' || text.charAt(i) === ':') return i;
  }
  return -1;
}

/** X（以下简称Y）是指, X（英文）是指: the bracket explains; but 停车场（库） is a name with its bracket. */
function withoutBracket(text: string, start: number, end: number): number {
  if (text.charAt(end - 1) !== ')') return end;
  const open = opening(text, end - 1);
  if (open <= start) return end;
  const content = text.slice(open + 1, end - 1);
  return /称|^(?:含|不含|包括|不包括|即)/.test(content) || content.length > 6 || /^[A-Za-z]/.test(content)
    ? open
    : end;
}

/** “X”是指, “X”模式是指: the term is what is quoted, where the sentence begins with it. */
function quotedTerm(text: string, start: number, end: number): { start: number; end: number } | null {
  if (text.charAt(start) !== '“') return null;
  const close = closing(text, start, LONGEST_TERM);
  if (close < 0 || close >= end || end - close > 9 || close - start < 2) return null;
  // “甲”“乙” or “甲”和“乙” are not one term.
  return text.slice(close + 1, end).includes('“') ? null : { start: start + 1, end: close };
}
