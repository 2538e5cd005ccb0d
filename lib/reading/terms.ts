import type { Reading } from './read.ts';
import type { Term } from './types.ts';

export function findTerms(_reading: Reading): Term[] {
  return [];
}
