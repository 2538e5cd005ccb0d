import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { foreignName, headNoun } from './nouns.ts';
import { phraseFloor } from './phrase.ts';
import { closing, isHan, opening } from './scan.ts';

const INCLUDING = /^(?:含|包括|包含)(?!但不限于)/;
/** A foreign abbreviation: letters, at least one; numbers of standards and file types are none. */
const FOREIGN = /^[A-Za-z][A-Za-z0-9&+\-/.]{1,14}$/;
const FOREIGN_LAST = /^[A-Za-z][A-Za-z ,.&'’-]*,(?:简称|缩写为?)?([A-Z][A-Za-z0-9&-]{1,9})$/;
const NO_TERM =
  /^(?:(?:ISO|IEC|GB|DB|HJ|JGJ|CJJ|JR|YY|NY|TB)[\d/T-]|(?:pdf|docx?|xlsx?|pptx?|zip|rar|wps|ofd|jpe?g|png|mp\d|html?|Trial|Revised|Issue|No)\b|[A-Za-z]\d{1,3}$|V?\d)/i;
/** What stands in brackets without explaining: versions, places, references, who answers for it. */
const ASIDE =
  /^(?:试行|暂行|修订|修正|草案|征求意见|送审|附件|附表|附录|详见|见|参见|参照|以下|下同|不含|含$|共\d|第[一二三四五六七八九十\d]+|任务|责任|牵头|配合|完成|时限|原|暂|注|摘|节选|略|略|如|例如|另|总第|上接|下转|由|自|\d{4}年?|\d+[-~至]\d+)|(?:除外|负责|牵头|配合|号|版|稿|另行.*|合并计算|执行|规定|为准)$/;

/**
 * Brackets that explain the words before them: scope (`企业（含个体工商户，下同）`), glosses of slogans
 * (`“五个一批”（关闭一批、…）`), of foreign abbreviations (`技术与创新支持中心（TISC）`, `MPW（多项目晶圆）`) and of
 * a name by its longer or shorter form. Brackets with 以下简称 are read elsewhere.
 *
 * @param text folded text
 */
export function findBrackets(text: string): Found[] {
  const found: Found[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const first = text.charCodeAt(open + 1);
    const before = text.charCodeAt(open - 1);
    // Numbers of items, and brackets at a line's start, explain nothing.
    if (!(before > 0x2f) || first === 0x28 || text.charAt(open + 2) === ')') continue;
    const close = closing(text, open, 240);
    if (close < 0) continue;
    const one = readBracket(text, open, close);
    if (one) found.push(one);
  }
  return found;
}

function readBracket(text: string, open: number, close: number): Found | null {
  const content = text.slice(open + 1, close);
  if (content.includes('称')) return null;
  if (INCLUDING.test(content)) return scope(text, open, close, content);
  const same = /[,;]下同$/.exec(content);
  if (same) return scope(text, open, close, content);
  if (ASIDE.test(content)) return null;
  const before = text.charAt(open - 1);
  if (before === '”') return slogan(text, open, close);
  const foreign = foreignIn(content);
  if (foreign) return abbreviation(text, open, close, foreign);
  if (/[A-Za-z]/.test(before)) return foreignBefore(text, open, close, content);
  if (isHan(before.charCodeAt(0)) && content.length >= 4) return longerOrShorter(text, open, close, content);
  return null;
}

function found(kind: 'scope' | 'gloss', term: Span, definition: Span, close: number): Found {
  const start = Math.min(term.start, definition.start);
  return { kind, term, definition, clause: { start, end: close + 1 } };
}

/** 企业（含个体工商户、农民专业合作社，下同）: the term is the noun before the bracket. */
function scope(text: string, open: number, close: number, content: string): Found | null {
  const words = content.replace(/[,;]?下同$/, '');
  // 28纳米（含） and 总投资（含增资） limit a number, they define no word.
  if (words.length < 4 || /\d[\u4e00-\u9fff%℃]{0,3}$/.test(text.slice(Math.max(0, open - 5), open)))
    return null;
  const start = headNoun(text, open, phraseFloor(text, open));
  if (start < 0 || open - start < 2 || open - start > 30) return null;
  return found('scope', { start, end: open }, { start: open + 1, end: open + 1 + words.length }, close);
}

/** “五个一批”（关闭一批、搬迁一批…）. */
function slogan(text: string, open: number, close: number): Found | null {
  const start = opening(text, open - 1, 40);
  if (start < 0 || open - 1 - (start + 1) < 2 || close - open < 5) return null;
  const definition = { start: open + 1, end: close };
  if (text.charAt(definition.start) === '即') definition.start++;
  const quoted = text.charAt(definition.start) === '“' && closing(text, definition.start) === close - 1;
  if (quoted) {
    definition.start++;
    definition.end--;
  }
  return found('gloss', { start: start + 1, end: open - 1 }, definition, close);
}

function foreignIn(content: string): { from: number; length: number } | null {
  if (FOREIGN.test(content) && !NO_TERM.test(content)) return { from: 0, length: content.length };
  const last = FOREIGN_LAST.exec(content);
  return last ? { from: content.length - (last[1] ?? '').length, length: (last[1] ?? '').length } : null;
}

/** 技术与创新支持中心（TISC）: the abbreviation is the term, the name before it what it means. */
function abbreviation(
  text: string,
  open: number,
  close: number,
  foreign: { from: number; length: number },
): Found | null {
  const term = { start: open + 1 + foreign.from, end: open + 1 + foreign.from + foreign.length };
  let end = open;
  let start: number;
  const before = text.charAt(open - 1);
  if (before === '》' || before === '”') {
    start = opening(text, open - 1) + 1;
    end--;
  } else {
    if (!isHan(before.charCodeAt(0))) return null;
    start = foreignName(text, open, phraseFloor(text, open), text.slice(term.start, term.end));
  }
  if (start < 0 || end - start < 2) return null;
  return found('gloss', term, { start, end }, close);
}

/** MPW（多项目晶圆）. */
function foreignBefore(text: string, open: number, close: number, content: string): Found | null {
  let start = open;
  while (start > 0 && /[A-Za-z0-9&+\-/.]/.test(text.charAt(start - 1)) && open - start < 16) start--;
  while (start < open && !/[A-Za-z0-9]/.test(text.charAt(start))) start++;
  const word = text.slice(start, open);
  if (!FOREIGN.test(word) || NO_TERM.test(word) || content.length < 3 || content.length > 40) return null;
  if (!isHan(content.charCodeAt(0)) || /[。;:]/.test(content)) return null;
  return found('gloss', { start, end: open }, { start: open + 1, end: close }, close);
}

/** 社会治理中心（社会治安综合治理中心）: one holds the other's characters in order, and both end alike. */
function longerOrShorter(text: string, open: number, close: number, content: string): Found | null {
  if (content.length > 40 || /[、,。;:]/.test(content) || !text.startsWith(content.slice(-2), open - 2))
    return null;
  const start = headNoun(text, open, phraseFloor(text, open));
  if (start < 0) return null;
  const before = text.slice(start, open);
  if (before.length === content.length) return null;
  const inside = { start: open + 1, end: close };
  const outside = { start, end: open };
  if (before.length < content.length)
    return holds(content, before) ? found('gloss', outside, inside, close) : null;
  if (!holds(before, content)) return null;
  return found('gloss', inside, outside, close);
}

/** Whether `long` holds the characters of `short` in order. */
function holds(long: string, short: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}
