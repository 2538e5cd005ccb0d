import { type Counts, none } from './counts.ts';
import type { Labelled } from './labels.ts';

/** A deadline of ours or of a rival, with every value that it may be read as. */
export interface Answer {
  start: number;
  end: number;
  kind: string | null;
  values: { from: string | null; to: string | null; count: number | null; unit: string | null }[];
}

const LENGTHS = new Set(['within', 'before-event', 'validity']);
type Label = Labelled['labels']['deadlines'][number];

/** Two spans meet where they share at least half of the longer one; each answer counts once. */
export function scoreDeadlines(
  labels: readonly Label[],
  answers: readonly Answer[],
  facts: string[],
): Counts {
  const counts = none();
  const used = new Set<Answer>();
  for (const label of labels) {
    const [a, b] = [label.at, label.at + label.quote.length];
    let best: Answer | null = null;
    let most = 0;
    for (const answer of answers) {
      const shared = Math.min(b, answer.end) - Math.max(a, answer.start);
      const enough = shared > 0 && shared >= 0.5 * Math.min(b - a, answer.end - answer.start);
      if (!used.has(answer) && enough && shared > most) {
        best = answer;
        most = shared;
      }
    }
    if (!best) {
      counts.missed++;
      continue;
    }
    used.add(best);
    counts.found++;
    facts.push(`deadline ${a} found`);
    if (best.kind === label.kind) {
      counts.kind++;
      facts.push(`deadline ${a} kind`);
    }
    if (hasValue(label, best)) {
      counts.value++;
      facts.push(`deadline ${a} value`);
    }
  }
  for (const answer of answers) {
    if (used.has(answer)) continue;
    counts.wrong++;
    facts.push(`deadline ${answer.start} false`);
  }
  return counts;
}

function hasValue(label: Label, answer: Answer): boolean {
  const { kind, start = null, end = null, count = null, unit = null } = label;
  if (kind === 'ongoing') return answer.kind === kind;
  return answer.values.some((value) => {
    if (LENGTHS.has(kind)) return value.count === count && value.unit === unit;
    if (kind === 'recurring') return answer.kind === kind && (end === null || value.to === end);
    return (end === null || value.to === end) && (start === null || value.from === start);
  });
}
