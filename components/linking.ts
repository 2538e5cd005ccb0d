import type { NamedNote } from '../lib/messages/lists.ts';
import { askFromOurs } from '../lib/messages/send.ts';
import type { Article } from './articles.ts';

/** What a form needs to link notes: the editor in a page's frame has its own, narrower way of asking. */
export interface Linking {
  /** The last written notes in which the words of a query stand. */
  find: (query: string) => Promise<NamedNote[]>;
  /** What some notes are called; those that are gone are left out. */
  name: (ids: string[]) => Promise<NamedNote[]>;
  /** The articles of the documents on the page; missing where no page is open. */
  articles?: (() => Promise<Article[]>) | undefined;
}

/** As the panel and the library ask. */
export const ourLinking: Linking = {
  find: async (query) => (await askFromOurs('notes/find', { query })).notes,
  name: async (ids) => (await askFromOurs('notes/named', { ids })).notes,
};
