import { siteOf } from '../../lib/settings/quiet-sites.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { allTabs } from './tab-state.ts';
import { hint } from './tell.ts';

/**
 * The settings were changed, here or on one of our pages: tells the readers whom it concerns, which ask for theirs
 * again. What concerns the glossary is told where it is changed.
 */
export async function tellSettings(now: Settings, before: Settings): Promise<void> {
  const shown = ({ marks, colour }: Settings) => JSON.stringify([marks, colour]);
  const all = shown(now) !== shown(before);
  const isSwitched = (site: string) => now.quietSites.includes(site) !== before.quietSites.includes(site);
  for (const { tab, state } of await allTabs()) {
    const { reader, address } = state.pages.at(-1) ?? {};
    if (reader && (all || isSwitched(siteOf(address) ?? '')))
      hint(tab, reader.frame, 'reader/settings-changed', {});
  }
}
