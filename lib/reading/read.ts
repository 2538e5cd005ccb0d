import { findCitations } from './citations.ts';
import { findDeadlines } from './deadlines.ts';
import { splitDocuments } from './documents.ts';
import { findDuties } from './duties.ts';
import { type Folded, fold } from './fold.ts';
import { findOutline } from './outline.ts';
import { findTerms } from './terms.ts';
import type { DocumentPart, Findings, Input, OutlineItem } from './types.ts';
import { findUses } from './uses.ts';

/** What every finder gets. The first three steps (fold, outline, documents) feed the others. */
export interface Reading {
  input: Input;
  folded: Folded;
  outline: OutlineItem[];
  documents: DocumentPart[];
}

/**
 * Reads a text: one pass of each finder over the folded text.
 *
 * @param input text, blocks and the page's facts
 * @returns everything found, in text order; no clock is read, so the same input gives the same
 *   findings on any day. Never throws on any text; time is linear in its length.
 */
export function read(input: Input): Findings {
  const slices = readSlices(input);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/**
 * The same with a pause after each finder, for a caller whose page must stay usable meanwhile.
 *
 * @returns after the last pause, what `read` returns
 */
export function* readSlices(input: Input): Generator<undefined, Findings> {
  const folded = fold(input);
  yield;
  const outline = findOutline(input, folded);
  yield;
  const { documents, main } = splitDocuments(input, folded, outline);
  const reading: Reading = { input, folded, outline, documents };
  yield;
  const terms = findTerms(reading);
  yield;
  const uses = findUses(reading, terms);
  yield;
  const deadlines = findDeadlines(reading);
  yield;
  const citations = findCitations(reading);
  yield;
  return { documents, main, outline, terms, uses, deadlines, citations, duties: findDuties(reading) };
}
