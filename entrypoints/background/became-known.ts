import { titleKey } from '../../lib/notes/document-key.ts';
import type { NotedDocument } from '../../lib/notes/types.ts';
import { moveNotes, notedAmong } from '../../lib/store/move-notes.ts';
import { allTabs, changeTab } from './tab-state.ts';
import { tellNotesChanged } from './tell.ts';

/**
 * A document that no catalogue knew is known now, as after a pack was loaded or Zhupi was updated: its
 * notes move to its new key, also in tabs that show it still under the old one.
 *
 * @param oldKeys the keys its notes may lie under, see `earlierKeys`
 * @param document what is known of it, with its new key
 * @param titles what the page in front of the reader calls it
 * @param except the tab that asks, and gets the notes with its answer
 * @throws Problem where the store can't be used; nothing was moved then
 */
export async function documentBecameKnown(
  oldKeys: readonly string[],
  document: NotedDocument,
  titles: readonly (string | null)[] = [],
  except: number | null = null,
): Promise<void> {
  const noted = await notedAmong(oldKeys.filter((key) => key !== document.key));
  if (noted.length === 0) return;
  const names = new Set(
    [document.title, document.noticeTitle, ...titles].map((title) => titleKey(title ?? '')),
  );
  // A 文号 and a title name a document; an address names a page, which may have shown another one then.
  const isSame = (stored: NotedDocument) =>
    !stored.key.startsWith('page:') ||
    [stored.title, stored.noticeTitle].some((title) => title !== null && names.has(titleKey(title)));
  const moved = await moveNotes(noted, document, isSame);
  if (moved.length === 0) return;
  await renameInTabs(moved, document);
  await tellNotesChanged([document.key], except);
}

async function renameInTabs(moved: readonly string[], { key, catalogueId }: NotedDocument): Promise<void> {
  for (const { tab, state } of await allTabs()) {
    const shows = state.pages.some(({ read }) =>
      read?.documents.some(({ facts }) => moved.includes(facts.key)),
    );
    if (!shows) continue;
    await changeTab(tab, (now) => {
      for (const { facts } of now.pages.flatMap(({ read }) => read?.documents ?? []))
        if (moved.includes(facts.key)) Object.assign(facts, { key, catalogueId });
    });
  }
}
