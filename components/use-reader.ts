import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ASKING, type ReaderView, type Watch, watchReader } from './watch-reader.ts';

/** The view of a tab, kept up to date; and a way to ask again. */
export function useReader(tab: number | null): { view: ReaderView; refresh: () => void } {
  const [view, setView] = useState<ReaderView>(ASKING);
  const watch = useRef<Watch | null>(null);
  useEffect(() => {
    setView(ASKING);
    if (tab === null) return;
    const mine = watchReader(tab, setView);
    watch.current = mine;
    return () => mine.stop();
  }, [tab]);
  // The same function each time, so that effects can depend on it.
  const refresh = useCallback(() => watch.current?.refresh(), []);
  return { view, refresh };
}
