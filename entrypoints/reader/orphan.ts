import browser from 'webextension-polyfill';

const LOOK_EVERY_MS = 3000;

/**
 * Whether the extension that this script belongs to is gone: updated, reloaded or removed. Chrome
 * leaves the script running in the page, without its connection; Firefox ends it.
 */
export function isOrphan(): boolean {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
}

/**
 * Notices that the extension is gone. There is no event for it: a port also closes when the worker
 * only goes to sleep.
 *
 * @param gone is told once
 * @param signal ends it
 */
export function watchOrphan(gone: () => void, signal: AbortSignal): void {
  const look = () => {
    if (!signal.aborted && !document.hidden && isOrphan()) gone();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  window.addEventListener('visibilitychange', look, { capture: true, signal });
  window.addEventListener('pointerdown', look, { capture: true, passive: true, signal });
}
