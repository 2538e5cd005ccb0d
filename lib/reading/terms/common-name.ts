import { aligned, DETERMINERS, holdsOf, OUTER, trimStart } from './name-parts.ts';
import { cutsBefore } from './phrase.ts';
import { lastIndexNear } from './scan.ts';

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
