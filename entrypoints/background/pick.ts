import browser from 'webextension-polyfill';
import { Problem } from '../../lib/messages/problem.ts';
import { tellReader } from '../../lib/messages/send.ts';
import { changePick } from '../../lib/settings/picks.ts';
import { readTab } from './tab-state.ts';

/**
 * The reader says which of several known documents one of a page's is, or takes that back. The page's own
 * reader then asks the catalogue again.
 *
 * @throws Problem where the page is no longer there
 */
export async function pickDocument(pick: {
  tab: number;
  document: number;
  id: string | null;
}): Promise<null> {
  const { tab, document, id } = pick;
  const page = (await readTab(tab)).pages.at(-1);
  const read = page?.read?.documents[document];
  if (!page?.reader || !read) throw new Problem('panelGone');
  const { incognito = false } = await browser.tabs.get(tab);
  await changePick(read.pickKey, id, incognito);
  await tellReader(tab, page.reader.frame, 'reader/ask-again', {});
  return null;
}
