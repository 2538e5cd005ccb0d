import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { BROWSERS, findBrowser } from '../browsers.mjs';
import { GECKO_ID } from '../manifest.ts';
import { frameContext, runIn, runInClosedRoot } from './bidi.ts';
import type { Options } from './chromium.ts';
import { type Driver, type Frame, type Key, type Point, type Tab, until } from './driver.ts';

/** Firefox gives each installation an address of its own; a fixed one lets the tests open our pages. */
const UUID = '7a5bd6a0-0f4e-4c6e-9f43-2d1c5a3b9e11';

/** Starts Firefox with the built extension and an empty profile, over WebDriver BiDi. */
export async function startFirefox({
  site,
  language = 'en',
  headless = true,
  ...more
}: Options): Promise<Driver> {
  const extension = resolve(more.extension ?? '.output/firefox-mv3');
  const executablePath = findBrowser(BROWSERS.firefox);
  if (!executablePath) throw new Error('Firefox was not found; run: node lib/cli/setup.mjs test');
  const profile = await mkdtemp(join(tmpdir(), 'zhupi-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile,
    defaultViewport: { width: 1200, height: 860 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': site.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': site.port,
      'dom.security.https_first': false,
      'dom.security.https_only_mode': false,
      'intl.locale.requested': language === 'en' ? 'en-US' : 'zh-CN',
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.update.enabled': false,
    },
  });
  await browser.installExtension(extension);
  return {
    name: 'firefox',
    async open(address) {
      const tab = firefoxTab(browser, await browser.newPage());
      await tab.goto(address);
      return tab;
    },
    async openOurs(path) {
      const tab = firefoxTab(browser, await browser.newPage());
      await tab.goto(`moz-extension://${UUID}/${path}`);
      return tab;
    },
    async updateExtension() {
      // Installed over the running one, as an update is; taking it away first would lose its address.
      await browser.installExtension(extension);
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function firefoxTab(browser: Browser, page: Page): Tab {
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    errors,
    async goto(address) {
      if (!address.startsWith('moz-extension:')) {
        await page.goto(address, { waitUntil: 'load' });
        return;
      }
      // Firefox opens its extensions' pages but never reports that they have loaded.
      void page.goto(address, { timeout: 1 }).catch(() => {});
      await until(`${address} to load`, () =>
        page.evaluate((a) => location.href === a && document.readyState === 'complete', address),
      );
    },
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    async focus() {
      await page.bringToFront();
      // The window turns to the tab some time later; keys would go to the one before.
      await until('the tab to have the focus', () => page.evaluate(() => document.hasFocus()));
    },
    run: (action, argument) => page.evaluate(action as never, argument as never),
    runInUi: (action, argument) => runInClosedRoot(browser, context, action, argument as never),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from: Point, to: Point) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    async press(key: Key) {
      const keys = key.split('+') as KeyInput[];
      const last = keys.pop() as KeyInput;
      for (const held of keys) await page.keyboard.down(held);
      await page.keyboard.press(last);
      for (const held of keys.reverse()) await page.keyboard.up(held);
    },
    type: (text) => page.keyboard.type(text),
    frame: async (part): Promise<Frame> => {
      const found = await until(`a frame at ${part}`, () => frameContext(browser, context, part));
      return { run: (action, argument) => runIn(browser, found, action as never, argument as never) };
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}
