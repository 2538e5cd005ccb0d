import type { Findings, Metadata } from '../../../lib/reading/types.ts';
import { norm } from './alike.ts';
import type { Counts } from './counts.ts';
import { scoreDeadlines } from './deadlines.ts';
import type { Labelled } from './labels.ts';
import { scoreCitations, scoreTerms } from './named.ts';

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
