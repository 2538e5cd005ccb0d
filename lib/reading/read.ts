import { citationSlices } from './citations.ts';
import { deadlineSlices } from './deadlines.ts';
import { documentSlices } from './documents.ts';
import { dutySlices } from './duties.ts';
import { type Folded, foldSlices } from './fold.ts';
import { outlineSlices } from './outline.ts';
import { finish, type Slices } from './slices.ts';
import { termSlices } from './terms.ts';
import type { DocumentPart, Findings, Input, OutlineItem } from './types.ts';
import { useSlices } from './uses.ts';

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
  return finish(readSlices(input));
}

/**
 * The same with pauses every few milliseconds, for a caller whose page must stay usable meanwhile.
 *
 * @returns after the last pause, what `read` returns
 */
export function* readSlices(input: Input): Slices<Findings> {
  const folded = yield* foldSlices(input);
  yield;
  const outline = yield* outlineSlices(input, folded);
  yield;
  const { documents, main } = yield* documentSlices(input, folded);
  const reading: Reading = { input, folded, outline, documents };
  yield;
  const terms = yield* termSlices(reading);
  yield;
  const uses = yield* useSlices(reading, terms);
  yield;
  const deadlines = yield* deadlineSlices(reading);
  yield;
  const citations = yield* citationSlices(reading);
  yield;
  const duties = yield* dutySlices(reading);
  return { documents, main, outline, terms, uses, deadlines, citations, duties };
}
