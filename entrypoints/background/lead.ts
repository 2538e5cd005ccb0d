import browser from 'webextension-polyfill';
import { linkAddress } from '../../components/link-address.ts';
import { toCitation } from '../../lib/export/citation.ts';
import type { FromPageReplies } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import type { PageSender } from '../../lib/messages/senders.ts';
import { today } from '../../lib/settings/today.ts';
import { ownNote } from './page-notes.ts';
import { documentOf } from './readers.ts';

/** What leads away from a page: citations of it, and links of its notes. */

/** A citation of a place in one of the page's documents. @throws Problem where it has no title */
export async function cite(
  { document, article }: { document: number; article: string | null },
  sender: PageSender,
): Promise<FromPageReplies['page/cite']> {
  const { facts } = await documentOf(sender, document);
  const [address = null] = facts.addresses;
  const citation = toCitation({ ...facts, address, read: today(), article });
  if (citation === null) throw new Problem('citeUntitled');
  return { citation };
}

/** Opens what a note of the page leads to in a tab of its own. The page learns nothing of what that is. */
export async function follow({ id, link }: { id: string; link: number }, sender: PageSender): Promise<null> {
  const goal = (await ownNote(id, sender)).links[link];
  if (!goal) throw new Problem('problemNoteGone');
  await browser.tabs.create({ url: await linkAddress(goal), openerTabId: sender.tab });
  return null;
}
