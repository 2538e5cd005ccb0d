import browser from 'webextension-polyfill';
import type { PageSender } from '../../lib/messages/senders.ts';
import type { Sight } from '../../lib/page/types.ts';
import { showBadge } from './badge.ts';
import { chooseFrame } from './choose-frame.ts';
import { untilLoaded } from './inject.ts';
import { offerPanel } from './panel.ts';
import { askTopFacts, startReader } from './start-reader.ts';
import { addressOf, changeTab, enterPage, readPage, sameDocument, type TabState } from './tab-state.ts';
import { hint } from './tell.ts';

/**
 * A gate has seen a document, or something about one; or, after a change of address without a load,
 * neither. Gates speak more than once: at first sight, when more text has come, and when their page comes
 * back from the back-forward cache.
 */
export async function gateSaw(sight: Sight, sender: PageSender): Promise<null> {
  const { tab } = sender;
  const address = addressOf(sender.topUrl);
  if (sight.verdict === 'other') {
    const had = await changeTab(tab, (state) => forgetFrame(state, address, sender));
    if (had) hint(tab, sender.frame, 'reader/marks', { on: false });
    await showBadge(tab, await readPage(tab, address));
    return null;
  }
  await changeTab(tab, (state) => noteSight(state, address, sight, sender));
  offerPanel(tab);
  await showBadge(tab, await readPage(tab, address));
  await settle(tab, address);
  return null;
}

function noteSight(state: TabState, address: string, sight: Sight, { frame, document }: PageSender): void {
  const page = enterPage(state, address);
  const before = page.seen.find((one) => one.frame === frame)?.document ?? null;
  if (frame === 0 && !sameDocument(before, document)) {
    // Loaded anew: the frames and the reader of before are gone with the old document.
    page.seen = [];
    page.reader = null;
    page.read = null;
  }
  page.seen = [...page.seen.filter((one) => one.frame !== frame), { frame, document, sight }];
}

/** Forgets what a frame was and the reader in it, so that a way back starts it anew. @returns whether it had one */
function forgetFrame(state: TabState, address: string, { frame, document }: PageSender): boolean {
  let had = false;
  for (const page of state.pages) {
    if (page.address === address) page.seen = page.seen.filter((one) => one.frame !== frame);
    if (page.reader?.frame === frame && sameDocument(page.reader.document, document)) {
      page.reader = null;
      page.read = null;
      had = true;
    }
  }
  return had;
}

/** Chooses the frame that holds the body, as soon as that can be told, and starts the reader there. */
async function settle(tab: number, address: string): Promise<void> {
  let loaded = false;
  for (;;) {
    const page = await readPage(tab, address);
    const now = await tabNow(tab);
    if (!page || !now || (now.address !== null && now.address !== address)) return;
    loaded ||= now.loaded;
    const isTopSeen = page.seen.some(({ frame }) => frame === 0);
    const choice = chooseFrame(page, isTopSeen || (await askTopFacts(tab)) !== null, loaded);
    if (choice === null) return;
    if (choice === 'wait') {
      await untilLoaded(tab);
      loaded = true;
    } else if (await startReader(tab, address, choice)) return;
    else {
      await changeTab(tab, (state) => {
        const entered = state.pages.find((one) => one.address === address);
        if (entered) entered.seen = entered.seen.filter(({ frame }) => frame !== choice);
      });
    }
  }
}

async function tabNow(tab: number): Promise<{ address: string | null; loaded: boolean } | null> {
  try {
    const { url, status } = await browser.tabs.get(tab);
    return { address: url === undefined ? null : addressOf(url), loaded: status === 'complete' };
  } catch {
    return null;
  }
}
