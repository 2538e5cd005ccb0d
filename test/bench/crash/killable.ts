import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BROWSERS, findBrowser } from '../../../lib/cli/browsers.mjs';
import { until } from '../../../lib/cli/drive/driver.ts';
import { GECKO_ID } from '../../../lib/cli/manifest.ts';

export type BrowserName = 'chromium' | 'firefox';

/** Firefox gives each installation an address of its own; notes lie under a fixed one. */
const UUID = '7a5bd6a0-0f4e-4c6e-9f43-2d1c5a3b9e11';

/** A browser with the built extension on a profile that stays, and one of our pages open in it. */
export interface Killable {
  /** A page of ours, from which the background is asked. */
  page: Page;
  /** SIGKILL to the browser and all its processes; resolves when they are gone. */
  kill(): Promise<void>;
  /** Stops only the extension's background, as the browser does with one that idles. False where it can't be driven. */
  stopBackground(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts a browser on a profile; an empty folder becomes one. */
export async function startKillable(name: BrowserName, profile: string): Promise<Killable> {
  const executablePath = findBrowser(BROWSERS[name]);
  if (!executablePath) throw new Error(`${name} was not found; run: node lib/cli/setup.mjs test`);
  const extension = resolve('.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  const browser = await puppeteer.launch({
    ...{ executablePath, userDataDir: profile, headless: true, handleSIGINT: false },
    ...(name === 'chromium'
      ? {
          browser: 'chrome' as const,
          enableExtensions: [extension],
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
        }
      : {
          browser: 'firefox' as const,
          args: ['--remote-allow-system-access'],
          extraPrefsFirefox: {
            'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
            'extensions.webextensions.keepStorageOnUninstall': true,
            'datareporting.policy.dataSubmissionEnabled': false,
            'app.update.enabled': false,
            // After a crash Firefox would ask whether to start in safe mode.
            'toolkit.startup.max_resumed_crashes': -1,
            'browser.sessionstore.resume_from_crash': false,
          },
        }),
  });
  const origin = name === 'firefox' ? await inFirefox(browser, extension) : await inChromium(browser);
  const page = await browser.newPage();
  await openOurs(page, `${origin}/popup.html?tab=0`);
  const ended = new Promise<void>((done) => browser.process()?.once('exit', () => done()));
  return {
    page,
    async kill() {
      const pid = browser.process()?.pid;
      if (!pid) throw new Error('the browser has no process');
      // The whole group: its renderers must not go on writing.
      process.kill(-pid, 'SIGKILL');
      await ended;
      await browser.disconnect().catch(() => {});
      // Puppeteer puts Firefox's own preferences back when it sees the end; two at that would trip over each other.
      await until('the profile to be left alone', async () =>
        readdirSync(profile).every((file) => !file.endsWith('.puppeteer')),
      );
    },
    stopBackground: () => (name === 'firefox' ? stopEventPage(browser) : stopWorker(browser)),
    close: () => browser.close(),
  };
}

async function inChromium(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'),
  );
  return `chrome-extension://${new URL(target.url()).host}`;
}

async function inFirefox(browser: Browser, extension: string): Promise<string> {
  await browser.installExtension(extension);
  return `moz-extension://${UUID}`;
}

/** Firefox opens its extensions' pages but never reports that they have loaded. */
async function openOurs(page: Page, address: string): Promise<void> {
  void page.goto(address, { timeout: 1 }).catch(() => {});
  await until(
    `${address} to load`,
    () => page.evaluate((a) => location.href === a && document.readyState === 'complete', address),
    60_000,
  );
}

async function stopWorker(browser: Browser): Promise<boolean> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'),
  );
  const worker = await target.worker();
  // The session may end before the debugger has let go of it.
  await worker?.close().catch(() => undefined);
  return worker !== null;
}

/** What puppeteer does not offer: a script in the browser's own window, which may stop an event page. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

async function stopEventPage(browser: Browser): Promise<boolean> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  if (!context) return false;
  await connection.send('script.evaluate', {
    expression: `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
    target: { context },
    awaitPromise: true,
  });
  return true;
}
