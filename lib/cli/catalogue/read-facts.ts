import { titleKey } from '../../catalogue/keys.ts';
import { read } from '../../reading/read.ts';
import type { Findings, Input, Metadata } from '../../reading/types.ts';

/** What a text says of itself. */
export interface ReadFacts {
  metadata: Partial<Metadata> & Pick<Metadata, 'title'>;
  relations: { type: string; title: string; docNumber?: string }[];
  /** Whether it looks like a document at all. */
  isDocument: boolean;
}

/** Reads the facts of a document from its text. */
export function readFacts(input: Input): ReadFacts {
  const findings = read(input);
  const metadata = findings.documents[findings.main]?.metadata;
  const { docNumber = null, issuers = [], kind = null, issued = null, effective = null } = metadata ?? {};
  const signs = [docNumber, issuers[0], kind, issued, effective].filter(Boolean).length;
  return {
    metadata: { ...metadata, title: metadata?.title ?? null },
    relations: relationsOf(findings, metadata?.title ?? null),
    isDocument: signs > 0 || findings.outline.length > 1,
  };
}

/** Each document that the text names, once; that it is cited says nothing where more is said. */
function relationsOf({ citations, documents, main }: Findings, own: string | null): ReadFacts['relations'] {
  const whole = documents[main];
  const relations = new Map<string, ReadFacts['relations'][number]>();
  for (const { start, title, docNumber, relation } of citations) {
    if (!title || !whole || start < whole.start || start >= whole.end) continue;
    const key = titleKey(title);
    // A regulation may repeal its namesake, which has another number.
    if (key === titleKey(own ?? '') && (relation === 'cites' || !docNumber)) continue;
    const before = relations.get(key);
    if (before && before.type !== 'cites') continue;
    const number = docNumber ?? before?.docNumber;
    relations.set(key, { type: relation, title, ...(number ? { docNumber: number } : {}) });
  }
  return [...relations.values()];
}
