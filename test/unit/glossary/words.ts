import { formsOf } from '../../../lib/glossary/key.ts';
import { findWords } from '../../../lib/glossary/match.ts';
import { loadTable, packWords } from '../../../lib/glossary/table.ts';
import { fold } from '../../../lib/reading/fold.ts';
import { plainInput } from '../../../lib/reading/plain.ts';

/** What stands at the places where some terms are found in a text. */
export function placesOf(text: string, terms: readonly string[]): { start: number; text: string }[] {
  const words = [...new Set(terms.flatMap(formsOf))];
  const table = loadTable(packWords(words));
  return findWords(text, fold(plainInput(text)), table).map(({ start, end }) => ({
    start,
    text: text.slice(start, end),
  }));
}

/** The same without the places. */
export function wordsIn(text: string, terms: readonly string[]): string[] {
  return placesOf(text, terms).map((place) => place.text);
}
