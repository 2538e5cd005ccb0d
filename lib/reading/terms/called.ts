import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { closing, indexNear, lastIndexNear, sentenceEnd } from './scan.ts';
import { termIn } from './term.ts';

/** What may stand before the thing that gets a name: 本办法中, 将. */
const SUBJECT = /^(?:(?:本|该)[^,]{1,6}(?:中|内|里),?)?(?:将|把|对)?/;
/** Before 称为 these make other verbs (誉称为, 自称为) or belong to 简称为, which is read elsewhere. */
const NOT_CALLED = new Set('被誉号人堪俗自可简统合总下职名宣'.split(''));
const LONGEST_NAME = 20;

/**
 * Names given by a verb: `管理渡口的部门称为渡管机构`, `X定义为…`, `X是甲、乙的统称`.
 *
 * @param text folded text
 */
export function findCalled(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('称'); at >= 0; at = text.indexOf('称', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '为' || next === '作' || text.startsWith('之为', at + 1)) {
      push(found, calledName(text, at, at + (next === '之' ? 3 : 2)));
    } else if ('简统总合'.includes(text.charAt(at - 1)) && text.charAt(at - 2) === '的') {
      push(found, nameFor(text, at));
    }
  }
  for (let at = text.indexOf('定义为'); at >= 0; at = text.indexOf('定义为', at + 3))
    push(found, definedAs(text, at));
  return found;
}

function push(found: Found[], one: Found | null): void {
  if (one) found.push(one);
}

function calledName(text: string, at: number, from: number): Found | null {
  if (NOT_CALLED.has(text.charAt(at - 1))) return null;
  const floor = phraseFloor(text, at);
  const definition = { start: clauseStart(text, at, floor), end: at };
  const term = nameAt(text, from);
  if (!term || definition.end - definition.start < 4) return null;
  const end = Math.min(text.length, sentenceEnd(text, term.end) + 1);
  return { kind: 'definition', term, definition, clause: { start: floor, end } };
}

/** The start of the clause before `at`, without what leads up to its subject. */
function clauseStart(text: string, at: number, floor: number): number {
  const start = Math.max(floor, lastIndexNear(text, ',', at, floor) + 1);
  return start + (SUBJECT.exec(text.slice(start, at)) ?? [''])[0].length;
}

/** The name that starts at `from`: what is quoted, or what goes on to the next mark. */
function nameAt(text: string, from: number): Span | null {
  const open = text.charAt(from);
  if (open === '“' || open === '《') {
    const close = closing(text, from, LONGEST_NAME + 12);
    return close > from + 1 ? { start: from + 1, end: close } : null;
  }
  let end = from;
  while (end < text.length && end - from <= LONGEST_NAME && !/[,。;:、)(\n“”]/.test(text.charAt(end))) end++;
  return end - from >= 2 && end - from <= LONGEST_NAME ? { start: from, end } : null;
}

/** `X是甲、乙的统称。` */
function nameFor(text: string, at: number): Found | null {
  if (!/[,。;\n)]/.test(text.charAt(at + 1) || '\n')) return null;
  const floor = phraseFloor(text, at);
  const is = indexNear(text, '是', floor, Math.min(30, at - floor));
  if (is < 0 || at - 2 - (is + 1) < 4) return null;
  const term = termIn(text, floor, is);
  if (!term) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: is + 1, end: at - 2 },
    clause: { start: floor, end: at + 1 },
  };
}

/** `将X定义为…。` */
function definedAs(text: string, at: number): Found | null {
  const floor = phraseFloor(text, at);
  const term = termIn(text, clauseStart(text, at, floor), at);
  const end = definitionEnd(text, at + 3);
  if (!term || end - at < 7) return null;
  return {
    kind: 'definition',
    term,
    definition: { start: at + 3, end },
    clause: { start: floor, end: Math.min(text.length, end + 1) },
  };
}
