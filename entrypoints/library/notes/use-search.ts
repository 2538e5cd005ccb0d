import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { problemWords } from '../../../components/words/said.ts';
import { NoteSearch } from '../../../lib/notes/search.ts';
import type { NotedDocument } from '../../../lib/notes/types.ts';
import { watchNotes } from '../../../lib/store/watch-notes.ts';
import { type Memory, readAll, takeIn } from './read-all.ts';

/** Every note, to be searched, kept up to date. */
export interface Searched extends Memory {
  /** Another one whenever the notes are others. */
  turn: number;
  /** How many notes have been read; changes while they are. */
  size: number;
  /** Whether all notes have been read. */
  ready: boolean;
  /** Why they could not be, as a sentence. */
  problem: string | null;
}

/** Milliseconds in which changes are shown together: an import of many notes must not draw the page for each. */
const TOGETHER = 150;

/**
 * Reads all notes into memory, piece by piece, and follows every change of them.
 *
 * @param documents what notes are found by too
 * @param begin whether to begin: reading all keeps the store from giving the few notes that are shown first
 */
export function useSearch(documents: readonly NotedDocument[], begin: boolean): Searched {
  const [search] = useState(() => new NoteSearch());
  const [positions] = useState(() => new Map<string, number>());
  const [turn, setTurn] = useState(0);
  const [size, setSize] = useState(0);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reading = useRef(0);

  useEffect(() => {
    if (!begin) return;
    const told = () => setTurn((before) => before + 1);
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const tellSoon = () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        told();
      }, TOGETHER);
    };
    const memory = { search, positions };
    const read = async () => {
      const own = ++reading.current;
      const isOver = () => own !== reading.current;
      try {
        await readAll(memory, {
          isOver,
          onRead: () => setSize(search.size),
          onReady: () => {
            setReady(true);
            setProblem(null);
            told();
          },
        });
      } catch (error) {
        if (!isOver()) setProblem(problemWords(error));
      }
    };
    // Watching begins first: nothing that is written while all is read gets lost.
    const end = watchNotes((change) => {
      if (!change) void read();
      else {
        search.remove(change.gone);
        takeIn(memory, change.notes);
        tellSoon();
      }
    });
    void read();
    return () => {
      reading.current = -1;
      if (waiting !== null) clearTimeout(waiting);
      end();
    };
  }, [search, positions, begin]);

  useMemo(() => search.putDocuments(documents), [search, documents]);
  return { search, positions, turn, size, ready, problem };
}
