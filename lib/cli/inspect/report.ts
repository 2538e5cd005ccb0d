import type { Match, Status } from '../../catalogue/types.ts';
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
  Metadata,
  OutlineItem,
  Term,
} from '../../reading/types.ts';

/** One line of `inspect`, without its `schema` and `id`; `input` is the text for `--text`. */
export interface Report {
  page: { verdict: Verdict; isPolicy: boolean; confidence: number; kind: string | null; reasons: string[] };
  documents: (DocumentPart & { status: ShownStatus; match: string | null })[];
  metadata: Omit<Metadata, 'kind'>;
  status: ShownStatus;
  matches: Match[];
  deadlines: Omit<Deadline, 'derived' | 'notes'>[];
  terms: Pick<Term, 'start' | 'end' | 'term' | 'kind' | 'definition' | 'article'>[];
  glossary: never[];
  citations: (Citation & { knownAs: string | null })[];
  duties: Omit<Duty, 'task'>[];
  outline: Pick<OutlineItem, 'start' | 'level' | 'label' | 'title'>[];
  input: string;
}

/** A status with its reason in words. */
export type ShownStatus = Omit<Status, 'because'> & { because: string };

/** The page's own verdict, and the text it was read from. */
interface Seen {
  page: Report['page'];
  text: string;
  findings: Findings;
}

/** What is to be said of a text file. `today` is YYYY-MM-DD. */
export function inspectText(text: string, today: string): Report {
  const findings = read(plainInput(text));
  const title = mainOf(findings).title;
  const signs = signsOfText(text);
  const { verdict, confidence } = verdictOf(signs, text);
  return report(
    {
      text,
      findings,
      page: {
        verdict,
        isPolicy: verdict === 'document',
        confidence: round(confidence),
        kind: mainOf(findings).kind ?? (title && kindOfTitle(title)),
        reasons: signs.map((sign) => sign.key),
      },
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
    {
      text: input.text,
      findings,
      page: {
        verdict: sight.verdict,
        isPolicy: sight.verdict === 'document',
        confidence: round(sight.confidence),
        kind: sight.kind ?? mainOf(findings).kind,
        reasons: sight.reasons,
      },
    },
    today,
  );
}

function report({ page, text, findings }: Seen, today: string): Report {
  const unknown: ShownStatus = {
    state: 'unknown',
    asOf: today,
    because: '',
    amendedBy: [],
    repealedBy: null,
    extendedBy: null,
  };
  const { kind: _, ...metadata } = mainOf(findings);
  return {
    page,
    documents: findings.documents.map((part) => ({ ...part, status: unknown, match: null })),
    metadata,
    status: unknown,
    matches: [],
    deadlines: findings.deadlines.map(({ derived: _derived, notes: _notes, ...deadline }) => deadline),
    terms: findings.terms.map(({ start, end, term, kind, definition, article }) => ({
      start,
      end,
      term,
      kind,
      definition,
      article,
    })),
    glossary: [],
    citations: findings.citations.map((citation) => ({ ...citation, knownAs: null })),
    duties: findings.duties.map(({ task: _task, ...duty }) => duty),
    outline: findings.outline.map(({ start, level, label, title }) => ({ start, level, label, title })),
    input: text,
  };
}

function mainOf(findings: Findings): Metadata {
  const main = findings.documents[findings.main] ?? findings.documents[0];
  return (
    main?.metadata ?? {
      title: null,
      noticeTitle: null,
      docNumber: null,
      issuers: [],
      kind: null,
      issued: null,
      published: null,
      effective: null,
      expires: null,
    }
  );
}

const round = (x: number) => Math.round(x * 100) / 100;
