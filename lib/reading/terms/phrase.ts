import { readLabel } from '../outline/labels.ts';
import { isCloser, isOpener, lastIndexNear, opening, sentenceStart } from './scan.ts';
import { type Cut, cutAt } from './words.ts';

/** Longest phrase that a short name stands for, in folded units. */
const LONGEST = 200;

/** Institutions have verbs in their names (推进…领导小组): before them only a few words count as cuts. */
const INSTITUTION =
  /(?:小组|委员会|联席会议|指挥部|专班|办公室|工作组|协会|学会|联合会|基金会|理事会|管委会)$/;
const BEFORE_INSTITUTION = new Set(
  '成立 设立 建立 组建 召开 发挥 依托 纳入 加入 会同 按照 根据 通过 健全 完善 作为 是指 所称 所称的 应当 可以 有关 由 在 对 向 是 报请 提请'.split(
    ' ',
  ),
);
/** With a verb right before it such a noun is one name (支付系统), no object of the verb. */
const GENERIC =
  /^(?:系统|平台|中心|机制|制度|体系|办法|方案|机构|企业|项目|工程|基地|名录|清单|目录|标准|单位|人员|场所|设施|设备|工具|协会|小组|组织|部门)$/;
/** Verbs that take a whole relative clause as their object, so that a phrase starts after them even so. */
const OUTER = new Set(
  '鼓励 支持 引导 推动 指导 督促 加强 规范 组织 应当 可以 不得 必须 是指 系指 包括 包含 所称 所称的 是 也是 就是 推进 促进 强化 完善 依托 限制 开展 原则上为 一般为 主要为 均为 分别为 应为 限于'.split(
    ' ',
  ),
);
const DETERMINERS = new Set(['有关', '相关', '上述', '下列', '以下']);

/**
 * Where a phrase that ends at `end` may start: nearest place first, the start of its sentence last.
 * Brackets, quotations and titles are stepped over whole.
 */
export function* cutsBefore(text: string, end: number, floor: number): Generator<Cut> {
  const first = Math.max(floor, end - LONGEST);
  let at = end;
  while (at > first) {
    if (isCloser(text, at - 1)) {
      const open = opening(text, at - 1);
      if (open < first) return;
      at = open;
    } else if (isOpener(text, at - 1)) {
      yield { at, kind: 'hard', word: text.charAt(at - 1) };
      return;
    } else at--;
    if (',、;:。/的'.includes(text.charAt(at))) continue;
    const cut = cutAt(text, at, first);
    if (!cut) continue;
    yield cut;
    if (cut.kind === 'hard') return;
  }
}

/** The start of the sentence before `at`, behind the number of its heading or item and an article's caption; never before `floor`. */
export function phraseFloor(text: string, at: number, floor = 0): number {
  const start = sentenceStart(text, at, floor);
  if (start > 0 && text.charAt(start - 1) !== '\n') return start;
  return Math.min(at, behindLabel(text, start, at));
}

