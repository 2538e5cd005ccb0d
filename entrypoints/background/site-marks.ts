import browser from 'webextension-polyfill';
import { Problem } from '../../lib/messages/problem.ts';
import { marksOn, siteOf, withMarks } from '../../lib/settings/quiet-sites.ts';
import { changeSettings, readSettings } from '../../lib/settings/settings.ts';
import { allTabs } from './tab-state.ts';
import { hint } from './tell.ts';

/** Switches marks on or off on the site of a tab, in all its tabs, and remembers that. */
export async function switchMarks({ tab, on }: { tab: number; on: boolean }): Promise<null> {
  const site = siteOf(await addressIn(tab));
  if (site === null) throw new Problem('problemPageClosed');
  await changeSettings((settings) => withMarks(settings, site, on));
  for (const { tab: other, state } of await allTabs()) {
    const page = state.pages.at(-1);
    if (page?.reader && siteOf(page.address) === site) {
      hint(other, page.reader.frame, 'reader/marks', { on });
    }
  }
  return null;
}

/** Switches marks to the other way on the site of a tab. */
export async function toggleMarks(tab: number): Promise<void> {
  const on = marksOn(await readSettings(), await addressIn(tab));
  await switchMarks({ tab, on: !on });
}

/** A tab's address, also where only its reader told it. */
async function addressIn(tab: number): Promise<string | null> {
  const { url } = await browser.tabs.get(tab);
  if (url !== undefined) return url;
  const known = (await allTabs()).find((one) => one.tab === tab);
  return known?.state.pages.at(-1)?.address ?? null;
}
