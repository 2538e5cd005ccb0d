import browser from 'webextension-polyfill';

/**
 * Asks the browser to let us read official sites again, after the reader took that access away.
 * Must be called straight from a click: browsers refuse the question otherwise.
 *
 * @returns whether it was given
 */
export function askAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: browser.runtime.getManifest().host_permissions ?? [] });
}
