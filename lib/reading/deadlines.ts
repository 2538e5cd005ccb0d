import type { Reading } from './read.ts';
import type { Deadline } from './types.ts';

export function findDeadlines(_reading: Reading): Deadline[] {
  return [];
}
