import { readLabel } from '../outline/labels.ts';
import type { Found } from './build.ts';
import { behindLabel, phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { indexNear, LONGEST_SENTENCE } from './scan.ts';
import { termIn } from './term.ts';

/** 所称X，包括…, 所称X为…: says what X is. 是指 is read elsewhere, 为了 and 是否 are other words. */
const COPULA = /^(?:,?(?:主要)?(?:包括|包含)|,?是(?![指否])|,?为(?![了])|,?即(?!指))/;
/** Statutes say what a body is by the kind of organisation: 协会是…自律性组织. */
const BODY = /(?:自律性?|群众性(?:自治)?|行业性|自治|社会|社团|公益)(?:组织|团体|法人)$/;
/** The caption of an article that defines: there X是… is a definition too. */
const DEFINING = /^\((?:[^()]{0,10})(?:定义|含义|用语|术语|概念)\)/;
const LONGEST_TERM = 30;
const LONGEST_ARTICLE = 4000;

/**
 * Definitions with a bare copula, where the sentence shows otherwise that it defines: `所称X，包括…`,
 * `所称X为…`, `所谓X，就是…`, `X是…自律性组织`, and `X是…` in an article with the caption 定义.
 *
 * @param text folded text
 */
export function findCopulas(text: string): Found[] {
  const found: Found[] = [];
  const push = (one: Found | null) => {
    if (one) found.push(one);
  };
  for (let at = text.indexOf('所'); at >= 0; at = text.indexOf('所', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '称' || next === '谓') push(calledThing(text, at, at + 2));
  }
  for (let at = text.indexOf('组织'); at >= 0; at = text.indexOf('组织', at + 2)) push(bodyOf(text, at + 2));
  for (let at = text.indexOf('团体'); at >= 0; at = text.indexOf('团体', at + 2)) push(bodyOf(text, at + 2));
  for (let at = text.indexOf('条('); at >= 0; at = text.indexOf('条(', at + 2))
    definingArticle(text, at + 1, found);
  return found;
}

/** 本办法所称X，包括…; 所谓X，就是…. */
function calledThing(text: string, at: number, from: number): Found | null {
  const stop = copulaAfter(text, from);
  if (!stop) return null;
  const term = termIn(text, from, stop.at);
  if (!term) return null;
  const start = stop.at + (stop.word.includes('包') ? (stop.word.startsWith(',') ? 1 : 0) : stop.word.length);
  const end = definitionEnd(text, start);
  if (end - start < 3) return null;
  return {
    kind: 'definition',
    term,
    definition: { start, end },
    clause: { start: phraseFloor(text, at), end: Math.min(text.length, end + 1) },
  };
}

/** The first copula after `from`, before any other mark. */
function copulaAfter(text: string, from: number): { at: number; word: string } | null {
  const last = Math.min(text.length, from + LONGEST_TERM);
  for (let i = from, quoted = 0; i < last; i++) {
    const char = text.charAt(i);
    if (char === '“') quoted++;
    // The quotation that holds 所称 ends: “前款所称的渡口”修改为….
    else if (char === '”' && --quoted < 0) return null;
    if (i === from) continue;
    if (char === '指' || '。;:\n'.includes(char)) return null;
    if (!',主包是为即'.includes(char)) continue;
    // 行为, 作为, 认为 hold no copula.
    if (char === '为' && '行作认成人以视列'.includes(text.charAt(i - 1))) continue;
    const word = COPULA.exec(text.slice(i, i + 6));
    if (word) return { at: i, word: word[0] };
    if (text.startsWith(',就是', i) || text.startsWith(',也就是', i))
      return { at: i, word: text.startsWith(',就是', i) ? ',就是' : ',也就是' };
    if (char === ',') return null;
  }
  return null;
}

/** 依法成立的X是…自律性组织。 */
function bodyOf(text: string, end: number): Found | null {
  if (!BODY.test(text.slice(end - 8, end)) || !/[,。;\n]/.test(text.charAt(end) || '\n')) return null;
  const start = phraseFloor(text, end);
  const is = indexNear(text, '是', start, Math.min(40, end - start));
  if (is < 0 || end - is < 6) return null;
  const lead = /^依法(?:成立|设立|登记)的/.exec(text.slice(start, is));
  const from = start + (lead ? lead[0].length : 0);
  const term = termIn(text, from, is);
  // The sentence must be about the body itself, at its start.
  if (!term || term.start !== from || is - from < 3) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: is + 1, end },
    clause: { start, end: Math.min(text.length, end + 1) },
  };
}

/** The sentences of an article with the caption 定义 that start with X是. */
function definingArticle(text: string, caption: number, found: Found[]): void {
  const head = DEFINING.exec(text.slice(caption, caption + 20));
  if (!head) return;
  const last = Math.min(text.length, caption + LONGEST_ARTICLE);
  for (let at = caption + head[0].length; at < last; ) {
    const line = text.charAt(at) === '\n' ? at + 1 : at;
    const label = readLabel(text.slice(line, line + 20), () => true);
    if (label && (label.kind === 'article' || label.kind === 'chapter')) return;
    const start = behindLabel(text, line, last);
    const end = definitionEnd(text, start);
    const is = indexNear(text, '是', start, LONGEST_TERM);
    if (is > start + 1 && !'指否'.includes(text.charAt(is + 1)) && text.slice(is, end).includes('的')) {
      const term = termIn(text, start, is);
      if (term && term.start === start && end - is < LONGEST_SENTENCE) {
        const definition = { start: is + 1, end };
        found.push({
          kind: 'definition',
          term,
          definition,
          clause: { start, end: Math.min(text.length, end + 1) },
        });
      }
    }
    at = Math.max(end + 1, at + 1);
    if (text.charAt(at - 1) === '\n') at--;
    if (at <= line) at = line + 1;
  }
}
