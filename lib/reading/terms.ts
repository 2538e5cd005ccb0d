import type { Reading } from './read.ts';
import { finish, type Slices } from './slices.ts';
import { findAbbreviations } from './terms/abbreviations.ts';
import { findBrackets } from './terms/brackets.ts';
import { buildTerms, type Found } from './terms/build.ts';
import { findCalled } from './terms/called.ts';
import { findCopulas } from './terms/copula.ts';
import { findMeanings } from './terms/definitions.ts';
import { findGlossary } from './terms/glossary.ts';
import { findNumbered } from './terms/numbered.ts';
import { findOpenings } from './terms/opening-sentence.ts';
import { findSlogans } from './terms/slogans.ts';
import type { Term } from './types.ts';

/** In order of trust: where two read the same place, the first wins. */
const FINDERS = [
  findAbbreviations,
  findMeanings,
  findCalled,
  findCopulas,
  findOpenings,
  findGlossary,
  findBrackets,
  findSlogans,
  findNumbered,
];

/**
 * Finds the places where a text itself says what a term means: definitions (是指, 所称, 称为), short names
 * (以下简称, 以下统称), scope brackets (含…，下同) and glosses (a slogan or foreign abbreviation with what it
 * stands for).
 *
 * @returns terms in text order; `definition` is text of the input, word for word. Linear time.
 */
export function findTerms(reading: Reading): Term[] {
  return finish(termSlices(reading));
}

/** `findTerms` with a pause after each of its finders. */
export function* termSlices(reading: Reading): Slices<Term[]> {
  const found: Found[] = [];
  for (const finder of FINDERS) {
    for (const one of finder(reading.folded.text)) found.push(one);
    yield;
  }
  return buildTerms(reading, found);
}
