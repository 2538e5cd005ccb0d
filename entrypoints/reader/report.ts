import { fingerprint } from '../../lib/catalogue/fingerprint.ts';
import { breathe } from '../../lib/marks/slices.ts';
import type { FromPageReplies } from '../../lib/messages/lists.ts';
import { askFromPage } from '../../lib/messages/send.ts';
import type { PageFacts } from '../../lib/reading/types.ts';
import type { Text } from './session.ts';

/** What a message carries at most; a page with more is no page of documents. */
const MOST_DOCUMENTS = 200;
const MOST_CITATIONS = 5000;

const VALIDITY = /^(?:有效性|时效性|是否有效|效力状态|文件状态)$/;

/** The page's address as notes are kept under it, without its fragment. */
export function addressOf(text: Text): string {
  return (text.page.input.facts.url ?? location.href.replace(/#.*$/s, '')).slice(0, 4096);
}

/**
 * Tells the background what was read: identity, fingerprints, and which documents are cited. The text
 * itself stays here. On a long text the fingerprints take some 10 ms, and so does packing them up: the page
 * has its turn in between.
 */
export async function report(text: Text): Promise<FromPageReplies['reader/read']> {
  const { findings, page, simplify } = text;
  const url = addressOf(text);
  await breathe();
  const fingerprints = fingerprint(simplify(page.input.text));
  await breathe();
  return askFromPage('reader/read', {
    url,
    documents: findings.documents.slice(0, MOST_DOCUMENTS),
    main: findings.main,
    fingerprints,
    citations: findings.citations
      .slice(0, MOST_CITATIONS)
      .map(({ title, docNumber }) => ({ title, docNumber })),
    deadlines: findings.deadlines.length,
    terms: findings.terms.length,
    validity: validityOf(page.input.facts),
  });
}

/** What the page's own 有效性 field says, which sites label in several ways; null where it has none. */
function validityOf({ pairs }: PageFacts): string | null {
  return pairs.find(({ label }) => VALIDITY.test(label))?.value.slice(0, 4000) ?? null;
}
