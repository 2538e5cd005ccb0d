import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { listedNames } from './common-name.ts';
import { fullName } from './full-name.ts';
import { aligned } from './name-parts.ts';
import { headNoun } from './nouns.ts';
import { phraseFloor } from './phrase.ts';
import { closing, indexNear, isHan, opening } from './scan.ts';

/** The words before a short name, read backwards from 称: 以下简称, 下称, 以下分别统称 … */
const MARKER =
  /(?:(?:以下|下文|后文|本文|文中)?(?:均|又|也|亦|分别|并|统一|合并|或)?(?:简|统|合|总|并)|以下|下|下文)称$/;
/** A number, a date or a foreign name in the bracket before the short name is not part of the full name. */
const ASIDE = /^(?:[^,;]{0,20}[〔(]?\d{4}[〕)]?.{0,12}号|[\d.\-年月日]+|[A-Za-z][\w .&,'’-]*|英文.*)$/;
const INCLUDING = /^(?:含|包括|包含|不含|不包括)/;
const LONGEST_NAME = 30;

interface Marker {
  start: number;
  end: number;
  gathers: boolean;
  respectively: boolean;
}

/**
 * Short names: `全称（以下简称Y）`, `A、B（以下统称Y）`, `《…》（文号，以下简称《Y》）`, `区县（自治县，以下简称区县）`,
 * `X，以下简称Y`. The definition is the full name, the shortest phrase that makes sense.
 *
 * @param text folded text
 * @returns the short names, and where the same bracket also says what the full name includes, that
 *   scope. Linear: each candidate looks back and ahead a bounded stretch.
 */
export function findAbbreviations(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('称'); at >= 0; at = text.indexOf('称', at + 1)) {
    if (!'简统下合总并'.includes(text.charAt(at - 1))) continue;
    const marker = markerAt(text, at);
    if (marker) readMarker(text, marker, found);
  }
  return found;
}

function markerAt(text: string, at: number): Marker | null {
  const before = text.slice(Math.max(0, at - 8), at + 1);
  const match = MARKER.exec(before);
  if (!match) return null;
  let end = at + 1;
  while (end < text.length && '为作:是'.includes(text.charAt(end)) && end < at + 3) end++;
  return {
    start: at + 1 - match[0].length,
    end,
    gathers: /[统合总并]称$/.test(match[0]) || match[0].includes('统一'),
    respectively: match[0].includes('分别'),
  };
}

function readMarker(text: string, marker: Marker, found: Found[]): void {
  const names = readNames(text, marker.end);
  if (names.length === 0) return;
  const place = fullNamePlace(text, marker);
  if (!place) return;
  const last = names[names.length - 1] as Span;
  const clauseEnd = place.close >= 0 ? place.close + 1 : last.end;
  const floor = phraseFloor(text, place.end);
  const first = names[0] as Span;
  const gathers = marker.gathers || countsNames(text, first, place.end, floor);
  const titles = titlesBefore(text, place.end, gathers || marker.respectively || names.length > 1);
  names.forEach((name, i) => {
    const short = text.slice(name.start, name.end);
    let start: number;
    let end = place.end;
    const title = titles.length === names.length ? titles[i] : titles[0];
    if (title) {
      start = title.start;
      end = titles.length === names.length ? title.end : (titles[titles.length - 1] as Span).end;
    } else
      start = gathers
        ? listedNames(text, end, floor, short)
        : fullName(text, end, floor, short, !!place.extraEnd);
    if (
      start < 0 ||
      (!place.extraEnd && end - start < 2) ||
      (!place.extraEnd && text.slice(start, end) === short)
    )
      return;
    found.push({
      kind: 'abbreviation',
      term: name,
      definition: { start, end: place.extraEnd ?? end },
      clause: { start, end: Math.max(clauseEnd, name.end) },
      ...(place.extraEnd && place.close >= 0 ? { closeAt: place.close } : {}),
    });
  });
  if (place.scope) {
    const start = headNoun(text, place.end, floor);
    if (start >= 0)
      found.push({
        kind: 'scope',
        term: { start, end: place.end },
        definition: place.scope,
        clause: { start, end: clauseEnd },
      });
  }
}

/** 一行两会, 两部法规: a name that counts stands for all that is listed, even after 简称. */
function countsNames(text: string, name: Span, end: number, floor: number): boolean {
  const short = text.slice(name.start, name.end);
  if (!/^[一二两双三四五六七八九十]/.test(short)) return false;
  // 省、市、县三级（以下简称三级） ends with the name itself.
  return aligned(text, end, floor, short) < 0 || text.slice(floor, end).endsWith(short);
}

/** The names after the marker: with or without quotation marks, one or several (“甲”“乙”, “甲”或“乙”). */
function readNames(text: string, from: number): Span[] {
  const names: Span[] = [];
  let at = from;
  while (names.length < 6) {
    const name = readName(text, at);
    if (!name) break;
    names.push(name.span);
    at = name.next;
    const quoted = /^(?:[、,或和与及]|或者|以及)?[“《"‘]/.exec(text.slice(at, at + 4));
    if (!quoted) break;
    at += quoted[0].length - 1;
  }
  return names;
}

function readName(text: string, at: number): { span: Span; next: number } | null {
  const first = text.charAt(at);
  if (first === '“' || first === '《' || first === '‘' || first === '"') {
    const close =
      first === '"' ? indexNear(text, '"', at + 1, LONGEST_NAME + 2) : closing(text, at, LONGEST_NAME + 2);
    if (close <= at + 1 || close > at + LONGEST_NAME + 1) return null;
    // “《条例》”: the title's marks are none of the name's.
    const inner = text.charAt(at + 1) === '《' && text.charAt(close - 1) === '》' ? 1 : 0;
    const span = { start: at + 1 + inner, end: close - inner };
    return isName(text, span.start, span.end) ? { span, next: close + 1 } : null;
  }
  let end = at;
  while (end < text.length && end - at <= LONGEST_NAME && !/[)(,。;:、\n”“》]/.test(text.charAt(end))) end++;
  if (end - at > LONGEST_NAME || !isName(text, at, end)) return null;
  return { span: { start: at, end }, next: end };
}

function isName(text: string, start: number, end: number): boolean {
  if (end <= start) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code) || (code < 128 && /\w/.test(text.charAt(i)))) return !text.startsWith('简称', start);
  }
  return false;
}

