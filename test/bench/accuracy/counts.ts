/** Counts of one document or of all; the figures are made of them. */
export interface Counts {
  found: number;
  wrong: number;
  missed: number;
  /** Of those found: how many have the right value, kind, definition, relation. */
  value: number;
  kind: number;
}

export const none = (): Counts => ({ found: 0, wrong: 0, missed: 0, value: 0, kind: 0 });

/** The sum of several counts. */
export function sum(all: readonly Counts[]): Counts {
  const total = none();
  for (const each of all) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += each[key];
  }
  return total;
}

/** Precision, recall and their harmonic mean; 1 where there was nothing to find. */
export function rates({ found, wrong, missed }: Counts): { p: number; r: number; f1: number } {
  const p = found + wrong > 0 ? found / (found + wrong) : 1;
  const r = found + missed > 0 ? found / (found + missed) : 1;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}