/** Where the words of a line start that begins at `start`: behind bullets, number and caption. */
export function behindLabel(text: string, start: number, end: number): number {
  const bullet = /^(?:[-*#>•·]|&(?:#\d{2,5}|[a-z]{2,6});)+/.exec(text.slice(start, start + 24));
  const from = start + (bullet ? bullet[0].length : 0);
  const head = text.slice(from, Math.min(end, from + 48));
  const label = readLabel(head, () => true);
  if (!label || label.bare) return from;
  const rest = head.slice(label.length);
  const caption = label.kind === 'article' ? /^[(〔][^()〔〕]{1,24}[)〕]/.exec(rest) : null;
  return from + label.length + (caption ? caption[0].length : 0);
}

/** The nearest start from which `[start, end)` holds the characters of `short` in order; -1 where none does. */
export function aligned(text: string, end: number, floor: number, short: string): number {
  let next = short.length - 1;
  for (let i = end - 1; i >= floor && next >= 0; i--) {
    const char = text.charAt(i);
    if (char === '\n' || char === '。') return -1;
    if (char !== short.charAt(next)) {
      // 登记机关 does not come from a 机 and a 关 somewhere in the sentence: it must end like the phrase.
      if (next === short.length - 1 && end - i > 6) return -1;
      continue;
    }
    if (next === 0) return i;
    next--;
  }
  return -1;
}

/** Whether a 的 stands in `[start, end)`, outside brackets and quotations: what is before it may be a clause. */
function holdsOf(text: string, start: number, end: number): boolean {
  for (let i = end - 1; i > start; i--) {
    if (isCloser(text, i)) {
      const open = opening(text, i);
      if (open > start) i = open;
    } else if (text.charAt(i) === '的') return true;
  }
  return false;
}

/**
 * The start of the full name that `short` stands for: the shortest phrase before `end` that makes sense.
 *
 * It must hold the characters of the short name in order, where it can (市级高新区 in 市级高新技术产业开发区), be
 * longer than it, and start after a word before which a name can start. A name that hangs on a
 * relative clause takes the clause along.
 *
 * @param mayBeShort the full name may be the short one: 区县（自治县，以下简称区县）
 */
export function fullName(
  text: string,
  end: number,
  floor: number,
  short: string,
  mayBeShort = false,
): number {
  const start = aligned(text, end, floor, short);
  const institution = INSTITUTION.test(text.slice(Math.max(floor, end - 8), end));
  let relative = false;
  let best = -1;
  for (const cut of cutsBefore(text, end, floor)) {
    best = cut.at;
    if (cut.kind === 'hard') break;
    const length = end - cut.at;
    if (start >= 0 ? cut.at > start : length < (mayBeShort ? 1 : 2)) continue;
    if (cut.kind === 'verb' && !mayBeShort && GENERIC.test(text.slice(cut.at, end))) continue;
    if (!mayBeShort && saysNoMore(text.slice(cut.at, end), short)) continue;
    if (relative) {
      if (
        cut.kind === 'comma' ||
        OUTER.has(cut.word) ||
        (cut.kind === 'list' && startsWithVerb(text, cut.at, end))
      )
        break;
      continue;
    }
    if (cut.kind === 'of' && start < 0 && length <= 3) continue;
    if (cut.kind === 'list' && holdsOf(text, cut.at, end) && !startsWithVerb(text, cut.at, end)) {
      relative = true;
      continue;
    }
    if (institution && insideInstitution(text, cut)) continue;
    if (
      (cut.kind === 'verb' || cut.kind === 'particle') &&
      !OUTER.has(cut.word) &&
      holdsOf(text, cut.at, end)
    ) {
      relative = !DETERMINERS.has(cut.word);
      if (relative) continue;
    }
    break;
  }
  return best < 0 ? best : trimStart(text, best, end);
}

/** 各类开发区 says no more than 开发区. */
function saysNoMore(phrase: string, short: string): boolean {
  return (
    phrase.length <= short.length ||
    phrase.replace(/^(?:各类|各级|所有|全部|全市|全省|本市|本省|该|各|本)/, '') === short
  );
}

/** Whether a cut may lie inside the name of an institution: 推进…领导小组, 生物与医药产业联席会议. */
function insideInstitution(text: string, cut: Cut): boolean {
  if (cut.kind === 'and')
    return !/(?:[)”》委局厅部办会院组府]|中心|单位|机构|企业)[和与及或]$/.test(
      text.slice(cut.at - 4, cut.at),
    );
  return cut.kind === 'verb' && !BEFORE_INSTITUTION.has(cut.word);
}

function startsWithVerb(text: string, at: number, end: number): boolean {
  for (let length = 2; length <= 3 && at + length < end; length++) {
    const cut = cutAt(text, at + length, at);
    if (cut && cut.kind === 'verb' && cut.word.length === length) return true;
  }
  return false;
}

/**
 * The start of the list that a common name stands for (以下统称): it reaches over 、 and 和, and over relative
 * clauses, back to the verb or preposition before the list, or to the start of the sentence. Of
 * `A以及B、C等D` only `B、C等D` is meant, since 等D gathers already.
 */
export function listedNames(text: string, end: number, floor: number, short: string): number {
  const tail = text.slice(Math.max(floor, end - 14), end);
  const gathers = /等[^,。;、等]{1,10}$/.test(tail);
  let best = -1;
  let listed = false;
  for (const cut of cutsBefore(text, end, floor)) {
    best = cut.at;
    if (cut.kind === 'hard') break;
    if (cut.kind === 'list') listed = true;
    if (cut.kind === 'list' || cut.kind === 'of') continue;
    if (cut.kind === 'and') {
      const joins = cut.word === '以及' || aligned(text, beforeEtc(text, end), cut.at, short) >= 0;
      if (gathers && (joins || cut.word === '以及') && (listed || cut.word !== '以及')) break;
      continue;
    }
    if (cut.kind === 'comma') {
      const goesOn =
        /^(?:以及|及|和|与|或|并)/.test(text.slice(cut.at, cut.at + 2)) || text.charAt(cut.at - 2) === '等';
      if (goesOn) continue;
      break;
    }
    if (DETERMINERS.has(cut.word)) continue;
    if (!OUTER.has(cut.word) && holdsOf(text, cut.at, end)) continue;
    break;
  }
  return best < 0 ? best : trimStart(text, best, end);
}

/** The offset of the 等 that gathers a list, or the phrase's end. */
function beforeEtc(text: string, end: number): number {
  const at = lastIndexNear(text, '等', end, end - 14);
  return at > end - 14 ? at : end;
}

/** 我市与X, 企业与X: a whole party, not the first word of a name. */
const PARTY =
  /^(?:我[市省国区县]|本[市省国区县]|全[市省国区县]|中国|双方|各[国地区市]|政府|企业|部门|单位|国家|国际|院校|高校)$/;

/**
 * The start of the name that a foreign abbreviation stands for. A name may hold 和 or 与 itself
 * (技术与创新支持中心): so it does where the part before is a single word, or the rest too short for the letters.
 */
export function foreignName(text: string, end: number, floor: number, letters: string): number {
  const quote = lastIndexNear(text, '“', end, end - 30);
  if (quote >= floor && end - quote <= 30 && !/[,。、;:”]/.test(text.slice(quote, end))) return quote + 1;
  let joined = false;
  let best = -1;
  const cuts = [...cutsBefore(text, end, floor)];
  for (const [i, cut] of cuts.entries()) {
    best = cut.at;
    const length = end - cut.at;
    if (cut.kind === 'hard') break;
    if (length < 2 || (cut.kind === 'of' && length <= 3)) continue;
    if (joined && cut.kind === 'list') continue;
    if (cut.kind === 'verb' && GENERIC.test(text.slice(cut.at, end))) continue;
    if (cut.kind === 'and') {
      const before = text.slice(cuts[i + 1]?.at ?? floor, cut.at - cut.word.length);
      const oneWord = before.length === 2 && !PARTY.test(before);
      const parallel = ')”》'.includes(before.slice(-1));
      if (
        oneWord ||
        (!parallel && (letters.includes('&') || length < 2 * letters.replace(/[^A-Za-z]/g, '').length - 1))
      ) {
        joined = true;
        continue;
      }
    }
    if (cut.kind === 'verb' && !OUTER.has(cut.word) && holdsOf(text, cut.at, end) && !passive(text, cut.at))
      continue;
    break;
  }
  return best < 0 ? best : trimStart(text, best, end);
}

/** 经认证的经营者: a clause that starts with 经 is whole. */
function passive(text: string, at: number): boolean {
  return text.charAt(at) === '经';
}

/** The nearest place where the head noun of a phrase starts: what a bracket right behind it speaks of. */
export function headNoun(text: string, end: number, floor: number): number {
  let best = -1;
  for (const cut of cutsBefore(text, end, floor)) {
    best = cut.at;
    if (cut.kind === 'hard' || cut.kind === 'comma') break;
    if (end - cut.at < 2) continue;
    if (cut.kind === 'of' && end - cut.at <= 3) continue;
    break;
  }
  return best < 0 ? best : trimStart(text, best, end);
}

/** 印发了《…》: an aspect word behind the verb is no part of the phrase; nor are 本市 and the like alone. */
function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end - 1 && '了着过'.includes(text.charAt(at))) at++;
  if (text.charAt(at) === '起' && !'草诉点步'.includes(text.charAt(at + 1))) at++;
  return at;
}
