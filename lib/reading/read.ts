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
  const folded = fold(input);
  const outline = findOutline(input, folded);
  const { documents, main } = splitDocuments(input, folded, outline);
  const reading: Reading = { input, folded, outline, documents };
  const terms = findTerms(reading);
  return {
    documents,
    main,
    outline,
    terms,
    uses: findUses(reading, terms),
    deadlines: findDeadlines(reading),
    citations: findCitations(reading),
    duties: findDuties(reading),
  };
}
