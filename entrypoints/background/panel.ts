import browser from 'webextension-polyfill';

/** Whether a click inside a page may open the panel: Chrome allows it, Firefox does not. */
export function panelByClick(): boolean {
  return panelOf() !== null;
}

/** Chrome's panel; Firefox has the sidebar instead. */
function panelOf(): typeof chrome.sidePanel | null {
  return typeof chrome !== 'undefined' && 'sidePanel' in chrome ? chrome.sidePanel : null;
}

/**
 * Opens the side panel of a tab. Browsers allow it only while a click or key of the reader's counts, so
 * this must be called before anything is waited for.
 */
export function openPanel(tab: number | undefined): Promise<void> {
  const panel = panelOf();
  if (!panel) return browser.sidebarAction.open();
  if (tab === undefined) return Promise.resolve();
  offerPanel(tab);
  return panel.open({ tabId: tab });
}

/** Gives a tab, in Chrome, a panel of its own that knows which tab it belongs to. */
export function offerPanel(tab: number): void {
  panelOf()
    ?.setOptions({ tabId: tab, path: `sidepanel.html?tab=${tab}`, enabled: true })
    // The tab was closed meanwhile.
    .catch(() => undefined);
}

/** The keys that open the panel, as the browser writes them; empty where there are none. */
export async function panelShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'open-panel')?.shortcut ?? '';
}
