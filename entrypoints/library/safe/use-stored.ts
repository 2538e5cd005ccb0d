import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/**
 * Reads something that depends on `storage.local`, and again whenever that changes.
 *
 * @param read gives it; the same function each time
 * @returns null until it was read, and where it can't be
 */
export function useStored<T>(read: () => Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  const fetch = useCallback(() => {
    read().then(setValue, () => setValue(null));
  }, [read]);
  useEffect(() => {
    fetch();
    const listen = (_changes: unknown, area: string) => {
      if (area === 'local') fetch();
    };
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, [fetch]);
  return value;
}
