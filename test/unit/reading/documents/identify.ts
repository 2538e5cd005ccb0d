import { splitDocuments } from '../../../../lib/reading/documents.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import type { DocumentPart, Metadata, PageFacts } from '../../../../lib/reading/types.ts';

/** The documents of a text, with what the page says of it. */
export function documentsOf(text: string, facts: Partial<PageFacts> = {}): DocumentPart[] {
  const input = plainInput(text);
  Object.assign(input.facts, facts);
  const folded = fold(input);
  return splitDocuments(input, folded).documents;
}

/** What the main document is; only what is known. */
export function identityOf(text: string, facts: Partial<PageFacts> = {}): Partial<Metadata> {
  const metadata = documentsOf(text, facts)[0]?.metadata ?? {};
  return Object.fromEntries(
    Object.entries(metadata).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
