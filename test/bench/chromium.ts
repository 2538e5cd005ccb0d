import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSERS, findBrowser } from '../../lib/cli/browsers.mjs';

/** Chromium for timing, with the built extension or without; every page is what `serve` says. */
export async function benchChromium(
  serve: (address: string) => string | null,
  extension: string | null = null,
): Promise<{ context: BrowserContext; page: Page; close(): Promise<void> }> {
  const executablePath = findBrowser(BROWSERS.chromium);
  if (!executablePath) throw new Error('Chromium was not found; run: node lib/cli/setup.mjs test');
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless: true,
    viewport: { width: 1200, height: 860 },
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  await context.route('**/*', (route) => {
    const html = serve(route.request().url());
    return html === null
      ? route.abort()
      : route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
  });
  if (extension && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const page = await context.newPage();
  return { context, page, close: () => context.close() };
}
