import browser from 'webextension-polyfill';
import { today } from '../../lib/settings/today.ts';
import { backupsMade, makeBackup } from '../../lib/store/backups.ts';
import { purge } from '../../lib/store/history.ts';
import { dropJournal, journalEnd } from '../../lib/store/journal.ts';
import { mayPurge } from '../../lib/store/purge-clock.ts';
import { everything } from '../../lib/store/read-notes.ts';
import { lastChange } from '../../lib/store/read-pages.ts';
import { forgetPlaces } from '../../lib/store/seen-places.ts';
import { lookAfterNotes, notesAreKnown, notesAreLost } from '../../lib/store/sentinel.ts';
import { bringBack } from './bring-back.ts';

/** Looks after the notes: that a loss is noticed, that there are backups, that the bin does not keep for ever. */

const ALARM = 'keep';
const SOON = 'keep-soon';
/** In this session's storage: the first look was taken. */
const LOOKED = 'looked-after';
const EVERY_MINUTES = 180;
/** After a change, so that a day's first backup does not wait for hours. */
const AFTER_CHANGE_MINUTES = 10;
/** A day's backup is made again when it is so old, where notes have changed since. */
const RENEW = 3 * 60 * 60 * 1000;
/** A backup that a full journal asks for, and that fails, is not tried again with each note. */
const RETRY = 10 * 60 * 1000;

/** Once a session, as soon as the background runs: a loss is to be told of before the reader writes on. */
export async function lookAtStart(): Promise<void> {
  const { [LOOKED]: looked } = await browser.storage.session.get(LOOKED);
  if (looked === true) {
    // The browser may throw a database away in the middle of a session too, when it opens it once more.
    if (await notesAreLost()) await look();
    return;
  }
  await browser.storage.session.set({ [LOOKED]: true });
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
  await look();
}

/** An alarm has rung. */
export async function onAlarm({ name }: { name: string }): Promise<void> {
  if (name === ALARM || name === SOON) await look();
}

let following: Promise<void> | null = null;
/** When a journal that is full last asked for a backup. */
let tried = Number.NEGATIVE_INFINITY;
let again = false;

/** Notes or own terms were written: what is known of the store follows. Nobody waits for it; many at once are one. */
export function wroteNotes(): void {
  if (following) again = true;
  else {
    following = follow()
      .catch(() => undefined)
      .finally(() => {
        following = null;
        if (again) wroteNotes();
      });
  }
}

async function follow(): Promise<void> {
  again = false;
  if (await notesAreLost()) await look();
  else if (!(await notesAreKnown())) await alone(() => lookAfterNotes(now()));
  const soon = await browser.alarms.get(SOON);
  if (!soon) browser.alarms.create(SOON, { delayInMinutes: AFTER_CHANGE_MINUTES });
  if ((await journalEnd()).full && Date.now() - tried > RETRY) {
    tried = Date.now();
    await backUpNow();
    tried = Number.NEGATIVE_INFINITY;
  }
}

/** The rounds: first whether all is there, then the backup, then what is too old. */
export async function look(): Promise<void> {
  // Where the whole browser forgets everything there is nothing to look after.
  if (browser.extension?.inIncognitoContext) return;
  await alone(async () => {
    await lookAfterNotes(now());
    // Until what was lost is back, a new backup would only take the place of a fuller one.
    const back = await bringBack(now());
    if (back === 'nothing lost') await backUpIfChanged();
    else if (back === 'brought back') await backUpAll();
    if (await mayPurge(Date.now())) await purge(now());
    // Where notes stood that are gone for good is nobody's business any more.
    await forgetPlaces().catch(() => undefined);
  });
}

/** One after the other: a backup that is being made must not outlast what deletes everything. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('zhupi-keeping', work);
}

async function backUpIfChanged(): Promise<void> {
  const [last, [latest], journal] = await Promise.all([lastChange(), backupsMade(), journalEnd()]);
  if (last === null || (latest && latest.made > last && journal.empty)) return;
  const isTodays = latest?.day === today();
  const age = latest ? Date.now() - Date.parse(latest.made) : Number.POSITIVE_INFINITY;
  if (isTodays && age >= 0 && age < RENEW && !journal.full) return;
  await backUpAll();
}

/** Makes today's backup, of what the browser threw away too. @throws Problem where it could not be made */
export function backUpNow(): Promise<void> {
  return alone(async () => {
    await lookAfterNotes(now());
    await bringBack(now());
    await backUpAll();
  });
}

/** The same, of what is in the store now. For use in `alone`. */
export async function backUpAll(): Promise<void> {
  // What is written while it is being made is for the next one.
  const { end } = await journalEnd();
  const made = now();
  await makeBackup(await everything(), today(), made);
  await dropJournal(end);
}

/** Nothing is left to be backed up. */
export async function stopBackingUp(): Promise<void> {
  await browser.alarms.clear(SOON);
}

function now(): string {
  return new Date().toISOString();
}
