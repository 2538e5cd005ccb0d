import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { withMarks } from './quiet-sites.ts';
import { changeSettings, readSettings } from './settings.ts';
import type { Settings } from './types.ts';

/** Whether marks are on, by host, as it was switched in private windows: in memory, for this session. */
const KEY = 'private-sites';
const Stored = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(253)), v.boolean());
/** Old ones give way. */
const MOST = 1000;

/** The settings as they hold in a window: in a private one, what was switched there comes first. */
export async function settingsIn(isPrivate: boolean): Promise<Settings> {
  const settings = await readSettings();
  if (!isPrivate) return settings;
  return Object.entries(await readSites()).reduce(
    (before, [site, on]) => withMarks(before, site, on),
    settings,
  );
}

/** Switches marks on a site on or off. A private window leaves nothing of it on the disk. */
export async function switchSite(site: string, on: boolean, isPrivate: boolean): Promise<void> {
  if (!isPrivate) {
    await changeSettings((settings) => withMarks(settings, site, on));
    return;
  }
  await navigator.locks.request('zhupi-private-sites', async () => {
    const { [site]: _before, ...others } = await readSites();
    const sites = Object.fromEntries([...Object.entries(others), [site, on]].slice(-MOST));
    await browser.storage.session.set({ [KEY]: sites });
  });
}

/** Forgets what was switched in private windows: the last of them was closed. */
export async function forgetPrivateSites(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

async function readSites(): Promise<Record<string, boolean>> {
  const stored = await browser.storage.session.get(KEY).catch(() => ({}) as Record<string, unknown>);
  const parsed = v.safeParse(Stored, stored[KEY] ?? {});
  return parsed.success ? parsed.output : {};
}
