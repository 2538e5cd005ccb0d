import browser from 'webextension-polyfill';
import { OFFICIAL_SITES } from '../../lib/cli/manifest.ts';

/**
 * Has the gate look at the official pages that are open already. Browsers send it to pages that load from
 * now on; one that was open when Zhupi was installed, or let back in, would pass for no document.
 */
export async function lookAtOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: OFFICIAL_SITES });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : sendGate(id))));
}

async function sendGate(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: ['/gate.js'] });
  } catch {
    // The tab is asleep or closed, or shows the browser's own error page.
  }
}
