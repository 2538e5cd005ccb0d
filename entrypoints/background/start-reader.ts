import * as v from 'valibot';
import { tellReader } from '../../lib/messages/send.ts';
import * as shapes from '../../lib/messages/shapes.ts';
import type { PageFacts } from '../../lib/reading/types.ts';
import { showBadge } from './badge.ts';
import { inject, type Probe, probe } from './inject.ts';
import { changeTab, enterPage, type PageState, readPage, sameDocument } from './tab-state.ts';
import { hint } from './tell.ts';

/** Readers that were injected by this worker and have not said hello yet, as `tab:frame:address`. */
const starting = new Set<string>();

/** Those that are being looked at just now: two gates may speak at once. */
const busy = new Set<string>();

function keyOf(tab: number, frame: number, address: string): string {
  return `${tab}:${frame}:${address}`;
}

/** A reader has said hello. */
export function hasStarted(tab: number, frame: number, address: string): void {
  starting.delete(keyOf(tab, frame, address));
}

/**
 * Starts the reader in a frame, once a document: on a page that is read already nothing is done.
 *
 * @param address the page's, without fragment
 * @returns false where that frame's document is gone, or we may not enter it
 */
export async function startReader(tab: number, address: string, frame: number): Promise<boolean> {
  const key = keyOf(tab, frame, address);
  if (busy.has(key)) return true;
  busy.add(key);
  try {
    const found = await probe(tab, frame);
    const page = await readPage(tab, address);
    if (!found || (page && !isSeen(page, frame, found))) return false;
    if (page && found.injected && isReading(page, frame, found, key)) {
      // Back from the back-forward cache it may have missed that settings were changed.
      hint(tab, frame, 'reader/settings-changed', {});
      return true;
    }
    const topFacts = frame === 0 ? null : await askTopFacts(tab);
    const before = await changeTab(tab, (state) => {
      const entered = enterPage(state, address);
      const { reader } = entered;
      Object.assign(entered, {
        reader: { frame, document: found.document, heard: false },
        read: null,
        topFacts,
      });
      return reader;
    });
    // One reader a tab: that of a shell gives way to that of the frame which turned out to hold the body.
    if (before && before.frame !== frame) hint(tab, before.frame, 'reader/marks', { on: false });
    await showBadge(tab, await readPage(tab, address));
    starting.add(key);
    const injected = await inject(tab, frame);
    if (!injected) starting.delete(key);
    return injected;
  } finally {
    busy.delete(key);
  }
}

/** The document that is there now is the one whose gate spoke. */
function isSeen(page: PageState, frame: number, found: Probe): boolean {
  const seen = page.seen.find((one) => one.frame === frame);
  return !seen || sameDocument(seen.document, found.document);
}

function isReading({ reader }: PageState, frame: number, found: Probe, key: string): boolean {
  if (reader?.frame !== frame || !sameDocument(reader.document, found.document)) return false;
  return reader.heard || starting.has(key);
}

/** The facts of a tab's top frame; null where no gate or reader of ours answers there. */
export async function askTopFacts(tab: number): Promise<PageFacts | null> {
  try {
    const facts = v.safeParse(shapes.PageFacts, await tellReader(tab, 0, 'frame/facts', {}));
    return facts.success ? facts.output : null;
  } catch {
    return null;
  }
}
