import type { Found } from './build.ts';
import { termIn } from './definitions.ts';
import { phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { closing, indexNear, lastIndexNear, sentenceEnd } from './scan.ts';

const SUBJECT = /^(?:(?:本|该)[^,]{1,6}(?:中|内|里)[,]?)?(?:将|把|对)?/;
const NOT_CALLED = new Set([
  '被',
  '誉',
  '号',
  '人',
  '堪',
  '俗',
  '自',
  '可',
  '简',
  '统',
  '合',
  '总',
  '下',
  '职',
  '名',
  '宣',
]);
/** 所称X，包括…: says what X is, as long as no rule follows. */
const COPULA = /^(?:包括|包含|是(?!指|否)|为|即(?!指))/;

/** Statutes say what a body is by the kind of organisation: 协会是…自律性组织. */
const BODY = /(?:自律性?|群众性(?:自治)?|行业性|自治|社会|社团|公益)(?:组织|团体|法人)/;

/**
 * Names given by a verb: `实施监督的部门称为监督机关`.
 *
 * @param text folded text
 */
export function findCalled(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('称'); at >= 0; at = text.indexOf('称', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '为' || (next === '之' && text.charAt(at + 2) === '为') || next === '作') {
      const one = calledName(text, at, at + (next === '之' ? 3 : 2));
      if (one) found.push(one);
    } else if (text.charAt(at - 1) === '所') {
      const one = calledThing(text, at + 1);
      if (one) found.push(one);
    }
  }
  for (let at = text.indexOf('是'); at >= 0; at = text.indexOf('是', at + 1)) {
    const one = text.charAt(at + 1) === '指' ? null : bodyOf(text, at);
    if (one) found.push(one);
  }
  return found;
}

/** 依法成立的X是…自律性组织。 */
function bodyOf(text: string, at: number): Found | null {
  const stop = text.slice(at + 1, at + 60).search(/[,。;\n]/);
  if (stop < 4) return null;
  const end = at + 1 + stop;
  const start = phraseFloor(text, at);
  if (at - start > 40 || !BODY.test(text.slice(end - 7, end))) return null;
  const words = text.slice(start, at);
  const lead = /^依法(?:成立|设立|登记)的/.exec(words);
  const from = start + (lead ? lead[0].length : 0);
  const term = termIn(text, from, at);
  // The sentence must be about the body itself, at its start.
  if (!term || term.start !== from || at - from < 3) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: at + 1, end },
    clause: { start, end: Math.min(text.length, end + 1) },
  };
}

function calledName(text: string, at: number, from: number): Found | null {
  if (NOT_CALLED.has(text.charAt(at - 1))) return null;
  const floor = phraseFloor(text, at);
  let start = floor;
  const comma = lastIndexNear(text, ',', at, floor);
  if (comma >= start) start = comma + 1;
  start += (SUBJECT.exec(text.slice(start, at)) ?? [''])[0].length;
  if (at - start < 4) return null;
  const open = text.charAt(from);
  let termStart = from;
  let termEnd: number;
  if (open === '“' || open === '《') {
    termEnd = closing(text, from, 32);
    termStart++;
  } else {
    termEnd = from;
    while (termEnd < text.length && termEnd - from <= 20 && !/[,。;:、)(\n“”]/.test(text.charAt(termEnd)))
      termEnd++;
    if (termEnd - from > 20) return null;
  }
  if (termEnd - termStart < 2) return null;
  return {
    kind: 'definition',
    term: { start: termStart, end: termEnd },
    definition: { start, end: at },
    clause: { start: floor, end: Math.min(text.length, sentenceEnd(text, termEnd) + 1) },
  };
}

/** 本办法所称X，包括… and 所称X，为…, where 是指 is not said. */
function calledThing(text: string, from: number): Found | null {
  const start = phraseFloor(text, from);
  const comma = indexNear(text, ',', from, 48);
  if (comma < 0 || comma - from > 40) return null;
  const words = text.slice(from, comma);
  if (/[。;:\n]|是指|系指/.test(words)) return null;
  const copula = COPULA.exec(text.slice(comma + 1, comma + 4));
  if (!copula) return null;
  const term = termIn(text, from, comma);
  if (!term) return null;
  const definitionStart = comma + 1 + (copula[0].startsWith('包') ? 0 : copula[0].length);
  const end = definitionEnd(text, definitionStart);
  if (end - definitionStart < 3) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: definitionStart, end },
    clause: { start, end: Math.min(text.length, end + 1) },
  };
}
