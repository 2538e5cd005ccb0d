import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { pinnedTab } from '../../components/use-tab.ts';
import { problemWords } from '../../components/words/said.ts';
import type { TabLook } from '../../lib/messages/lists.ts';
import { askFromOurs } from '../../lib/messages/send.ts';

/** A page whose reader is on its way is looked at again after this many milliseconds, this often. */
const AGAIN = 400;
const TRIES = 10;

export interface PopupLook {
  tab: number | null;
  look: TabLook | null;
  problem: string | null;
  refresh: () => void;
}

/** The tab that the popup was opened over (or the one in its address), and what is known of it. */
export function useLook(): PopupLook {
  const [found, setFound] = useState<Omit<PopupLook, 'refresh'>>({
    tab: null,
    look: null,
    problem: null,
  });
  // Each round asks once; a refresh starts the rounds over.
  const [round, setRound] = useState(0);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const tab =
          pinnedTab(location.search) ??
          (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ??
          null;
        const look = tab === null ? null : await askFromOurs('tab/look', { tab });
        if (stopped) return;
        setFound({ tab, look, problem: null });
        if (look?.state === 'seen' && round % TRIES < TRIES - 1) {
          timer = setTimeout(() => setRound(round + 1), AGAIN);
        }
      } catch (error) {
        if (!stopped) setFound((before) => ({ ...before, problem: problemWords(error) }));
      }
    };
    ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [round]);

  const refresh = useCallback(() => setRound((before) => (Math.floor(before / TRIES) + 1) * TRIES), []);
  return { ...found, refresh };
}
