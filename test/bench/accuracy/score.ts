import type { Findings, Metadata } from '../../../lib/reading/types.ts';
import { likeness, norm } from './alike.ts';
import type { Labelled } from './labels.ts';

/** Counts of one document or of all; the figures are made of them. */
export interface Counts {
  found: number;
  wrong: number;
  missed: number;
  /** Of those found: how many have the right value, kind, definition, relation. */
  value: number;
  kind: number;
}

/** What one document scored, and each fact that a later run may gain or lose. */
export interface Score {
  deadlines: Counts;
  /** Definitions and abbreviations only. */
  marked: Counts;
  citations: Counts;
  numbers: { right: number; all: number };
  metadata: { right: number; all: number };
  /** Facts without any text: kind of finding, offset or number of the label, what was right. */
  facts: string[];
}

export const none = (): Counts => ({ found: 0, wrong: 0, missed: 0, value: 0, kind: 0 });

/** A deadline of ours or of a rival, with every value that it may be read as. */
export interface Answer {
  start: number;
  end: number;
  kind: string | null;
  values: { from: string | null; to: string | null; count: number | null; unit: string | null }[];
}

/** Scores a document as the corpus's own scorer does. */
export function scoreOf({ labels, text }: Labelled, findings: Findings): Score {
  const facts: string[] = [];
  const metadata = findings.documents[findings.main]?.metadata;
  const answers = findings.deadlines.map(({ start, end, kind, from, to, count, unit }) => ({
    start,
    end,
    kind,
    values: [{ from, to, count, unit }],
  }));
  return {
    deadlines: scoreDeadlines(labels.deadlines, answers, facts),
    marked: scoreTerms({ labels, text }, findings, facts),
    ...scoreCitations({ labels, text }, findings, facts),
    metadata: scoreMetadata(labels.meta, metadata, facts),
    facts,
  };
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

const MARKED = new Set(['definition', 'abbreviation']);

function scoreTerms({ labels, text }: Labelled, findings: Findings, facts: string[]): Counts {
  const counts = none();
  const used = new Set<number>();
  labels.terms.forEach((label, i) => {
    const places: number[] = [];
    for (let at = text.indexOf(label.quote); at >= 0; at = text.indexOf(label.quote, at + 1)) places.push(at);
    const hit = findings.terms.findIndex(
      (term, j) =>
        !used.has(j) &&
        norm(term.term) === norm(label.term) &&
        places.some((at) => at <= term.start && term.start < at + label.quote.length),
    );
    if (hit >= 0) used.add(hit);
    if (!MARKED.has(label.kind)) return;
    if (hit < 0) {
      counts.missed++;
      return;
    }
    counts.found++;
    facts.push(`term ${i} found`);
    if (likeness(findings.terms[hit]?.definition ?? '', label.definition) >= 0.8) {
      counts.value++;
      facts.push(`term ${i} definition`);
    }
  });
  findings.terms.forEach((term, j) => {
    if (used.has(j) || !MARKED.has(term.kind)) return;
    counts.wrong++;
    facts.push(`term ${term.start} false`);
  });
  return counts;
}

function scoreCitations(
  { labels }: Labelled,
  findings: Findings,
  facts: string[],
): Pick<Score, 'citations' | 'numbers'> {
  const citations = none();
  const numbers = { right: 0, all: 0 };
  const own = new Set([norm(labels.meta.title), norm(labels.meta.noticeTitle), '']);
  const given = findings.citations.filter((citation) => !own.has(norm(citation.title)));
  const wanted = new Set<string>();
  labels.relations.forEach((label, i) => {
    const key = norm(label.title);
    if (own.has(key)) return;
    const same = given.filter((citation) => norm(citation.title) === key);
    const first = !wanted.has(key);
    wanted.add(key);
    if (same.length === 0) {
      if (first) citations.missed++;
      return;
    }
    if (first) {
      citations.found++;
      facts.push(`citation ${i} found`);
    }
    if (same.some((citation) => citation.relation === label.type)) {
      citations.kind++;
      facts.push(`citation ${i} relation`);
    }
    if (!label.docNumber) return;
    numbers.all++;
    if (!same.some((citation) => norm(citation.docNumber) === norm(label.docNumber))) return;
    numbers.right++;
    facts.push(`citation ${i} number`);
  });
  const false_ = new Map<string, number>();
  for (const citation of given) {
    const key = norm(citation.title);
    if (!wanted.has(key) && !false_.has(key)) false_.set(key, citation.start);
  }
  citations.wrong = false_.size;
  for (const start of false_.values()) facts.push(`citation ${start} false`);
  return { citations, numbers };
}

const KEYS = ['title', 'docNumber', 'issued', 'effective', 'expires'] as const;
/** Where the text says nothing, saying something is wrong for these. */
const SILENT = new Set<string>(['docNumber', 'effective', 'expires']);

function scoreMetadata(
  meta: Labelled['labels']['meta'],
  given: Metadata | undefined,
  facts: string[],
): Score['metadata'] {
  const metadata = { right: 0, all: 0 };
  for (const key of KEYS) {
    const wanted = meta[key];
    const value = given?.[key] ?? null;
    if (wanted === null || wanted === undefined) {
      if (!SILENT.has(key) || !value) continue;
      metadata.all++;
      facts.push(`meta ${key} false`);
      continue;
    }
    metadata.all++;
    const notice = key === 'title' && norm(value) !== '' && norm(value) === norm(meta.noticeTitle);
    if (norm(value) !== norm(wanted) && !notice) continue;
    metadata.right++;
    facts.push(`meta ${key}`);
  }
  return metadata;
}

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
