import type { Reading } from './read.ts';
import type { Term, TermUse } from './types.ts';

export function findUses(_reading: Reading, _terms: Term[]): TermUse[] {
  return [];
}
