import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { BROWSERS, findBrowser } from '../browsers.mjs';
import { type Driver, type Frame, type Key, type Point, type Tab, until } from './driver.ts';
import type { Site } from './site.ts';

export interface Options {
  site: Site;
  /** Folder of the built extension. */
  extension?: string;
  language?: 'en' | 'zh-CN';
  headless?: boolean;
}

/** Starts Chromium with the built extension and an empty profile. */
export async function startChromium({
  site,
  language = 'en',
  headless = true,
  ...more
}: Options): Promise<Driver> {
  const extension = resolve(more.extension ?? '.output/chrome-mv3');
  const profile = await mkdtemp(join(tmpdir(), 'zhupi-chromium-'));
  // Without developer mode an unpacked extension stays off after it reloads itself.
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  const executablePath = findBrowser(BROWSERS.chromium);
  if (!executablePath) throw new Error('Chromium was not found; run: node lib/cli/setup.mjs test');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    proxy: { server: `http://127.0.0.1:${site.port}` },
    viewport: { width: 1200, height: 860 },
    env: { ...process.env, LANGUAGE: language === 'en' ? 'en_US' : 'zh_CN' },
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${language}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  const first = context.pages()[0];
  return {
    name: 'chromium',
    async open(address) {
      const tab = await chromiumTab(context, await context.newPage());
      await tab.goto(address);
      return tab;
    },
    async openOurs(path) {
      const tab = await chromiumTab(context, await context.newPage());
      await tab.goto(`${origin}/${path}`);
      return tab;
    },
    async updateExtension() {
      const page = await context.newPage();
      await page.goto(`${origin}/library.html`);
      // The page goes down with its extension, so the call itself never answers.
      await page.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
      await until('the extension to be back', async () => {
        const fresh = await context.newPage();
        try {
          return (await fresh.goto(`${origin}/popup.html`)) !== null;
        } finally {
          await fresh.close();
        }
      });
    },
    async close() {
      await first?.close().catch(() => {});
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function chromiumTab(context: BrowserContext, page: Page): Promise<Tab> {
  const cdp = await context.newCDPSession(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    errors,
    goto: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    focus: () => page.bringToFront(),
    run: (action, argument) => page.evaluate(action as never, argument as never),
    runInUi: async (action, argument) => callInClosedRoot(cdp, action, argument as never),
    click: (x, y) => page.mouse.click(x, y),
    drag: async (from: Point, to: Point) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    press: (key: Key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    frame: async (part): Promise<Frame> => {
      const frame = await until(`a frame at ${part}`, async () =>
        page.frames().find((f) => f.url().includes(part)),
      );
      return { run: (action, argument) => frame.evaluate(action as never, argument as never) };
    },
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

interface CdpNode {
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: (CdpNode & { shadowRootType: string })[];
}

/** Page scripts can't see a closed root, but the debugger can hand it to a function of ours. */
async function callInClosedRoot<T, A>(
  cdp: CDPSession,
  action: (root: ShadowRoot | null, argument: A) => T,
  argument: A,
): Promise<T> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: CdpNode };
  const found = closedRoot(root);
  const callable = `function (argument) { return (${action.toString()})(this === globalThis ? null : this, argument); }`;
  const target = found
    ? (
        (await cdp.send('DOM.resolveNode', { backendNodeId: found.backendNodeId })) as {
          object: { objectId: string };
        }
      ).object.objectId
    : ((await cdp.send('Runtime.evaluate', { expression: 'globalThis' })) as { result: { objectId: string } })
        .result.objectId;
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: target,
    functionDeclaration: callable,
    arguments: [{ value: argument }],
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

function closedRoot(node: CdpNode): CdpNode | null {
  const own = node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
  if (own) return own;
  for (const child of node.children ?? []) {
    const found = closedRoot(child);
    if (found) return found;
  }
  return null;
}
