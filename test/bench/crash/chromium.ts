import { realpathSync } from 'node:fs';
import puppeteer, { type CDPSession } from 'puppeteer-core';
import { BROWSERS, findBrowser } from '../../../lib/cli/browsers.mjs';
import { until } from '../../../lib/cli/drive/driver.ts';
import type { Started } from './killable.ts';

/** Starts Chromium with the extension that was built. */
export async function startChromium(profile: string): Promise<Started> {
  const executablePath = findBrowser(BROWSERS.chromium);
  if (!executablePath) throw new Error('Chromium was not found; run: node lib/cli/setup.mjs test');
  const extension = realpathSync('.output/chrome-mv3');
  const browser = await puppeteer.launch({
    ...{ executablePath, userDataDir: profile, headless: true, handleSIGINT: false, defaultViewport: null },
    ...{ timeout: 120_000, protocolTimeout: 120_000 },
    ignoreDefaultArgs: ['--disable-extensions'],
    // A debugger on the worker holds it at each start, and is one more that may not let go of it.
    targetFilter: (target) => target.type() !== 'service_worker',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...[`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    ],
  });
  const all = await browser.target().createCDPSession();
  const { url } = await until('the worker', () => worker(all), 120_000);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const ours = `chrome-extension://${new URL(url).host}/popup.html?tab=0`;
  await until(
    'a page of ours',
    async () => {
      await page.goto(ours);
      return page.evaluate(() => Boolean(chrome.runtime?.id));
    },
    120_000,
  );
  const cdp = await page.createCDPSession();
  return {
    browser,
    page,
    leftAlone: () => true,
    async stopBackground(attempt) {
      const before = await worker(all);
      if (!before) return true;
      if (attempt % 2 === 0) {
        await cdp.send('ServiceWorker.enable');
        await cdp.send('ServiceWorker.stopAllWorkers');
      } else await all.send('Target.closeTarget', { targetId: before.targetId });
      // The next request starts another one.
      await until('it to end', async () => (await worker(all))?.targetId !== before.targetId, 4000);
      return true;
    },
  };
}

/** The extension's worker, as far as it runs. */
async function worker(all: CDPSession) {
  const { targetInfos } = await all.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.find(({ url }) => url.startsWith('chrome-extension:'));
}
