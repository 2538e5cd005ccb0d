import type { Found } from './build.ts';
import { phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { indexNear, isHan, opening } from './scan.ts';

/**
 * A quoted term whose meaning follows: `“一链”即…`, `“三公里”就业圈，是以…`, and `所谓X，即…`.
 *
 * @param text folded text
 */
export function findSlogans(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('”'); at >= 0; at = text.indexOf('”', at + 1)) {
    const one = afterQuote(text, at);
    if (one) found.push(one);
  }
  return found;
}

function afterQuote(text: string, close: number): Found | null {
  let at = close + 1;
  while (at < close + 8 && isHan(text.charCodeAt(at)) && !'即是指'.includes(text.charAt(at))) at++;
  const comma = text.charAt(at) === ',';
  const verb = text.charAt(comma ? at + 1 : at);
  const named =
    verb === '是' && !comma && at === close + 1 && text.charAt(at + 1) !== '指' && isNamed(text, close);
  if (verb !== '即' && !named && !(comma && verb === '是' && text.charAt(at + 2) !== '指')) return null;
  // 即可, 即将, 即使 are other words.
  if (verb === '即' && '可将使便时日刻行'.includes(text.charAt((comma ? at + 1 : at) + 1))) return null;
  const open = opening(text, close, 40);
  if (open < 0 || close - open < 3) return null;
  // “十四五”时期，是…关键期 says nothing of the word.
  if (/^[一二三四五六七八九十]{1,3}五$/.test(text.slice(open + 1, close))) return null;
  const floor = phraseFloor(text, open);
  const so =
    text.slice(Math.max(floor, open - 3), open).startsWith('所谓') ||
    /所谓的?$/.test(text.slice(Math.max(0, open - 3), open));
  let from = (comma ? at + 1 : at) + 1;
  let end = definitionEnd(text, from);
  // “甲”即…，“乙”即…: what follows the comma says something else.
  if (!so) {
    const comma = indexNear(text, ',', from, end - from);
    if (verb === '即' && comma >= 0 && comma < end) end = comma;
  }
  // 即“…”: what is quoted whole is the meaning.
  if (
    text.charAt(from) === '“' &&
    text.charAt(end - 1) === '”' &&
    indexNear(text, '”', from, end - from) === end - 1
  ) {
    from++;
    end--;
  }
  if (end - from < 4) return null;
  return {
    kind: so || named ? 'definition' : 'gloss',
    term: { start: open + 1, end: close },
    definition: { start: from, end },
    clause: { start: Math.max(floor, open - 3), end },
  };
}

/** 本办法中的“X”是…: the words before the quotation say that the text speaks of its own word. */
function isNamed(text: string, close: number): boolean {
  const open = opening(text, close, 40);
  return open > 0 && /本[^,。;]{1,8}(?:中|里|所称|所指)的?$/.test(text.slice(Math.max(0, open - 14), open));
}
