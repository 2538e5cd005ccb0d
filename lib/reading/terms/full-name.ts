import { aligned, DETERMINERS, GENERIC, holdsOf, OUTER, trimStart } from './name-parts.ts';
import { cutsBefore } from './phrase.ts';
import { type Cut, cutAt } from './words.ts';

/** Institutions have verbs in their names (推进…领导小组): before them only a few words count as cuts. */
const INSTITUTION =
  /(?:小组|委员会|联席会议|指挥部|专班|办公室|工作组|协会|学会|联合会|基金会|理事会|管委会)$/;
const BEFORE_INSTITUTION = new Set(
  '成立 设立 建立 组建 召开 发挥 依托 纳入 加入 会同 按照 根据 通过 健全 完善 作为 是指 所称 所称的 应当 可以 有关 由 在 对 向 是 报请 提请'.split(
    ' ',
  ),
);
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
    if (cut.kind === 'and' && cut.word !== '与' && isParallel(text, cut, floor)) continue;
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

/** 道路货物运输和道路旅客运输: what is joined starts alike, and is named together. */
function isParallel(text: string, cut: Cut, floor: number): boolean {
  const word = text.slice(cut.at, cut.at + 2);
  for (let at = cut.at - 4; at >= floor && at > cut.at - 24; at--) {
    if (/[,。;:]/.test(text.charAt(at))) return false;
    if (text.startsWith(word, at) && cutAt(text, at, floor)) return true;
  }
  return false;
}

function startsWithVerb(text: string, at: number, end: number): boolean {
  for (let length = 2; length <= 3 && at + length < end; length++) {
    const cut = cutAt(text, at + length, at);
    if (cut && cut.kind === 'verb' && cut.word.length === length) return true;
  }
  return false;
}
