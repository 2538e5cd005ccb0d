import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { Links, Task, Written } from '../lib/messages/shapes.ts';
import type { Note } from '../lib/notes/types.ts';

/** What the reader writes in a note. */
export type Writing = Pick<Note, 'body' | 'tags' | 'colour' | 'task' | 'links'>;

const Stored = v.object({
  ...Written.entries,
  task: v.optional(v.nullable(Task), null),
  links: v.optional(Links, []),
});

/** One entry a note, so that two of our pages never overwrite each other's. (The background's own are `draft:`.) */
const PREFIX = 'unsaved:';

let drafts = new Map<string, Writing>();

/**
 * Fetches the changes to notes that were begun and not saved. A panel turns to another tab, or is
 * closed, in the middle of a sentence; the sentence is there when it comes back. Kept in memory until
 * the browser ends, never on the disk.
 */
export async function loadDrafts(): Promise<void> {
  const stored = await browser.storage.session.get(null).catch(() => null);
  if (!stored) return;
  drafts = new Map();
  for (const [key, value] of Object.entries(stored)) {
    const draft = v.safeParse(Stored, value);
    if (key.startsWith(PREFIX) && draft.success) drafts.set(key.slice(PREFIX.length), draft.output);
  }
}

/** The change that was begun in a note, once drafts are loaded. */
export function draftOf(id: string): Writing | undefined {
  return drafts.get(id);
}

/** Keeps what was written so far. Where the browser keeps nothing, this page still does. */
export function keepDraft(id: string, writing: Writing): void {
  drafts.set(id, writing);
  browser.storage.session.set({ [PREFIX + id]: writing }).catch(() => {});
}

/** Forgets a draft that was saved or given up. */
export function dropDraft(id: string): void {
  drafts.delete(id);
  browser.storage.session.remove(PREFIX + id).catch(() => {});
}
