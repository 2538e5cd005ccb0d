import { inherit, voteWithFacts } from './documents/facts.ts';
import { identify, identifyArticle } from './documents/identity.ts';
import { findStarts } from './documents/splitting.ts';
import type { Folded } from './fold.ts';
import { linesOf } from './outline/lines.ts';
import { finish, type Slices } from './slices.ts';
import { stanceOf } from './stance.ts';
import type { DocumentPart, Input, LabelledFact } from './types.ts';

/**
 * Finds the documents that a text holds, and what each of them is.
 *
 * @param input text, blocks and the page's facts
 * @param folded the same text, folded
 * @returns the documents in text order, which together span the text, and which one is the main one: the
 *   first, since what a page republishes or collects follows. Linear time.
 */
export function splitDocuments(input: Input, folded: Folded): Split {
  return finish(documentSlices(input, folded));
}

interface Split {
  documents: DocumentPart[];
  main: number;
}

/** `splitDocuments` with a pause before each document. */
export function* documentSlices(input: Input, folded: Folded): Slices<Split> {
  const lines = linesOf(folded, input.blocks);
  const { about, kind } = stanceOf(input);
  yield;
  const starts = findStarts(folded.text, lines, about);
  // A text that was copied with its block of facts: as good as the page's own.
  const printed: LabelledFact[] = [];
  const documents: DocumentPart[] = [];
  for (const [i, { line, news }] of starts.entries()) {
    yield;
    const next = starts[i + 1]?.line ?? lines.length;
    const sheet = { source: input.text, text: folded.text, lines: lines.slice(line, next) };
    const article = about && (news || i === 0);
    const { metadata, pairs } = article
      ? { metadata: identifyArticle(sheet, news ? '新闻' : kind), pairs: [] }
      : identify(sheet);
    if (i === 0) printed.push(...pairs);
    documents.push({
      start: i === 0 ? 0 : (lines[line]?.block.start ?? 0),
      end: lines[next]?.block.start ?? input.text.length,
      metadata,
    });
  }
  yield;
  const [main] = documents;
  if (main) {
    main.metadata = voteWithFacts(
      main.metadata,
      { ...input.facts, pairs: [...input.facts.pairs, ...printed] },
      folded.text,
    );
    for (const part of documents.slice(1)) inherit(part.metadata, main.metadata, about);
  }
  return { documents, main: 0 };
}
