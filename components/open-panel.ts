import browser from 'webextension-polyfill';

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox).
 *
 * Must be the first thing a click does: both browsers refuse once anything was awaited, so the
 * window has to be known beforehand.
 *
 * @param windowId the window to open it in; Firefox takes the one that was clicked
 */
export function openPanel(windowId: number): Promise<void> {
  if (typeof chrome !== 'undefined' && chrome.sidePanel) return chrome.sidePanel.open({ windowId });
  return browser.sidebarAction.open();
}
