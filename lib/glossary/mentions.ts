import { fold } from '../reading/fold.ts';
import { articleFinder } from '../reading/outline/article.ts';
import { findOutline } from '../reading/outline.ts';
import { plainInput } from '../reading/plain.ts';
import { findTerms } from './find.ts';
import type { Glossary } from './glossary.ts';
import type { MentionsFile } from './schema.ts';
import { loadTable } from './table.ts';

/** Documents named for one term: those that speak of it most. */
const MOST_NAMED = 12;

/**
 * Where the glossary's terms stand in documents: facts, made from the texts, without any words of them.
 *
 * @param texts document id and text
 * @returns for each term that stands in any, in how many, and where it stands first in those that speak of
 *   it most; in titles of other documents it does not count
 */
export function mentionsIn(texts: ReadonlyMap<string, string>, glossary: Glossary): MentionsFile {
  const table = loadTable(glossary.words);
  const byTerm = new Map<string, { doc: string; at: string; times: number }[]>();
  for (const [doc, text] of texts) {
    const input = plainInput(text);
    const folded = fold(input);
    const articleAt = articleFinder(findOutline(input, folded));
    const here = new Map<string, { doc: string; at: string; times: number }>();
    for (const { term, start, inTitle } of findTerms(text, folded, glossary, table)) {
      if (inTitle) continue;
      const known = here.get(term);
      if (!known) here.set(term, { doc, at: articleAt(start) ?? '', times: 1 });
      else {
        known.times++;
        known.at ||= articleAt(start) ?? '';
      }
    }
    for (const [term, one] of here) byTerm.set(term, [...(byTerm.get(term) ?? []), one]);
  }
  const terms = [...byTerm]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, all]) => {
      const most = [...all].sort((a, b) => b.times - a.times).slice(0, MOST_NAMED);
      const at = most.map((one): [string, string] => [one.doc, one.at]);
      return [term, { documents: all.length, at }] as const;
    });
  return { terms: Object.fromEntries(terms) };
}
