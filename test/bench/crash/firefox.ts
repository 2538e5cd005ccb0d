import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';
import puppeteer, { type Browser } from 'puppeteer-core';
import { BROWSERS, findBrowser } from '../../../lib/cli/browsers.mjs';
import { until } from '../../../lib/cli/drive/driver.ts';
import { GECKO_ID } from '../../../lib/cli/manifest.ts';
import type { Started } from './killable.ts';

/** Firefox gives each installation an address of its own; notes lie under a fixed one. */
const UUID = '7a5bd6a0-0f4e-4c6e-9f43-2d1c5a3b9e11';

const EXTENSION = '.output/firefox-mv3';

/** Starts Firefox with the extension that was built, installed in its profile. */
export async function startFirefox(profile: string): Promise<Started> {
  const isNew = !existsSync(join(profile, 'extensions'));
  if (isNew) install(profile);
  const browser = await launch(profile);
  if (isNew) {
    // What Firefox prepares for its next start it writes when it ends in peace; each later start is twice as fast.
    await browser.close();
    await until('the profile to be left alone', async () => leftAlone(profile));
    return startFirefox(profile);
  }
  // The Firefox that most people have takes nothing unsigned out of its profile, whatever it is told.
  const isThere = await until('the extension', () => isInstalled(browser), 5000).catch(() => false);
  if (!isThere) await browser.installExtension(resolve(EXTENSION));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const ours = `moz-extension://${UUID}/popup.html?tab=0`;
  // Firefox opens its extensions' pages but never reports that they have loaded.
  void page.goto(ours, { timeout: 1 }).catch(() => {});
  await until(
    'a page of ours',
    () => page.evaluate((a) => location.href === a && document.readyState === 'complete', ours),
    120_000,
  );
  return { browser, page, leftAlone: () => leftAlone(profile), stopBackground: () => stopEventPage(browser) };
}

function launch(profile: string): Promise<Browser> {
  const executablePath = findBrowser(BROWSERS.firefox);
  if (!executablePath) throw new Error('Firefox was not found; run: node lib/cli/setup.mjs test');
  // The trace of a start that was killed: Firefox would throw away what it had prepared.
  rmSync(join(profile, '.startup-incomplete'), { force: true });
  return puppeteer.launch({
    browser: 'firefox',
    ...{ executablePath, userDataDir: profile, headless: true, handleSIGINT: false, defaultViewport: null },
    ...{ timeout: 120_000, protocolTimeout: 120_000 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      // Ours is signed by nobody, and nobody is there to turn it on.
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.update.enabled': false,
      // After a crash Firefox would ask whether to start in safe mode.
      'toolkit.startup.max_resumed_crashes': -1,
      'browser.sessionstore.resume_from_crash': false,
      // Fewer processes to start.
      'dom.ipc.processPrelaunch.enabled': false,
      'dom.ipc.processCount': 1,
      'fission.autostart': false,
      'media.rdd-process.enabled': false,
      'media.utility-process.enabled': false,
      'network.process.enabled': false,
    },
  });
}

/** Puppeteer puts Firefox's own preferences back when it sees the end; two at that would trip over each other. */
function leftAlone(profile: string): boolean {
  return readdirSync(profile).every((file) => !file.endsWith('.puppeteer'));
}

function install(profile: string): void {
  const folder = resolve(EXTENSION);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const bytes = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(folder, path).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))] as const;
  });
  mkdirSync(join(profile, 'extensions'));
  writeFileSync(
    join(profile, 'extensions', `${GECKO_ID}.xpi`),
    zipSync(Object.fromEntries(bytes), { level: 0 }),
  );
}

/** What puppeteer does not offer: a script in the browser's own window, which may stop an event page. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: Reply }>;
}
interface Reply {
  contexts?: { context: string }[];
  result?: { value?: unknown };
}

async function inWindow(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  if (!context) throw new Error('Firefox has no window');
  const answer = await connection.send('script.evaluate', {
    ...{ expression, target: { context }, awaitPromise: true },
  });
  return answer.result.result?.value;
}

const POLICY = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)})`;

function isInstalled(browser: Browser): Promise<boolean> {
  return inWindow(browser, `${POLICY} !== null`).then((value) => value === true);
}

async function stopEventPage(browser: Browser): Promise<boolean> {
  const options = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
  await inWindow(browser, `${POLICY}.extension.terminateBackground(${options})`);
  return true;
}
