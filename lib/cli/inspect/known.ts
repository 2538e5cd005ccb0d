import { readFileSync } from 'node:fs';
import { fingerprint } from '../../catalogue/fingerprint.ts';
import {
  type Catalogue,
  identify,
  knownAs,
  loadCatalogue,
  matchText,
  statusOf,
} from '../../catalogue/index.ts';
import type { Match, Reason, Status } from '../../catalogue/types.ts';
import type { Citation, DocumentPart, PageFacts } from '../../reading/types.ts';
import { catalogueBytes } from '../build-catalogue.ts';

/** A status with its reason in words, as the extension says it in Chinese. */
export type ShownStatus = Omit<Status, 'because' | 'disagrees'> & { because: string; disagrees?: string };

/** What the bundled catalogue knows of a text. */
export interface Known {
  matches: Match[];
  /** For each document of the text: which known one it is, and whether it is in force. */
  documents: { match: string | null; status: ShownStatus }[];
  /** For each citation the known document it names. */
  citations: (string | null)[];
}

/** What is asked of the catalogue; `facts` are the page's, `main` the document that they speak of. */
export interface Asked {
  text: string;
  documents: readonly DocumentPart[];
  main: number;
  citations: readonly Citation[];
  facts: PageFacts;
}

const VALIDITY = /^(?:有效性|时效性|是否有效|效力状态|文件状态)$/;

let loading: Promise<Catalogue> | null = null;

/**
 * Asks the bundled catalogue about a text, as the background does for a page.
 *
 * @param day the day that statuses are asked for, YYYY-MM-DD
 */
export async function askCatalogue(
  { text, documents, main, citations, facts }: Asked,
  day: string,
): Promise<Known> {
  loading ??= catalogueBytes().then(loadCatalogue);
  const catalogue = await loading;
  const matches = matchText(catalogue, { fingerprints: fingerprint(text), documents });
  const ids = identify(catalogue, documents, matches);
  const validity = facts.pairs.find((pair) => VALIDITY.test(pair.label))?.value ?? null;
  return {
    matches,
    documents: documents.map(({ metadata }, i) => {
      const match = ids[i] ?? null;
      const status = statusOf(catalogue, match, metadata, { validity: i === main ? validity : null }, day);
      return { match, status: shown(status) };
    }),
    citations: citations.map(({ title, docNumber }) =>
      title || docNumber ? knownAs(catalogue, title, docNumber) : null,
    ),
  };
}

function shown({ because, disagrees, ...status }: Status): ShownStatus {
  return { ...status, because: words(because), ...(disagrees ? { disagrees: words(disagrees) } : {}) };
}

const LOCALE = new URL('../../../assets/public/_locales/zh_CN/messages.json', import.meta.url);
let messages: Record<string, { message: string } | undefined> | null = null;

/** A reason as the extension's Chinese locale words it. */
function words({ key, args }: Reason): string {
  messages ??= JSON.parse(readFileSync(LOCALE, 'utf8')) as Record<string, { message: string }>;
  return (messages[key]?.message ?? key).replace(/\$(\d)/g, (_, n: string) => args[Number(n) - 1] ?? '');
}
