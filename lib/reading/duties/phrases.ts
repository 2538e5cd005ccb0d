import { phraseFloor } from '../terms/phrase.ts';
import { lastIndexNear } from '../terms/scan.ts';
import { verbAt } from '../terms/words.ts';
import { isBody, type Name, splitNames } from './agencies.ts';
import type { Roles } from './fields.ts';

/** The words behind the bodies that say what part they have. */
const PART =
  /(?:(共同牵头|总牵头|牵头|主办|主责)|(配合|协办|协同|参与|参加|协助|支持)|((?:(?:按照?|根据|依照?)?(?:各自)?(?:职责|职能|职责任务)?(?:分工)?(?:分别|共同|具体|各自)?)(?:抓好|做好)?(?:负责|落实|实施)))(?:负责|实施|落实|组织|推进|完成|组织实施|抓好落实|做好|工作)*$/;
const JOINT = /会同|商(?=[市省区县国各有相])|联合/;

/**
 * Reads a phrase of bodies and their parts: `甲、乙牵头,丙配合`, `甲会同乙负责`, `甲、乙按职责分工负责`, `甲、乙`.
 * Each clause must be made of bodies and a part; else the whole is something else.
 *
 * @param text folded text
 * @param bare whether bodies alone, without a part, are enough
 */
export function readPhrase(text: string, start: number, end: number, bare: boolean): Roles | null {
  const roles: Roles = { lead: [], support: [], due: null };
  for (const [from, to] of clauses(text, start, end)) {
    let clause = text.slice(from, to);
    let head = from;
    if (clause.startsWith('由')) {
      clause = clause.slice(1);
      head++;
    }
    const due = /^(.{2,16}前)(?:完成|办结|落实到位)?$/.exec(clause);
    if (due && /[年月日]/.test(clause)) {
      roles.due ??= { start: head, end: head + (due[1] ?? '').length };
      continue;
    }
    const part = PART.exec(clause);
    if (!part && !bare) return null;
    const names = clause.slice(0, part ? part.index : clause.length);
    const joint = JOINT.exec(names);
    const leaders = bodies(text, head, head + (joint ? joint.index : names.length));
    if (!leaders) return null;
    const supports = part?.[2] || (!part?.[1] && roles.lead.length > 0 && part);
    roles[supports ? 'support' : 'lead'].push(...leaders);
    if (joint) {
      const others = bodies(text, head + joint.index + joint[0].length, head + names.length);
      if (!others) return null;
      roles.support.push(...others);
    }
  }
  return roles.lead.length + roles.support.length > 0 ? roles : null;
}

/** The clauses between commas that do not lie in brackets; a clause of bodies alone goes with the next. */
function* clauses(text: string, start: number, end: number): Generator<[number, number]> {
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (depth <= 0 && (char === ',' || char === ';')) {
      if (i > from) yield [from, i];
      from = i + 1;
    }
  }
  let to = end;
  while (to > from && '。,;'.includes(text.charAt(to - 1))) to--;
  if (to > from) yield [from, to];
}

/** The names in a stretch, if each is a body. */
function bodies(text: string, start: number, end: number): Name[] | null {
  let to = end;
  if (text.startsWith('共同', to - 2)) to -= 2;
  const names = splitNames(text, start, to);
  if (names.length === 0) return null;
  return names.every(({ start: from, end: last }) => isBody(text.slice(from, last))) ? names : null;
}

/** `由甲会同乙负责…`, `甲应当会同乙制定…` in running text: who, with whom, and where the task starts. */
export function readJoint(text: string, at: number): { roles: Roles; start: number; end: number } | null {
  const floor = phraseFloor(text, at);
  const comma = lastIndexNear(text, ',', at, floor);
  let from = Math.max(floor, comma + 1);
  const by = lastIndexNear(text, '由', at, from);
  if (by >= from) from = by + 1;
  let to = at;
  const modal = /(?:应当?|要|将|可以|负责|依法|及时|牵头|按照?.{2,8})$/.exec(text.slice(from, to));
  if (modal) to -= modal[0].length;
  // 各部门要指导分支机构会同…: not bodies alone.
  if (/应当|(?<!重)要|指导|督促|负责|组织(?=.)/.test(text.slice(from, to))) return null;
  const lead = bodies(text, from, to);
  if (!lead) return null;
  const support = bodiesFrom(text, at + 2);
  const last = support[support.length - 1];
  if (!last) return null;
  const etc = /^等(?:有关|相关)?(?:部门|单位)?(?:和单位)?/.exec(text.slice(last.end, last.end + 8));
  return { roles: { lead, support, due: null }, start: from, end: last.end + (etc ? etc[0].length : 0) };
}

/** `由甲牵头，乙、丙配合…` in running text. */
export function readLed(text: string, at: number): { roles: Roles; start: number; end: number } | null {
  const floor = phraseFloor(text, at);
  const comma = lastIndexNear(text, ',', at, floor);
  let from = Math.max(floor, comma + 1);
  const by = lastIndexNear(text, '由', at, from);
  if (by < from) return null;
  from = by + 1;
  const lead = bodies(text, from, at);
  if (!lead) return null;
  const roles: Roles = { lead, support: [], due: null };
  let end = at + 2;
  const next = /^(?:负责)?,/.exec(text.slice(end, end + 4));
  if (next) {
    const support = bodiesFrom(text, end + next[0].length);
    const last = support[support.length - 1];
    if (
      last &&
      /^(?:等)?(?:积极|密切|共同|按.{0,8}|协同)?(?:配合|参与|协同|参加|协助)/.test(
        text.slice(last.end, last.end + 16),
      )
    ) {
      roles.support = support;
      end = last.end;
    }
  }
  return { roles, start: from, end };
}

/** The bodies that stand in a row from `at` on: each ends where a separator, a mark or a verb follows. */
function bodiesFrom(text: string, at: number): Name[] {
  const names: Name[] = [];
  let from = at;
  while (names.length < 30) {
    const end = bodyEnd(text, from);
    // 甲等部门和单位: the last word only goes on with 部门.
    if (end < 0 || (names.length > 0 && /^(?:单位|部门|机构)$/.test(text.slice(from, end)))) break;
    names.push({ start: from, end });
    const joint = /^(?:等(?:部门|单位|有关部门|相关部门)?)?(?:、|以及|和|及|与)/.exec(
      text.slice(end, end + 8),
    );
    if (!joint) break;
    from = end + joint[0].length;
  }
  return names;
}

function bodyEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + 30);
  for (let to = from + 2; to <= last; to++) {
    const char = text.charAt(to - 1);
    if (',。;:、\n“《'.includes(char)) return -1;
    if (!isBody(text.slice(from, to))) continue;
    const next = text.charAt(to);
    if (
      next === '' ||
      '、,。;:和及与等(共按依另对在各进\n'.includes(next) ||
      text.startsWith('以及', to) ||
      verbAt(text, to)
    )
      return to;
  }
  return -1;
}
