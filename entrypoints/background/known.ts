import {
  type Catalogue,
  choiceOf,
  documentOf,
  identities,
  knownAs,
  matchText,
  relationsOn,
  statusOf,
  worthComparing,
} from '../../lib/catalogue/index.ts';
import type {
  Choice,
  Fingerprints,
  KnownDocument,
  KnownRelation,
  Match,
  Status,
} from '../../lib/catalogue/types.ts';
import { Problem } from '../../lib/messages/problem.ts';
import type { DocumentPart, Metadata } from '../../lib/reading/types.ts';
import { today } from '../../lib/settings/today.ts';
import { catalogue } from './catalogues.ts';
import { foundElsewhere } from './shards.ts';

/** What is asked of the catalogue about a page. */
export interface Question {
  documents: DocumentPart[];
  main: number;
  fingerprints: Fingerprints;
  citations: { title: string | null; docNumber: string | null }[];
  validity: string | null;
  /** For each document, which of several known ones the reader said it is. */
  picks?: readonly (string | null)[];
  /** The page only tells of documents: its text is not held against theirs. */
  about?: boolean;
}

/** What the catalogue knows of a page. */
export interface Known {
  documents: {
    catalogueId: string | null;
    /** The page's metadata; a known document's own facts come before it. */
    metadata: Metadata;
    status: Status;
    relations: KnownRelation[];
    /** The known documents that it may be, where that can't be decided, or was decided by the reader. */
    choices: Choice[];
    /** The reader said which of them it is. */
    picked: boolean;
  }[];
  matches: Match[];
  citations: ({ id: string; status: Status } | null)[];
}

/** Asks the catalogue about a page. Without a catalogue the page is read all the same, as one unknown to it. */
export async function askCatalogue(question: Question): Promise<Known> {
  try {
    return answer(await catalogue(), question);
  } catch (error) {
    console.error('zhupi: catalogue', error instanceof Error ? error.name : typeof error);
    return unknown(question);
  }
}

/**
 * All that the catalogue knows of a document, and of those it is related to.
 *
 * @throws Problem where the catalogue can't be read, or does not know the id
 */
export async function knownDocument({
  id,
}: {
  id: string;
}): Promise<{ document: KnownDocument; status: Status }> {
  const here = await catalogue().catch(() => {
    throw new Problem('statusBecauseNoCatalogue');
  });
  const known = foundElsewhere(id) ?? here;
  const document = documentOf(known, id);
  if (!document) throw new Problem('problemNotKnown');
  const day = today();
  const relations = relationsOn(known, id, day);
  return { document: { ...document, relations }, status: statusOf(known, id, null, {}, day) };
}

/** What one catalogue knows of a page. */
export function answer(known: Catalogue, question: Question): Known {
  const { documents, main, fingerprints, citations, validity, picks = [], about = false } = question;
  const day = today();
  const found = matchText(known, { fingerprints, documents });
  const identified = identities(known, documents, found).map(({ id, choices }, index) => {
    const pick = picks[index] ?? null;
    const picked = pick !== null && choices.includes(pick);
    return { id: picked ? pick : id, choices, picked };
  });
  const carried = new Set(identified.map(({ id }) => id));
  const compared = (match: Match) => !about && carried.has(match.id) && worthComparing(match);
  return {
    matches: found.map((match) => (compared(match) ? { ...match, compared: true } : match)),
    documents: documents.map(({ metadata }, index) => {
      const { id = null, choices = [], picked = false } = identified[index] ?? {};
      // The page's 有效性 field speaks of its main document.
      const facts = { validity: index === main ? validity : null };
      return {
        catalogueId: id,
        metadata: filledUp(id === null ? null : documentOf(known, id), metadata),
        status: statusOf(known, id, metadata, facts, day),
        relations: id === null ? [] : relationsOn(known, id, day),
        choices: choices.flatMap((one) => choiceOf(known, one, day) ?? []),
        picked,
      };
    }),
    citations: citations.map(({ title, docNumber }) => {
      const id = knownAs(known, title, docNumber);
      return id === null ? null : { id, status: statusOf(known, id, null, {}, day) };
    }),
  };
}

function filledUp(known: Metadata | null, page: Metadata): Metadata {
  if (!known) return page;
  return {
    title: known.title ?? page.title,
    noticeTitle: known.noticeTitle ?? page.noticeTitle,
    docNumber: known.docNumber ?? page.docNumber,
    issuers: known.issuers.length > 0 ? known.issuers : page.issuers,
    kind: known.kind ?? page.kind,
    issued: known.issued ?? page.issued,
    published: known.published ?? page.published,
    effective: known.effective ?? page.effective,
    expires: known.expires ?? page.expires,
  };
}

function unknown({ documents, citations }: Question): Known {
  const status: Status = {
    state: 'unknown',
    asOf: today(),
    because: { key: 'statusBecauseNoCatalogue', args: [] },
    amendedBy: [],
    repealedBy: null,
    extendedBy: null,
  };
  return {
    matches: [],
    documents: documents.map(({ metadata }) => ({
      ...{ catalogueId: null, metadata, status, relations: [] },
      ...{ choices: [], picked: false },
    })),
    citations: citations.map(() => null),
  };
}
