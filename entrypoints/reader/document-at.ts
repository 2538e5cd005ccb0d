import type { Text } from './session.ts';

/** The number of the document that holds a place: the innermost one, else the page's main one. */
export function documentAt({ findings }: Pick<Text, 'findings'>, at: number): number {
  let found = findings.main;
  let length = Number.POSITIVE_INFINITY;
  findings.documents.forEach(({ start, end }, i) => {
    if (start <= at && at < end && end - start < length) {
      found = i;
      length = end - start;
    }
  });
  return found;
}
