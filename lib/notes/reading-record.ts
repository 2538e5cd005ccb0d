import type { Fingerprints } from '../catalogue/types.ts';
import type { Span } from '../reading/types.ts';
import { MOST_RECORDED } from './types.ts';

/**
 * The hashes of the sentences that begin in a document, for its reading record.
 *
 * @param fingerprints of the page's text
 * @param within the document's span in it
 * @returns at most 5,000, in text order
 */
export function hashesIn(
  { hashes, starts }: Pick<Fingerprints, 'hashes' | 'starts'>,
  within: Span,
): number[] {
  const own = hashes.filter((_, k) => {
    const start = starts[k];
    return start !== undefined && start >= within.start && start < within.end;
  });
  return own.slice(0, MOST_RECORDED);
}
