/** Median of some runs' milliseconds, after one that does not count. */
export function median(runs: number, work: () => void): number {
  work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return middle(times);
}

export function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** One line of the report: what, how much, and how it stands to a budget or a rival. */
export interface Row {
  what: string;
  figure: string;
  against: string;
  verdict: string;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`;
export const met = (ok: boolean) => (ok ? 'met' : 'not met');
