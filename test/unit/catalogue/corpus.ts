import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
export const DOCS = `${shared}corpus/docs`;
export const PAGES = `${shared}pages`;

/** Real texts are used where they are at hand; they are not ours to ship. */
export const HERE = existsSync(DOCS) && existsSync(PAGES);
export const WHY = HERE ? '' : ' (skipped: ../shared is not here)';

export const FACTS = JSON.parse(
  readFileSync(new URL('../../../assets/catalogue/known.json', import.meta.url), 'utf8'),
) as {
  documents: {
    id: string;
    title: string | null;
    noticeTitle: string | null;
    docNumber: string | null;
    otherTitles?: string[];
    otherNumbers?: string[];
    issuers: string[];
    issued: string | null;
    published: string | null;
    effective: string | null;
    expires: string | null;
    where: Record<string, string>;
    siteLines?: { head: number; tail: number };
    relations: {
      type: string;
      id?: string;
      title?: string;
      docNumber?: string;
      until?: string;
      where: string;
    }[];
  }[];
  named: {
    id: string;
    title: string | null;
    docNumber: string | null;
    otherTitles?: string[];
    issued?: string;
    effective?: string;
    from: { document: string; where: string };
  }[];
};
export const IDS = FACTS.documents.map(({ id }) => id);

const texts = new Map<string, string>();
export function textOf(id: string): string {
  const text = texts.get(id) ?? readFileSync(`${DOCS}/${id}.txt`, 'utf8');
  texts.set(id, text);
  return text;
}
