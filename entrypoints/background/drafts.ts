import browser from 'webextension-polyfill';
import type { Anchor, Colour, NotedDocument } from '../../lib/notes/types.ts';

/** What an editor that was opened works on. */
export interface Draft {
  /** The note's id from the beginning, so that saving twice makes no second note. */
  id: string;
  /** It stands in the store already. */
  stored: boolean;
  /** Where the page is that it was opened on. */
  tab: number;
  frame: number;
  isPrivate: boolean;
  document: NotedDocument;
  anchor: Anchor;
  colour: Colour;
  /** Its token was used; it is good for one editor. */
  claimed: boolean;
  /** When it was opened, for the order. */
  opened: number;
}

const PREFIX = 'draft:';

/** Drafts kept: of more, the oldest were left open and forgotten. */
const MOST = 50;

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: a token must not be claimed twice at once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** Keeps a draft for this session. @returns the token that stands for it; it can't be guessed */
export function keepDraft(draft: Omit<Draft, 'claimed' | 'opened'>): Promise<string> {
  return inTurn(async () => {
    const token = crypto.randomUUID();
    const kept = (await allDrafts()).sort((a, b) => b.draft.opened - a.draft.opened);
    await browser.storage.session.remove(kept.slice(MOST - 1).map(({ key }) => key));
    const opened = Math.max(Date.now(), (kept[0]?.draft.opened ?? 0) + 1);
    await browser.storage.session.set({ [PREFIX + token]: { ...draft, claimed: false, opened } });
    return token;
  });
}

/** The draft of a token, or null. */
export async function draftOf(token: string): Promise<Draft | null> {
  const key = PREFIX + token;
  const stored = await browser.storage.session.get(key);
  return (stored[key] as Draft | undefined) ?? null;
}

/**
 * Changes a draft.
 *
 * @param change gives the draft as it is to be, or null to refuse
 * @returns the changed draft; null where there is none or it was refused
 */
export function changeDraft(token: string, change: (draft: Draft) => Draft | null): Promise<Draft | null> {
  return inTurn(async () => {
    const draft = await draftOf(token);
    const changed = draft && change(draft);
    if (changed) await browser.storage.session.set({ [PREFIX + token]: changed });
    return changed;
  });
}

/** Throws a draft away. @returns what it was, or null */
export function dropDraft(token: string): Promise<Draft | null> {
  return inTurn(async () => {
    const draft = await draftOf(token);
    await browser.storage.session.remove(PREFIX + token);
    return draft;
  });
}

async function allDrafts(): Promise<{ key: string; draft: Draft }[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, draft]) =>
    key.startsWith(PREFIX) ? [{ key, draft: draft as Draft }] : [],
  );
}
