import { findCitations } from '../../../../lib/reading/citations.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { findOutline } from '../../../../lib/reading/outline.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import type { Citation, Metadata } from '../../../../lib/reading/types.ts';
import { NOBODY } from '../nobody.ts';

/** The citations of a text, read as one document with the given identity. */
export function cite(text: string, metadata: Partial<Metadata> = {}): Citation[] {
  const input = plainInput(text);
  const folded = fold(input);
  const outline = findOutline(input, folded);
  const documents = [{ start: 0, end: text.length, metadata: { ...NOBODY, ...metadata } }];
  return findCitations({ input, folded, outline, documents });
}

/** `relation title | number` of every other document cited. */
export function cited(text: string, metadata: Partial<Metadata> = {}): string[] {
  return cite(text, metadata)
    .filter((citation) => citation.title ?? citation.docNumber)
    .map(
      ({ relation, title, docNumber }) => `${relation} ${title ?? ''}${docNumber ? ` | ${docNumber}` : ''}`,
    );
}
