import browser, { type Storage } from 'webextension-polyfill';
import { migrate } from './migrate.ts';
import type { Settings } from './types.ts';

/** The one key of `storage.local` that settings live under. */
const KEY = 'settings';

/** The settings as they are stored now; the defaults where none are or they are broken. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return migrate(stored[KEY]);
}

/**
 * Changes the settings, one change at a time across the background and all our pages, so that two
 * changes at once both hold.
 *
 * @param change gets the present settings and returns the new ones
 * @returns the settings as stored
 */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('zhupi-settings', async () => {
    const settings = migrate(change(await readSettings()));
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
}

/**
 * Calls back with the new settings, and those before, each time they change, wherever they were changed.
 *
 * @returns a function that ends it
 */
export function watchSettings(tell: (settings: Settings, before: Settings) => void): () => void {
  const listen = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) tell(migrate(change.newValue), migrate(change.oldValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
