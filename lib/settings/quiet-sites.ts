import type { Settings } from './types.ts';

/** The host that a switch of marks holds for; null for an address that has none. */
export function siteOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return new URL(address).hostname || null;
}

/** Whether marks are on for the site of an address; on where the address is unknown. */
export function marksOn(settings: Settings, address: string | null | undefined): boolean {
  const site = siteOf(address);
  return site === null || !settings.quietSites.includes(site);
}

/** The settings with marks switched on or off for one site. */
export function withMarks(settings: Settings, site: string, on: boolean): Settings {
  const others = settings.quietSites.filter((quiet) => quiet !== site);
  return { ...settings, quietSites: on ? others : [...others, site] };
}
