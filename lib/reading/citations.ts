import type { Reading } from './read.ts';
import type { Citation } from './types.ts';

export function findCitations(_reading: Reading): Citation[] {
  return [];
}
