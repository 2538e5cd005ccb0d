import type { toReader } from '../../lib/messages/lists.ts';
import { tellReader } from '../../lib/messages/send.ts';
import { wroteNotes } from './keeping.ts';
import { allTabs } from './tab-state.ts';

/** Tells a reader something that it need not answer, and that is no loss where it is gone. */
export function hint<Name extends keyof typeof toReader>(
  tab: number,
  frame: number,
  name: Name,
  body: Parameters<typeof tellReader<Name>>[3],
): void {
  tellReader(tab, frame, name, body).catch(() => undefined);
}

/**
 * Notes were written: tells the readers of all tabs that carry one of some documents that its notes have changed.
 *
 * @param keys the documents' keys
 * @param except the tab whose own reader wrote, and knows
 */
export async function tellNotesChanged(keys: readonly string[], except: number | null): Promise<void> {
  wroteNotes();
  for (const { tab, state } of await allTabs()) {
    if (tab === except) continue;
    const page = state.pages.findLast(({ read }) =>
      read?.documents.some(({ facts }) => keys.includes(facts.key)),
    );
    if (page?.reader) hint(tab, page.reader.frame, 'reader/notes-changed', {});
  }
}
