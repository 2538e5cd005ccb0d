import { chooseMarks } from '../../lib/glossary/choose.ts';
import { foundAt, metAt, type Named } from '../../lib/glossary/find.ts';
import { wordSlices } from '../../lib/glossary/match.ts';
import { explainedBy } from '../../lib/glossary/page-terms.ts';
import { loadTable } from '../../lib/glossary/table.ts';
import type { Found, Hit } from '../../lib/glossary/types.ts';
import type { GlossaryTerm } from '../../lib/messages/lists.ts';
import { askFromPage } from '../../lib/messages/send.ts';
import { foldSlices } from '../../lib/reading/fold.ts';
import type { Slices } from '../../lib/reading/slices.ts';
import type { Span } from '../../lib/reading/types.ts';
import { inSlices } from './in-slices.ts';
import type { Text } from './session.ts';

/** The glossary's terms on a page. */
export interface PageGlossary {
  /** Every place of every term. */
  found: readonly Found[];
  /** Those that are marked. */
  marked: readonly Found[];
  /** What is known of each term, by its id. */
  named: ReadonlyMap<string, Named>;
}

export const NO_GLOSSARY: PageGlossary = { found: [], marked: [], named: new Map() };

/** How often it is begun anew when the glossary is changed meanwhile. */
const TRIES = 3;

/**
 * Finds the glossary's terms in a text. The text stays here: the background gives numbers to search for, and
 * is told which of them were met.
 *
 * @returns null where it was stopped
 */
export async function findGlossary(text: Text, stop: () => boolean): Promise<PageGlossary | null> {
  const { input } = text.page;
  for (let i = 0; i < TRIES; i++) {
    const answer = await askFromPage('glossary/words', {});
    if (!answer) return NO_GLOSSARY;
    const { often, version, words } = answer;
    const hits = await inSlices(search(text, words), stop);
    if (!hits) return null;
    const named = await askFromPage('glossary/named', { version, met: metAt(input.text, hits) });
    if (stop()) return null;
    if (!named) continue;
    const found = foundAt(input.text, hits, named);
    const { terms, uses, outline, documents } = text.findings;
    const taken = [...terms, ...uses];
    const around = { blocks: input.blocks, outline, documents, taken, explained: explainedBy(terms) };
    return {
      found,
      marked: chooseMarks(found, often, around),
      named: new Map(named.map((one) => [one.id, one])),
    };
  }
  return NO_GLOSSARY;
}

function* search({ page: { input } }: Text, words: string): Slices<Hit[]> {
  const table = loadTable(Uint8Array.from(atob(words), (char) => char.charCodeAt(0)));
  yield;
  return yield* wordSlices(input.text, yield* foldSlices(input), table);
}

/** The term that stands just where a mark of the page's own does. */
export function termAt({ found }: PageGlossary, { start, end }: Span): Found | null {
  return found.find((one) => one.start === start && one.end === end) ?? null;
}

/** The terms of a page, each once, in the order in which they first stand there. */
export function termsOn({ found, named }: PageGlossary): GlossaryTerm[] {
  const terms = new Map<string, GlossaryTerm>();
  for (const { id, start, end } of found) {
    const known = terms.get(id);
    const one = named.get(id);
    if (known) known.count++;
    else if (one) terms.set(id, { id, start, end, term: one.term, kind: one.kind, en: one.en, count: 1 });
  }
  return [...terms.values()];
}
