import browser from 'webextension-polyfill';

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox).
 *
 * Must be the first thing a click does: both browsers refuse once anything was awaited, so the
 * window has to be known beforehand.
 *
 * @throws where the browser has neither, as a rejection: the call itself is made at once
 * @param windowId the window to open it in; Firefox takes the one that was clicked
 */
export async function openPanel(windowId: number): Promise<void> {
  if (typeof chrome !== 'undefined' && chrome.sidePanel) await chrome.sidePanel.open({ windowId });
  else await browser.sidebarAction.open();
}
