/**
 * Closes our storage to content scripts, which share a process with the page: only the background and our
 * own pages read it. Firefox has no such switch, and no content script of ours touches storage there.
 */
export async function lockStorage(): Promise<void> {
  if (typeof chrome === 'undefined') return;
  for (const area of [chrome.storage?.local, chrome.storage?.session]) {
    await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
