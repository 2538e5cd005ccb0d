import type { Findings } from '../../../lib/reading/types.ts';
import { likeness, norm } from './alike.ts';
import { type Counts, none } from './counts.ts';
import type { Labelled } from './labels.ts';

const MARKED = new Set(['definition', 'abbreviation']);

/** Definitions and abbreviations: found by term and place, right where what they say is alike. */
export function scoreTerms({ labels, text }: Labelled, findings: Findings, facts: string[]): Counts {
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

/** Other documents by title: the document's own do not count. */
export function scoreCitations(
  { labels }: Labelled,
  findings: Findings,
  facts: string[],
): { citations: Counts; numbers: { right: number; all: number } } {
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
