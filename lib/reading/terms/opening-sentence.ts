import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { copula } from './genus.ts';
import { formula, list, members } from './members.ts';
import { behindLabel } from './phrase.ts';
import { closing, isHan } from './scan.ts';
import { verbAt } from './words.ts';

/**
 * What a paragraph's first words are about may be defined by its first sentence without 是指:
 * `渡口联盟是由渡口经营者组成的协作平台`, `补贴金额=载客量×单价`, `渡运费用包括船票和保险费`.
 */

/** Longest run of words before the verb. */
const LONGEST_TERM = 24;
/** Words before 是 that are no term: pronouns, adverbs, ends of other words and sentences. */
const NO_TERM =
  /^(?:[这此该其它本我他那各]|目前|当前|近|今|同时|一|二|三|首先|其中|主要|如果|凡|对|在|以|为|从|由|将|把|如|若|根|按|与|和|及|或|并|也|又|不|未|可|应|但|因|所)|(?:特别|尤其|主要|首先|目的|原因|关键|重点|就|也|都|不|既|正|还|仍|仅|均|问题|核心|目标|前提|时期|方向|原则|重心|[要于使])$/;

/** Particles and words of duty: what stands before 是 is a sentence. */
const MODAL = /[的得了着]|应当|必须|不得|可以|能够|(?:应|须|将|可|能|(?<![协员学商大社])会)$/;

/**
 * Definitions, sums and lists at the beginning of a paragraph.
 *
 * @param text folded text
 * @returns one at most a paragraph; linear time
 */
export function findOpenings(text: string): Found[] {
  const found: Found[] = [];
  for (let line = 0; line >= 0 && line < text.length; ) {
    const next = text.indexOf('\n', line);
    const one = readLine(text, line, next < 0 ? text.length : next);
    if (one) found.push(one);
    line = next < 0 ? -1 : next + 1;
  }
  return found;
}

/** Characters that may carry the meaning: 是, 包, 为, =. */
function isVerb(char: string): boolean {
  return char === '是' || char === '包' || char === '为' || char === '=';
}

/** Whether the first clause of a line holds a word that may carry a meaning: most do not, which costs little. */
function mayDefine(text: string, line: number, end: number): boolean {
  const last = Math.min(end, line + 60);
  for (let i = line + 2; i < last; i++) {
    switch (text.charCodeAt(i)) {
      case 0x662f: // 是
        if (!'指否'.includes(text.charAt(i + 1))) return true;
        break;
      case 0x3d: // =
        return true;
      case 0x5305: // 包
        if ('括含'.includes(text.charAt(i + 1))) return true;
        break;
      case 0x4e3a: // 为
        if ('象式'.includes(text.charAt(i - 1))) return true;
        break;
      case 0x2c: // ,
        return text.charCodeAt(i + 1) === 0x662f;
      case 0x3002: // 。
        return false;
    }
  }
  return false;
}

function readLine(text: string, line: number, end: number): Found | null {
  if (end - line < 8 || !mayDefine(text, line, end)) return null;
  const start = behindLabel(text, line, end);
  const term = subjectAt(text, start, end);
  if (!term) return null;
  let at = term.end;
  const comma = text.charAt(at) === ',' && text.charAt(at + 1) === '是' ? 1 : 0;
  at += comma;
  switch (text.charAt(at)) {
    case '是':
      return copula(text, term, at + 1, comma === 1);
    case '为':
      return /对象$/.test(text.slice(term.start, term.end))
        ? list(text, term, at + 1)
        : formula(text, term, at + 1);
    case '=':
      return formula(text, term, at);
    default:
      return text.startsWith('括', at + 1) || text.startsWith('含', at + 1)
        ? members(text, term, at + 2)
        : null;
  }
}

/** The words from a sentence's beginning to its first verb of meaning, if they can be a term. */
function subjectAt(text: string, from: number, end: number): Span | null {
  let start = from;
  let i = from;
  const last = Math.min(end, from + LONGEST_TERM + 8);
  for (; i < last; i++) {
    const char = text.charAt(i);
    if (char === '“') {
      const close = closing(text, i, LONGEST_TERM);
      if (close < 0) return null;
      i = close;
      continue;
    }
    if (char === '(') {
      const close = closing(text, i, 12);
      if (close < 0) return null;
      i = close;
      continue;
    }
    if (isVerb(char) && i > from + 1 && !isOther(text, i)) break;
    if (char === ',' && text.charAt(i + 1) === '是') break;
    if (!isHan(char.charCodeAt(0)) && !/[A-Za-z0-9+]/.test(char)) return null;
  }
  if (i >= last) return null;
  const main = text.slice(i - 2, i) === '主要' ? 2 : 0;
  const term = { start, end: i - main };
  const words = text.slice(term.start, term.end);
  // “甲”参保对象: the words behind a name in quotation marks are the term where they are one by themselves.
  const object = /^“[^“”]+”([一-鿿]{2,8}对象)$/.exec(words)?.[1];
  if (object) start = term.end - object.length;
  if (object) return { start, end: term.end };
  if (/^“[^“”]+”$/.test(words)) return { start: term.start + 1, end: term.end - 1 };
  if (words.length < 2 || words.length > LONGEST_TERM) return null;
  // A sum may be that of anything: 应缴渡运费的金额=….
  if (text.charAt(i) === '=' || /公式$/.test(words)) return term;
  if (NO_TERM.test(words) || MODAL.test(words)) return null;
  return verbAt(text, term.start) && !words.endsWith('对象') ? null : term;
}

/** 行为, 作为, 认为, 承包: other words. 是否, 是指: read elsewhere, or no definition. */
function isOther(text: string, at: number): boolean {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (char === '为') return '行作认成人以视列称变改分因均分'.includes(before) || '了期'.includes(after);
  if (char === '包') return !'括含'.includes(after);
  return char === '是' && ('于但凡若或如只而'.includes(before) || '指否'.includes(after));
}
