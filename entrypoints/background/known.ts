import browser from 'webextension-polyfill';
import {
  type Catalogue,
  documentOf,
  identify,
  knownAs,
  loadCatalogue,
  matchText,
  relationsOf,
  statusOf,
} from '../../lib/catalogue/index.ts';
import type { Fingerprints, KnownRelation, Match, Status } from '../../lib/catalogue/types.ts';
import type { DocumentPart, Metadata } from '../../lib/reading/types.ts';
import { today } from '../../lib/settings/today.ts';

/** What is asked of the catalogue about a page. */
export interface Question {
  documents: DocumentPart[];
  main: number;
  fingerprints: Fingerprints;
  citations: { title: string | null; docNumber: string | null }[];
  validity: string | null;
}

/** What the catalogue knows of a page. */
export interface Known {
  documents: {
    catalogueId: string | null;
    /** The page's metadata; a known document's own facts come before it. */
    metadata: Metadata;
    status: Status;
    relations: KnownRelation[];
  }[];
  matches: Match[];
  citations: ({ id: string; status: Status } | null)[];
}

let loading: Promise<Catalogue> | null = null;

/** The bundled catalogue, loaded at the first question of this worker's life. */
function catalogue(): Promise<Catalogue> {
  loading ??= fetch(browser.runtime.getURL('catalogue.bin'))
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => loadCatalogue(new Uint8Array(bytes)));
  loading.catch(() => {
    // The next page tries again.
    loading = null;
  });
  return loading;
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

function answer(known: Catalogue, { documents, main, fingerprints, citations, validity }: Question): Known {
  const day = today();
  const matches = matchText(known, { fingerprints, documents });
  const ids = identify(known, documents, matches);
  return {
    matches,
    documents: documents.map(({ metadata }, index) => {
      const id = ids[index] ?? null;
      // The page's 有效性 field speaks of its main document.
      const facts = { validity: index === main ? validity : null };
      return {
        catalogueId: id,
        metadata: filledUp(id === null ? null : documentOf(known, id), metadata),
        status: statusOf(known, id, metadata, facts, day),
        relations: id === null ? [] : relationsOf(known, id),
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
    documents: documents.map(({ metadata }) => ({ catalogueId: null, metadata, status, relations: [] })),
    citations: citations.map(() => null),
  };
}
