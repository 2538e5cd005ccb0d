import type { Found } from './build.ts';
import { copula } from './genus.ts';
import { phraseFloor } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { lastIndexNear } from './scan.ts';
import { SENTENCE, termIn } from './term.ts';

/** 指导, 指标 …: words in which 指 is not "means". */
const NOT_MEANS = new Set('导定挥派引向示出数标明认责令望点使控针南纹战'.split(''));
/**
 * Definitions with 是指: `本办法所称X，是指…。`, `X是指…`, `X系指…`, `X，指…`, `“X”是指…`, `X指的是…`,
 * `X是一种…，指…`,
 * `所称A，是指…；所称B，是指…`, with a numbered list over several paragraphs.
 *
 * @param text folded text
 */
export function findMeanings(text: string): Found[] {
  const found: Found[] = [];
  let floor = 0;
  for (let at = text.indexOf('指'); at >= 0; at = text.indexOf('指', at + 1)) {
    const before = text.charAt(at - 1);
    if (NOT_MEANS.has(text.charAt(at + 1)) && !isMeans(text, at, before)) continue;
    let end: number;
    let from = at + 1;
    if (before === '是' || before === '系' || before === '即') end = at - 1;
    else if (text.startsWith('的是', from) && text.charAt(at + 3) !== '指') {
      end = at;
      from += 2;
    } else if (before === ',' || before === ':' || before === '”') end = at;
    else if (text.charAt(at - 2) === '的' || !startsTerm(text, at, floor)) continue;
    else end = at;
    const last = found[found.length - 1];
    const one = meaning(text, end, from, floor, before, last);
    // A term does not reach back over the 是指 of another.
    floor = at;
    if (one) found.push(one);
  }
  return found;
}

/** X，是指向境外出口的…, 本办法所称X是指定点…: behind ，是 every 指 means; 向 takes a place with it. */
function isMeans(text: string, at: number, before: string): boolean {
  return (
    (before === '是' || before === '系') && (text.charAt(at - 2) === ',' || text.charAt(at + 1) === '向')
  );
}

/** `（一）X指Y` without 是: only right behind an item's number, a short X. */
function startsTerm(text: string, at: number, floor: number): boolean {
  const start = phraseFloor(text, at, floor);
  const words = text.slice(start, at);
  if (words.length < 2 || words.length > 24 || SENTENCE.test(words)) return false;
  if (/所称|^本[^,]{1,6}中/.test(words)) return true;
  // 绿色债券指…的债券: a short word at the beginning of a sentence, and what sort of thing it is.
  return words.length <= 12 && copula(text, { start, end: at }, at + 1, false) !== null;
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
  // X是Y的一种…，指Z: the meaning starts with Y. X是Y，是指Z: it is Z.
  const kind = stop < end ? /^([^,是]{2,24})是([^,]{2,40})$/.exec(words) : null;
  if (kind) {
    words = kind[1] ?? '';
    if (before === ',') definitionFrom = start + words.length + 1;
  } else if (before === ',' && words.includes(',') && !words.includes('所称')) return null;
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
