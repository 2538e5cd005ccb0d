import browser from 'webextension-polyfill';

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox).
 *
 * Must be the first thing a click does: both browsers refuse once anything was awaited, so the
 * tab has to be known beforehand.
 *
 * @throws where the browser has neither, as a rejection: the call itself is made at once
 * @param tab the tab it is about; Firefox takes the window that was clicked
 */
export async function openPanel(tab: number): Promise<void> {
  if (typeof chrome !== 'undefined' && chrome.sidePanel) await chrome.sidePanel.open({ tabId: tab });
  else await browser.sidebarAction.open();
}
