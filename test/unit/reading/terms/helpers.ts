import { fold } from '../../../../lib/reading/fold.ts';
import { findOutline } from '../../../../lib/reading/outline.ts';
import type { Reading } from '../../../../lib/reading/read.ts';
import { findTerms } from '../../../../lib/reading/terms.ts';
import type { Term } from '../../../../lib/reading/types.ts';
import { NOBODY } from '../nobody.ts';
import { inputOf } from '../outline/helpers.ts';

/** A text as the finders get it: one block a line, one document. */
export function readingOf(text: string): Reading {
  const input = inputOf(text);
  const folded = fold(input);
  return {
    input,
    folded,
    outline: findOutline(input, folded),
    documents: [{ start: 0, end: text.length, metadata: NOBODY }],
  };
}

export function termsOf(text: string): Term[] {
  return findTerms(readingOf(text));
}

/** `term = definition` of all terms of these kinds. */
export function said(text: string, ...kinds: Term['kind'][]): string[] {
  return termsOf(text)
    .filter((term) => kinds.length === 0 || kinds.includes(term.kind))
    .map((term) => `${term.term} = ${term.definition}`);
}
