import { useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { useLive } from '../../../components/use-live.ts';
import type { Compiled } from '../../../lib/glossary/compile.ts';
import { makeGlossary } from '../../../lib/glossary/glossary.ts';
import { byPinyin } from '../../../lib/glossary/pinyin.ts';
import type { OwnEntry } from '../../../lib/glossary/types.ts';
import { ownTerms } from '../../../lib/store/own-terms.ts';
import { type Listed, letterOf, listed } from './entries.ts';

/** The glossary as the library shows it. */
export interface Shown {
  /** By letter, own entries among the others; null until it is loaded. */
  entries: Listed[] | null;
  own: OwnEntry[];
  /** Why it can't be shown; the key of a string. */
  problem: 'glossaryUnreadable' | null;
  /** Why own entries can't be read, as a sentence; the bundled ones are shown all the same. */
  storeProblem: string | null;
}

/** The bundled glossary with the reader's own entries, kept up to date. */
export function useGlossary(): Shown {
  const [compiled, setCompiled] = useState<Compiled | null>(null);
  const [problem, setProblem] = useState<Shown['problem']>(null);
  const stored = useLive(() => ownTerms(), '');
  useEffect(() => {
    fetch(browser.runtime.getURL('glossary.json'))
      .then((answer) => answer.json())
      .then(setCompiled, () => setProblem('glossaryUnreadable'));
  }, []);
  const own = stored.value;
  const entries = useMemo(() => {
    if (!compiled || (!own && !stored.problem)) return null;
    const { entries: all } = makeGlossary(compiled, own ?? []);
    const order = (letter: string) => (letter === '#' ? '{' : letter);
    return listed(all).sort(
      (a, b) =>
        order(letterOf(a.entry.term)).localeCompare(order(letterOf(b.entry.term)), 'en') ||
        byPinyin(a.entry.term, b.entry.term),
    );
  }, [compiled, own, stored.problem]);
  return { entries, own: own ?? [], problem, storeProblem: stored.problem };
}
