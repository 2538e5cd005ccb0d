import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { lastChange, notesPage } from './read-pages.ts';

/** When the reader last saved a backup as a file: the one copy that outlives the browser's profile. */

const KEY = 'file-saved';
const MONTH = 30 * 24 * 60 * 60 * 1000;
const Stored = v.object({ saved: v.string(), first: v.boolean() });

/** Remembers that a file was saved. @param at ISO time stamp */
export async function fileSaved(at: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: { saved: at, first: false } });
}

/**
 * Whether it is time to offer a file: notes were written after the last one, which is a month old; or, where
 * there was none yet, a month after this was first asked while there were notes.
 *
 * @param now milliseconds
 */
export async function fileIsDue(now: number): Promise<boolean> {
  const [[note], last] = await Promise.all([notesPage(1), lastChange()]);
  if (!note || last === null) return false;
  const stored = v.safeParse(Stored, (await browser.storage.local.get(KEY))[KEY]);
  if (!stored.success) {
    await browser.storage.local.set({ [KEY]: { saved: new Date(now).toISOString(), first: true } });
    return false;
  }
  const { saved, first } = stored.output;
  return (first || last > saved) && now - Date.parse(saved) >= MONTH;
}
