import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The hand labels of one document; see `GUIDE.md` beside them. Only what is scored. */
export interface Labels {
  id: string;
  meta: Record<
    'title' | 'noticeTitle' | 'docNumber' | 'issued' | 'published' | 'effective' | 'expires',
    string | null
  >;
  relations: { type: string; title: string | null; docNumber: string | null }[];
  terms: { term: string; kind: string; definition: string; quote: string }[];
  deadlines: {
    at: number;
    quote: string;
    kind: string;
    start?: string | null;
    end?: string | null;
    count?: number | null;
    unit?: string | null;
  }[];
}

/** A labelled document and its text. */
export interface Labelled {
  labels: Labels;
  text: string;
}

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);

/** The labelled corpus, by id; null where it is not at hand. */
export function loadCorpus(): Labelled[] | null {
  const folder = new URL('labels/', CORPUS);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const labels = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Labels;
      return { labels, text: readFileSync(new URL(`docs/${labels.id}.txt`, CORPUS), 'utf8') };
    });
}
