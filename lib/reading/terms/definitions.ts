import type { Found } from './build.ts';
import { phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { closing, isCloser, lastIndexNear, opening } from './scan.ts';

/** 指导, 指标 …: words in which 指 is not "means". */
const NOT_MEANS = new Set('导定挥派引向示出数标明认责令望点使控针南纹战'.split(''));
/** What stands between a term and 是指 without being part of it. */
const ADVERB = /(?:主要|通常|一般|具体|均|仅|专|特|系|即|都|就|则|实际上?|本质上?)+$/;
const PRONOUN = /^(?:这|那|此|其|它|该|他|她|也|并|不|而|并不|不仅|即|就|都|这里|这个|重点|目的|意思|关键)?$/;
/** A term does not hold these: then the words before 是指 are a sentence of their own. */
const SENTENCE = /[,。;:!?\n]|是指|系指|应当|不得|可以/;
/** Before the term: 本办法所称的, 前款所称, 本规定中, 其中, 所谓的. */
const LEAD =
  /^(?:(?:其中|此外|另外)[,:]?)?(?:(?:本|该|前|上)(?:实施细则|实施办法|实施方案|若干措施|若干政策|指导意见|暂行办法|暂行规定|管理办法|行动方案|政策措施|办法|规定|方案|通知|意见|细则|条例|措施|计划|政策|预案|规程|导则|要点|公告|通告|决定|标准|规范|指南|规则|制度|文件|章程|目录|法|条|款|章|节|项|文|市|省)?(?:第[一二三四五六七八九十\d]+[条款项])*(?:中|里|内)?[,]?)?(?:所称|所指|所谓|提到|提及|涉及)?的?(?:下列用语)?/;
const LONGEST_TERM = 40;

/**
 * Definitions with 是指: `本办法所称X，是指…。`, `X是指…`, `X系指…`, `X，指…`, `“X”是指…`, `X是一种…，指…`,
 * `所称A，是指…；所称B，是指…`, with a numbered list over several paragraphs.
 *
 * @param text folded text
 */
export function findMeanings(text: string): Found[] {
  const found: Found[] = [];
  let floor = 0;
  for (let at = text.indexOf('指'); at >= 0; at = text.indexOf('指', at + 1)) {
    if (NOT_MEANS.has(text.charAt(at + 1))) continue;
    const before = text.charAt(at - 1);
    let end: number;
    if (before === '是' || before === '系' || before === '即') end = at - 1;
    else if (before === ',' || before === ':' || before === '”') end = at;
    else if (text.charAt(at - 2) === '的' || !startsTerm(text, at, floor)) continue;
    else end = at;
    const last = found[found.length - 1];
    const one = meaning(text, end, at + 1, floor, before, last);
    // A term does not reach back over the 是指 of another.
    floor = at;
    if (one) found.push(one);
  }
  return found;
}

/** `（一）X指Y` without 是: only right behind an item's number, a short X. */
function startsTerm(text: string, at: number, floor: number): boolean {
  const start = phraseFloor(text, at, floor);
  const words = text.slice(start, at);
  return (
    words.length >= 2 && words.length <= 24 && /所称|^本[^,]{1,6}中/.test(words) && !SENTENCE.test(words)
  );
}

function meaning(
  text: string,
  end: number,
  from: number,
  floor: number,
  before: string,
  last: Found | undefined,
): Found | null {
  let stop = end;
  if (text.charAt(stop - 1) === ',' || text.charAt(stop - 1) === ':') stop--;
  const start = phraseFloor(text, stop, floor);
  if (stop <= start || stop - start > 160) return null;
  let words = text.slice(start, stop);
  let definitionFrom = from;
  // X是Y的一种…，指Z: the meaning starts with Y.
  if (before === ',') {
    const kind = /^([^,是]{2,24})是([^,]{2,40})$/.exec(words);
    if (kind) {
      words = kind[1] ?? '';
      definitionFrom = start + words.length + 1;
    } else if (/[,]/.test(words) && !/所称/.test(words)) return null;
  }
  const term = termIn(text, start, start + words.length);
  if (!term) return null;
  if (last && term.start < last.definition.end && !cutShort(text, last, term.start)) return null;
  const definitionTo = definitionEnd(text, definitionFrom);
  if (definitionTo - definitionFrom < 2) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: definitionFrom, end: definitionTo },
    clause: {
      start,
      end: Math.min(text.length, definitionTo + ('。;'.includes(text.charAt(definitionTo)) ? 1 : 0)),
    },
  };
}

/**
 * `甲，是指…，乙是指…`: the second definition ends the first at the comma between them. Returns whether
 * the second starts a clause at all; what is only said within the first is no definition.
 */
function cutShort(text: string, first: Found, start: number): boolean {
  const comma = lastIndexNear(text, ',', start, Math.max(first.definition.start + 1, start - 8));
  if (comma >= 0) {
    first.definition.end = comma;
    first.clause.end = comma;
    return true;
  }
  // Behind a sentence's end or an item's number.
  return '\n;。).、'.includes(text.charAt(start - 1));
}

/**
 * The term in the words before 是指: without what leads up to it, without an explaining bracket, and
 * without the quotation marks.
 */
export function termIn(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  const called = lastIndexNear(text, '所称', end, start);
  if (called >= start) start = called;
  // 在…中，X是指: the term stands behind the last comma.
  const comma = lastComma(text, start, end);
  if (comma >= 0) start = comma + 1;
  const lead = LEAD.exec(text.slice(start, end));
  if (lead && lead[0].length < end - start) start += lead[0].length;
  const adverb = ADVERB.exec(text.slice(start, end));
  if (adverb && adverb[0].length < end - start) end -= adverb[0].length;
  if (text.charAt(end - 1) === ',') end--;
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
  return /称|^(?:含|包括|即)/.test(content) || content.length > 6 || /^[A-Za-z]/.test(content) ? open : end;
}

/** “X”是指, “X”模式是指: the term is what is quoted, where the sentence begins with it. */
function quotedTerm(text: string, start: number, end: number): { start: number; end: number } | null {
  if (text.charAt(start) !== '“') return null;
  const close = closing(text, start, LONGEST_TERM);
  if (close < 0 || close >= end || end - close > 9 || close - start < 2) return null;
  // “甲”“乙” or “甲”和“乙” are not one term.
  return text.slice(close + 1, end).includes('“') ? null : { start: start + 1, end: close };
}