interface Place {
  /** End of the full name. */
  end: number;
  /** The bracket's end, or -1 where the short name stands in no bracket. */
  close: number;
  /** End of a bracket's content that belongs to the full name: 区县（自治县. */
  extraEnd?: number;
  /** What the bracket says that the full name includes. */
  scope?: Span;
}

/** Where the full name ends, seen from the marker. */
function fullNamePlace(text: string, marker: Marker): Place | null {
  const before = text.charAt(marker.start - 1);
  if (before === '(')
    return { end: beforeAside(text, marker.start - 1), close: closing(text, marker.start - 1) };
  const open = before === ',' || before === ';' || before === '、' ? openBracket(text, marker.start - 1) : -1;
  if (open >= 0) {
    const close = closing(text, open);
    const content = text.slice(open + 1, marker.start - 1);
    const end = beforeAside(text, open);
    if (INCLUDING.test(content)) return { end, close, scope: { start: open + 1, end: marker.start - 1 } };
    if (ASIDE.test(content) || content.length > 6) return { end, close };
    return { end: open, close, extraEnd: marker.start - 1 };
  }
  if (before === ',') return { end: beforeAside(text, marker.start - 1), close: -1 };
  // Without a bracket or a comma only 以下简称 is clear: 简称 alone is also a noun.
  if (text.startsWith('以下', marker.start) && /[\u4e00-\u9fff》”)]/.test(before))
    return { end: marker.start, close: -1 };
  return null;
}

/** The bracket that is open at `at`, on the same line and near. */
function openBracket(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i >= Math.max(0, at - 120); i--) {
    const char = text.charAt(i);
    if (char === '\n' || char === '。') return -1;
    if (char === ')') depth++;
    else if (char === '(' && depth-- === 0) return i;
  }
  return -1;
}

/** Steps over a bracket with a number or a foreign name: 《…》（国发〔…〕…号）（以下简称…. */
function beforeAside(text: string, end: number): number {
  if (text.charAt(end - 1) !== ')') return end;
  const open = opening(text, end - 1);
  if (open < 0 || !ASIDE.test(text.slice(open + 1, end - 1))) return end;
  return open;
}

/** The titles that end at `end`: the last one, or all that stand in a row before it. */
function titlesBefore(text: string, end: number, all: boolean): Span[] {
  const titles: Span[] = [];
  let at = end;
  while (text.charAt(at - 1) === '》') {
    const start = opening(text, at - 1, 200);
    if (start < 0) break;
    titles.unshift({ start, end: at });
    if (!all) break;
    at = beforeAside(text, start);
    const joint = /(?:、|和|与|及|以及)$/.exec(text.slice(Math.max(0, at - 2), at));
    if (joint) at = beforeAside(text, at - joint[0].length);
  }
  return titles;
}
