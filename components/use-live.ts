import { useEffect, useState } from 'preact/hooks';
import { liveQuery } from '../lib/store/live.ts';
import { problemWords } from './words/said.ts';

/** An answer of the store that keeps itself up to date. */
export interface Live<T> {
  /** Null until the first answer. */
  value: T | null;
  /** Why there is none, as a sentence. */
  problem: string | null;
}

const NOTHING = { value: null, problem: null };

/**
 * Asks the store, and asks again whenever what was read changes, in whichever of our pages or in the
 * background it was written.
 *
 * @param query reads through Dexie; what it reads is watched
 * @param about what the query depends on, as one string
 */
export function useLive<T>(query: () => Promise<T>, about: string): Live<T> {
  const [live, setLive] = useState<Live<T> & { about: string | null }>({ ...NOTHING, about: null });
  // A query is a new function each time; `about` says when it differs.
  useEffect(() => {
    const watching = liveQuery(query).subscribe({
      next: (value) => setLive({ about, value, problem: null }),
      error: (error) => setLive({ about, value: null, problem: problemWords(error) }),
    });
    return () => watching.unsubscribe();
  }, [about]);
  // Until the first answer to a new question, the answer to the last one is none.
  return live.about === about ? live : NOTHING;
}
