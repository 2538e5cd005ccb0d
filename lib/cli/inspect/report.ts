import type { Match } from '../../catalogue/types.ts';
import type { Verdict } from '../../page/types.ts';
import { kindOfTitle, signsOfText, verdictOf } from '../../reading/kind.ts';
import { plainInput } from '../../reading/plain.ts';
import { read } from '../../reading/read.ts';
import type {
  Citation,
  Deadline,
  DocumentPart,
  Duty,
  Findings,
  Input,
  Metadata,
  OutlineItem,
  Term,
} from '../../reading/types.ts';
import { type GlossaryRow, inGlossary } from './glossary.ts';
import { askCatalogue, type ShownStatus } from './known.ts';

/** One line of `inspect`, without its `schema` and `id`; `text` is printed only on demand. */
export interface Report {
  page: { verdict: Verdict; isPolicy: boolean; confidence: number; kind: string | null; reasons: string[] };
  documents: (DocumentPart & { status: ShownStatus; match: string | null })[];
  metadata: Omit<Metadata, 'kind'>;
  status: ShownStatus | null;
  matches: Match[];
  deadlines: Omit<Deadline, 'derived' | 'notes'>[];
  terms: Pick<Term, 'start' | 'end' | 'term' | 'kind' | 'definition' | 'article'>[];
  glossary: GlossaryRow[];
  citations: (Citation & { knownAs: string | null })[];
  duties: Omit<Duty, 'task'>[];
  outline: Pick<OutlineItem, 'start' | 'level' | 'label' | 'title'>[];
  text: string;
}

/** What is to be said of a text file. `today` is YYYY-MM-DD. */
export function inspectText(text: string, today: string): Promise<Report> {
  const input = plainInput(text);
  const findings = read(input);
  const { title, kind } = mainOf(findings);
  const signs = signsOfText(text);
  const { verdict, confidence } = verdictOf(signs, text);
  return report(
    input,
    findings,
    {
      verdict,
      isPolicy: verdict === 'document',
      confidence: round(confidence),
      kind: kind ?? (title && kindOfTitle(title)),
      reasons: signs.map((sign) => sign.key),
    },
    today,
  );
}

/** What is to be said of a saved page. `today` is YYYY-MM-DD. */
export async function inspectPage(html: string, today: string): Promise<Report> {
  // jsdom is slow to load: only where a page is read.
  const { seePage } = await import('./page.ts');
  const { sight, input } = seePage(html);
  const findings = read(input);
  return report(
    input,
    findings,
    {
      verdict: sight.verdict,
      isPolicy: sight.verdict === 'document',
      confidence: round(sight.confidence),
      kind: sight.kind ?? (sight.verdict === 'other' ? null : mainOf(findings).kind),
      reasons: sight.reasons,
    },
    today,
  );
}

async function report(
  input: Input,
  findings: Findings,
  page: Report['page'],
  today: string,
): Promise<Report> {
  const { documents, main, citations } = findings;
  const known = await askCatalogue(
    { text: input.text, documents, main, citations, facts: input.facts },
    today,
  );
  const withStatus = documents.map((part, i) => {
    const { match, status } = known.documents[i] as (typeof known.documents)[number];
    return { ...part, status, match };
  });
  const { kind: _, ...metadata } = mainOf(findings);
  return {
    page,
    documents: withStatus,
    metadata,
    status: withStatus[main]?.status ?? null,
    matches: known.matches,
    deadlines: findings.deadlines.map(({ derived: _derived, notes: _notes, ...deadline }) => deadline),
    terms: findings.terms.map(({ start, end, term, kind, definition, article }) => ({
      start,
      end,
      term,
      kind,
      definition,
      article,
    })),
    glossary: await inGlossary(input, findings),
    citations: citations.map((citation, i) => ({ ...citation, knownAs: known.citations[i] ?? null })),
    duties: findings.duties.map(({ task: _task, ...duty }) => duty),
    outline: findings.outline.map(({ start, level, label, title }) => ({ start, level, label, title })),
    text: input.text,
  };
}

function mainOf(findings: Findings): Metadata {
  // `documents` is never empty.
  return (findings.documents[findings.main] as DocumentPart).metadata;
}

const round = (x: number) => Math.round(x * 100) / 100;
