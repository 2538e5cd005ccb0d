import type { Findings } from '../../lib/reading/types.ts';

/** One coloured stretch: what was found there, or what a label says should have been. */
export interface Shown {
  start: number;
  end: number;
  layer: Layer;
  words: string;
  /** How it stands to the hand labels: `found` also where there are none to compare with. */
  verdict: 'found' | 'missed' | 'false';
}

export const LAYERS = ['deadline', 'term', 'use', 'citation', 'duty', 'outline', 'document'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Labels {
  deadlines: {
    at: number;
    quote: string;
    kind: string;
    start?: string;
    end?: string;
    count?: number;
    unit?: string;
  }[];
  terms: { term: string; start: number; end: number; kind: string }[];
}

const facts = (value: object) =>
  Object.entries(value)
    .filter(([key, v]) => v !== null && v !== undefined && !['start', 'end', 'text'].includes(key))
    .map(([key, v]) => `${key}: ${typeof v === 'object' ? JSON.stringify(v) : v}`)
    .join('\n');

/** Everything found, as coloured stretches, compared with the labels of the text where there are some. */
export function shownSpans(findings: Findings, labels: Labels | null): Shown[] {
  const plain = (layer: Layer, list: readonly { start: number; end: number }[]): Shown[] =>
    list.map((f) => ({
      start: f.start,
      end: f.end,
      layer,
      words: `${layer}\n${facts(f)}`,
      verdict: 'found',
    }));
  return [
    ...compared(
      'deadline',
      plain('deadline', findings.deadlines),
      labels?.deadlines.map((d) => ({ start: d.at, end: d.at + d.quote.length, words: facts(d) })),
    ),
    ...compared(
      'term',
      plain('term', findings.terms),
      labels?.terms.map((t) => ({ start: t.start, end: t.end, words: facts(t) })),
    ),
    ...plain('use', findings.uses),
    ...plain('citation', findings.citations),
    ...plain('duty', findings.duties),
    ...plain('outline', findings.outline),
    ...plain('document', findings.documents),
  ];
}

interface Wanted {
  start: number;
  end: number;
  words: string;
}

/** What no label touches is false, a label that nothing touches is missed. */
function compared(layer: Layer, found: Shown[], wanted: Wanted[] | undefined): Shown[] {
  if (!wanted) return found;
  const touch = (a: Wanted, b: Wanted) => a.start < b.end && b.start < a.end;
  const judged = found.map((f): Shown => (wanted.some((w) => touch(f, w)) ? f : { ...f, verdict: 'false' }));
  const missed = wanted
    .filter((w) => !found.some((f) => touch(f, w)))
    .map((w): Shown => ({ ...w, layer, words: `missed ${layer}\n${w.words}`, verdict: 'missed' }));
  return [...judged, ...missed];
}
