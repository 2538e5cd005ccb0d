import { GENERIC, holdsOf, OUTER, trimStart } from './name-parts.ts';
import { cutsBefore } from './phrase.ts';
import { lastIndexNear } from './scan.ts';

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

/** 本市行政区域内医疗保障基金: the place is none of the noun. */
const PLACE = /^[^,、]*(?:区域|范围|境|辖区)内(?=[^,、]{2})/;

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
  if (best < 0) return best;
  const start = trimStart(text, best, end);
  return start + (PLACE.exec(text.slice(start, end))?.[0].length ?? 0);
}
