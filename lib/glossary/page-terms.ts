import type { Term } from '../reading/types.ts';
import { formsOf } from './key.ts';
import type { Found } from './types.ts';

/**
 * Tells which terms of the glossary the page itself says the meaning of: its own words come first.
 *
 * @param terms what `lib/reading` found defined on the page
 */
export function explainedBy(terms: readonly Pick<Term, 'term'>[]): (found: Pick<Found, 'term'>) => boolean {
  const own = new Set(terms.flatMap(({ term }) => formsOf(term)));
  /** A page says the same words many times. */
  const known = new Map<string, boolean>();
  return ({ term }) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const is = formsOf(term).some((form) => own.has(form));
    known.set(term, is);
    return is;
  };
}
