import type { Reading } from './read.ts';
import type { Duty } from './types.ts';

export function findDuties(_reading: Reading): Duty[] {
  return [];
}
