import { chooseMarks } from '../../glossary/choose.ts';
import { findTerms } from '../../glossary/find.ts';
import { type Glossary, makeGlossary } from '../../glossary/glossary.ts';
import { explainedBy } from '../../glossary/page-terms.ts';
import { loadTable, type Table } from '../../glossary/table.ts';
import { fold } from '../../reading/fold.ts';
import type { Findings, Input, Span } from '../../reading/types.ts';
import { compiledGlossary } from '../build-glossary.ts';

/** A term of the glossary that stands in a text. */
export interface GlossaryRow extends Span {
  /** As it stands there, without white space. */
  term: string;
  /** The glossary's name for it. */
  entry: string;
  /** Whether it is marked on a page by default. */
  marked: boolean;
}

let loading: Promise<{ glossary: Glossary; table: Table }> | null = null;

/** Every place where a term of the bundled glossary stands, in text order. */
export async function inGlossary(input: Input, findings: Findings): Promise<GlossaryRow[]> {
  loading ??= compiledGlossary().then((compiled) => {
    const glossary = makeGlossary(compiled, []);
    return { glossary, table: loadTable(glossary.words) };
  });
  const { glossary, table } = await loading;
  const found = findTerms(input.text, fold(input), glossary, table);
  const marked = new Set(
    chooseMarks(found, 'section', {
      ...findings,
      blocks: input.blocks,
      taken: [...findings.terms, ...findings.uses],
      explained: explainedBy(findings.terms),
    }),
  );
  return found.map((one) => ({
    start: one.start,
    end: one.end,
    term: input.text.slice(one.start, one.end).replace(/\s+/g, ''),
    entry: one.id,
    marked: marked.has(one),
  }));
}
