import { test as base, expect } from '@playwright/test';
import { startChromium } from '../../lib/cli/drive/chromium.ts';
import type { Driver } from '../../lib/cli/drive/driver.ts';
import { startFirefox } from '../../lib/cli/drive/firefox.ts';
import type { Fixture } from '../../lib/cli/drive/fixtures.ts';
import { inOurs } from '../../lib/cli/drive/in-ours.ts';
import { Site } from '../../lib/cli/drive/site.ts';

interface Worker {
  site: Site;
  browser_: Driver;
}

/** Hosts that the browsers themselves turn to, whatever is installed in them. */
const BROWSERS_OWN =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com)(:443|\/|$)/;

/**
 * A test with a real browser, the built extension in it, and a site that serves what the test puts
 * there. The browser is started once for many tests. When it ends, nobody may have asked for anything
 * but what was served.
 */
export const test = base.extend<{ driver: Driver; serve: (page: Fixture, path?: string) => string }, Worker>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used from this pattern
    async ({}, use) => {
      const site = await Site.start();
      await use(site);
      const strays = site.strays.filter((address) => !BROWSERS_OWN.test(address));
      await site.stop();
      expect(strays, 'requests that left the extension or the fixtures').toEqual([]);
    },
    { scope: 'worker' },
  ],
  browser_: [
    async ({ site }, use, { project }) => {
      const driver = await (project.name === 'firefox' ? startFirefox({ site }) : startChromium({ site }));
      await use(driver);
      await driver.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  driver: async ({ browser_ }, use) => {
    await forgetNotes(browser_);
    await use(browser_);
  },
  /** Serves a fixture at its own address, or at another path of it. @returns the address to open */
  serve: async ({ site }, use) => {
    await use((page, path) => site.put(path ? new URL(path, page.address).href : page.address, page.html));
  },
});

/** Empties the store, so that each test starts with no notes. */
const forgetNotes = (driver: Driver): Promise<void> =>
  inOurs(
    driver,
    async (name) => {
      // First, or what is kept there would be brought back into a database that was emptied from outside.
      await chrome.storage.local.clear();
      const open = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((done, fail) => {
        open.onsuccess = () => done(open.result);
        open.onerror = () => fail(open.error);
      });
      const stores = [...database.objectStoreNames];
      if (stores.length > 0) {
        const work = database.transaction(stores, 'readwrite');
        for (const store of stores) work.objectStore(store).clear();
        await new Promise((done) => {
          work.oncomplete = done;
        });
      }
      database.close();
      await chrome.storage.local.clear();
    },
    'zhupi-notes',
  );

export { expect };
