import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { isJournalKey } from '../../../lib/store/journal.ts';

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
    const listen = (changes: object, area: string) => {
      // The journal grows with each note, and nothing shows it.
      if (area === 'local' && !Object.keys(changes).every(isJournalKey)) fetch();
    };
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, [fetch]);
  return value;
}
