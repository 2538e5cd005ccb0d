import { Problem } from '../../lib/messages/problem.ts';
import type { PageSender } from '../../lib/messages/senders.ts';
import {
  addressOf,
  changeTab,
  enterPage,
  type PageState,
  type ReadDocument,
  readPage,
  readTab,
  sameDocument,
  type TabState,
} from './tab-state.ts';

/**
 * Whether a message comes from the frame that holds its tab's reader. A reader that stayed while its page's
 * address changed without a load is taken along to the new address.
 */
export async function isReader(sender: PageSender): Promise<boolean> {
  const address = addressOf(sender.topUrl);
  const state = await readTab(sender.tab);
  const here = state.pages.find((page) => page.address === address);
  if (here?.reader) return isAt(here, sender);
  if (!state.pages.some((page) => isAt(page, sender))) return false;
  await changeTab(sender.tab, (now) => takeAlong(now, address, sender));
  return true;
}

function isAt({ reader }: PageState, { frame, document }: PageSender): boolean {
  return reader?.frame === frame && sameDocument(reader.document, document);
}

function takeAlong(state: TabState, address: string, sender: PageSender): void {
  const from = state.pages.findLast((page) => isAt(page, sender));
  const page = enterPage(state, address);
  if (from && !page.reader) Object.assign(page, { reader: from.reader, topFacts: from.topFacts });
}

/** The page a reader speaks of. @throws Problem where it was not read, or was forgotten */
export async function pageOf(sender: PageSender): Promise<PageState> {
  const page = await readPage(sender.tab, addressOf(sender.topUrl));
  if (!page) throw new Problem('problemNotReader');
  return page;
}

/** One of the documents of a reader's page, by its number. @throws Problem where there is none */
export async function documentOf(sender: PageSender, index: number): Promise<ReadDocument> {
  const document = (await pageOf(sender)).read?.documents[index];
  if (!document) throw new Problem('problemNotRead');
  return document;
}

/** The keys of the documents of a page, each once. */
export function keysOf({ read }: PageState): string[] {
  return [...new Set(read?.documents.map(({ facts }) => facts.key))];
}
