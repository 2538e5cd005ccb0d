import { knownDay } from '../calendar/days.ts';
import { validityEnd } from '../calendar/periods.ts';
import type { Atom } from './atoms.ts';
import { effectiveAfter, effectiveDate, effectiveEvent } from './effective.ts';
import { expiryDate, expiryLength, SELF } from './expiry.ts';
import { scan } from './scan.ts';
import { type Found, lookAt, type Sight, sentenceEnd, sentenceStart } from './sight.ts';

/** When a document begins and ends, as it says itself. ISO, or null where it does not say. */
export interface OwnDates {
  effective: string | null;
  expires: string | null;
}

/** Words without which no sentence tells of a document's beginning or end. */
const TELLS =
  /起[^,。;\n]{0,8}?(?:施行|实施|执行|试行|生效|实行)|有效期|(?:施行|试行|执行|实施|暂行)期|于[\d年月日]{6,14}(?:正式)?(?:施行|实施|生效)/g;

/**
 * Finds the dates on which a document itself takes effect and expires.
 *
 * Of several beginnings the first that the document says of itself (本办法自…起施行) counts, else the
 * first at all (现予公布，自…起施行): what a decision republishes below keeps its own, older one. An end
 * counts only in a sentence about the document itself: an extension of another's validity is not one.
 *
 * @param text the folded text of the document part
 * @param issued 成文日期, ISO, or null; resolves 自印发之日起施行
 * @param published 发布日期, ISO, or null; used where `issued` is unknown
 */
export function ownDates(text: string, issued: string | null, published: string | null): OwnDates {
  const made = knownDay(issued) ?? knownDay(published);
  const around = { made, year: made ? Number(made.slice(0, 4)) : null, named: null };
  let own: string | null = null;
  let first: string | null = null;
  let end: Found | null = null;
  let done = 0;
  TELLS.lastIndex = 0;
  for (let tells = TELLS.exec(text); tells; tells = TELLS.exec(text)) {
    const from = Math.max(done, sentenceStart(text, tells.index));
    const to = Math.max(sentenceEnd(text, tells.index), TELLS.lastIndex);
    if (to <= done) continue;
    done = to;
    let begun: Sight['begun'] = null;
    for (const atom of scan(text, from, to, () => false)) {
      const sight = {
        ...lookAt(text, atom.start, atom.end),
        around,
        published: made,
        begun,
        yearly: false,
        news: false,
        title: false,
      };
      const found = decide(atom, sight);
      if (!found) continue;
      if (found.kind === 'effective') {
        begun = { from: found.from ?? null };
        first ??= begun.from;
        if (SELF.test(sight.head)) own ??= begun.from;
      } else if (found.kind === 'expiry' && (begun || SELF.test(sight.head))) end ??= found;
    }
  }
  const effective = own ?? first;
  return { effective, expires: end && (end.to ?? ending(effective, end)) };
}

/** 本办法有效期5年, said apart from the beginning. */
function ending(effective: string | null, { count, unit }: Found): string | null {
  return effective && count && unit ? validityEnd(effective, count, unit) : null;
}

function decide(atom: Atom, sight: Sight): Found | null {
  if (atom.is === 'date') return expiryDate(atom, sight) || effectiveDate(atom, sight) || null;
  if (atom.is === 'length') return effectiveAfter(atom, sight) || expiryLength(atom, sight) || null;
  return atom.is === 'event' ? effectiveEvent(atom, sight) || null : null;
}
