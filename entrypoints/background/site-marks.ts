import browser from 'webextension-polyfill';
import { Problem } from '../../lib/messages/problem.ts';
import { settingsIn, switchSite } from '../../lib/settings/private-sites.ts';
import { marksOn, siteOf } from '../../lib/settings/quiet-sites.ts';
import { allTabs } from './tab-state.ts';
import { hint } from './tell.ts';

/**
 * Switches marks on or off on the site of a tab, in all its tabs, and remembers that: what is switched in a
 * private window holds in private windows, and is forgotten with the last of them.
 */
export async function switchMarks({ tab, on }: { tab: number; on: boolean }): Promise<null> {
  const { address, isPrivate } = await lookAt(tab);
  const site = siteOf(address);
  if (site === null) throw new Problem('problemPageClosed');
  await switchSite(site, on, isPrivate);
  for (const { tab: other, state } of await allTabs()) {
    const page = state.pages.at(-1);
    if (page?.reader && siteOf(page.address) === site) {
      const settings = await settingsIn(other === tab ? isPrivate : await isPrivateTab(other));
      hint(other, page.reader.frame, 'reader/marks', { on: marksOn(settings, page.address) });
    }
  }
  return null;
}

/** Switches marks to the other way on the site of a tab. */
export async function toggleMarks(tab: number): Promise<void> {
  const { address, isPrivate } = await lookAt(tab);
  const on = marksOn(await settingsIn(isPrivate), address);
  await switchMarks({ tab, on: !on });
}

/** Whether a tab is in a private window; one that is gone is in none. */
async function isPrivateTab(tab: number): Promise<boolean> {
  const { incognito = false } = await browser.tabs.get(tab).catch(() => ({ incognito: false }));
  return incognito;
}

/** A tab's address, also where only its reader told it, and whether it is in a private window. */
async function lookAt(tab: number): Promise<{ address: string | null; isPrivate: boolean }> {
  const { url, incognito = false } = await browser.tabs.get(tab);
  if (url !== undefined) return { address: url, isPrivate: incognito };
  const known = (await allTabs()).find((one) => one.tab === tab);
  return { address: known?.state.pages.at(-1)?.address ?? null, isPrivate: incognito };
}
