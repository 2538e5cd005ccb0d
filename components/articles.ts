import type { ReaderState } from '../lib/messages/lists.ts';
import type { NoteLink } from '../lib/notes/types.ts';
import { articleFinder } from '../lib/reading/outline/article.ts';
import type { Span } from '../lib/reading/types.ts';

/** An article of a document on a page, under the name by which notes know it. */
export interface Article extends Span {
  /** The document's key. */
  document: string;
  /** Such as 第三条, 一（二）. */
  article: string;
  /** Its heading's words; empty where it has none. */
  title: string;
}

/** What tells where a page's articles are. */
interface Outlined extends Pick<ReaderState, 'outline'> {
  documents: readonly { span: Span; answer: { key: string } | null }[];
}

/** The articles of all documents on a page, each once, in text order; those of a document not known are left out. */
export function articlesOf({ documents, outline }: Outlined): Article[] {
  const met = new Set<string>();
  return documents.flatMap(({ span, answer }) => {
    if (!answer) return [];
    const headings = outline.filter(({ start }) => start >= span.start && start < span.end);
    const nameAt = articleFinder(headings);
    return headings.flatMap(({ start, end, title }) => {
      const article = nameAt(start);
      const name = `${answer.key}\n${article}`;
      if (article === null || met.has(name)) return [];
      met.add(name);
      return [{ document: answer.key, article, title, start, end }];
    });
  });
}

/** Where an article that a note links to stands on a page; undefined where it does not. */
export function articleAt(
  link: Extract<NoteLink, { kind: 'article' }>,
  state: Outlined,
): Article | undefined {
  return articlesOf(state).find(
    ({ document, article }) => document === link.document && article === link.article,
  );
}

/** Whether two links lead to the same. */
export function sameLink(one: NoteLink, other: NoteLink): boolean {
  return linkKey(one) === linkKey(other);
}

/** One string for where a link leads. */
export function linkKey(link: NoteLink): string {
  return link.kind === 'note' ? `note ${link.id}` : `article ${link.document}\n${link.article}`;
}
