import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/**
 * The tab that a page of ours was opened for by its address (`?tab=ID`), or null.
 *
 * @param search the address's query, with its question mark
 */
export function pinnedTab(search: string): number | null {
  const id = new URLSearchParams(search).get('tab') ?? '';
  return /^\d+$/.test(id) ? Number(id) : null;
}

/** The tab this page is about: the one in its address, else the active one of its window, as that changes. */
export function useTab(): number | null {
  const pinned = pinnedTab(location.search);
  const [active, setActive] = useState<number | null>(null);
  useEffect(() => {
    if (pinned !== null) return;
    let stopped = false;
    const follow = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!stopped) setActive(tab?.id ?? null);
    };
    follow();
    browser.tabs.onActivated.addListener(follow);
    return () => {
      stopped = true;
      browser.tabs.onActivated.removeListener(follow);
    };
  }, [pinned]);
  return pinned ?? active;
}
