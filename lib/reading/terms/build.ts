import { unfold } from '../fold.ts';
import { articleFinder } from '../outline/article.ts';
import type { Reading } from '../read.ts';
import type { Span, Term, TermKind } from '../types.ts';
import { scopeFinder } from './scope.ts';

/** A term in offsets of the folded text. */
export interface Found {
  kind: TermKind;
  term: Span;
  definition: Span;
  clause: Span;
  /** The bracket that the definition's text needs to be whole: that of 区县（自治县，以下简称区县). */
  closeAt?: number;
}

/** A term whose sentence begins with it and whose meaning ends the clause. */
export function meaningAt(text: string, kind: TermKind, term: Span, start: number, end: number): Found {
  const clause = { start: term.start, end: Math.min(text.length, end + 1) };
  return { kind, term, definition: { start, end }, clause };
}

/**
 * Makes terms of what the finders found: in text order, without doubles, with their places in the
 * input's text, their article and their scope.
 */
export function buildTerms(reading: Reading, found: readonly Found[]): Term[] {
  const { input, folded, outline } = reading;
  const sorted = found
    .filter((one) => one.term.end > one.term.start && one.definition.end > one.definition.start)
    .sort((a, b) => a.term.start - b.term.start || a.term.end - b.term.end);
  const articleAt = articleFinder(outline);
  const scopeAt = scopeFinder(reading);
  const terms: Term[] = [];
  let last: Found | null = null;
  for (const one of sorted) {
    // Two finders may read one place; the first in their order wins.
    if (last && last.term.start === one.term.start) continue;
    last = one;
    const place = unfold(folded, one.term.start, one.term.end);
    const definitionAt = unfold(folded, one.definition.start, one.definition.end);
    const clause = unfold(folded, one.clause.start, one.clause.end);
    terms.push({
      ...place,
      clause,
      term: input.text.slice(place.start, place.end),
      kind: one.kind,
      definition: input.text.slice(definitionAt.start, definitionAt.end) + closingBracket(reading, one),
      definitionAt,
      article: articleAt(place.start),
      scope: scopeAt(place.start, clause),
    });
  }
  return terms;
}

function closingBracket({ input, folded }: Reading, { closeAt }: Found): string {
  return closeAt === undefined ? '' : input.text.charAt(folded.at[closeAt] ?? 0);
}
