import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { fromJson, type NotesFile, toJson } from '../export/json.ts';
import { Problem } from '../messages/problem.ts';
import { IsoDay } from '../messages/shapes.ts';
import { unzip, zip } from './gzip.ts';

/**
 * Dated copies of all notes in `storage.local`: another store than the database, so that losing one leaves
 * the other. Written by the background alone.
 */

export interface Backup {
  /** The day it is of, Asia/Shanghai; a later one of the same day takes its place. */
  day: string;
  /** When it was made, ISO. */
  made: string;
  notes: number;
  /** Letters that it takes in `storage.local`. */
  size: number;
}

const MOST = 10;
/** Letters of all backups together: base 64, one byte each. */
const ROOM = 50_000_000;

/** `storage.local` did not answer: nothing is known of what stands there. */
const UNREADABLE = 'problemStoreFailed';

/** The list stands apart, so that it can be read without them. */
const LIST = 'backups';
const keyOf = (day: string) => `backup:${day}`;

const Listed = v.array(v.object({ day: IsoDay, made: v.string(), notes: v.number(), size: v.number() }));

/** The backups that are there, the latest day first. None where they can't be read. */
export async function listBackups(): Promise<Backup[]> {
  const made = await backupsMade().catch(() => []);
  return made.sort((a, b) => (a.day < b.day ? 1 : -1));
}

/**
 * The backups that are there, the last made first. That need not be the one of the latest day: the clock may have
 * been wrong on one.
 *
 * @throws Problem where they can't be read; that does not say that there are none
 */
export async function backupsMade(): Promise<Backup[]> {
  const parsed = v.safeParse(Listed, (await stored(LIST)) ?? []);
  return parsed.success ? parsed.output : [];
}

/**
 * Makes the backup of a day. Of more than 10, or more than 50 MB together, the oldest go; where one alone
 * is larger, the ones before it stay.
 *
 * @throws Problem `backupTooBig` for such a one, `backupFailed` where it could not be written, `problemStoreFailed`
 *   where it is not known which there are
 */
export async function makeBackup(file: NotesFile, day: string, made: string): Promise<Backup> {
  const data = await zip(toJson(file, made));
  if (data.length > ROOM) throw new Problem('backupTooBig', String(ROOM / 1_000_000));
  const backup = { day, made, notes: file.notes.length, size: data.length };
  const before = (await backupsMade()).filter((one) => one.day !== day);
  const kept = [backup];
  let room = ROOM - data.length;
  for (const one of before) {
    room -= one.size;
    if (kept.length < MOST && room >= 0) kept.push(one);
    else room = -1;
  }
  const gone = before.filter((one) => !kept.includes(one)).map((one) => keyOf(one.day));
  try {
    // The list with it, at once: what it names is there.
    await browser.storage.local.set({ [keyOf(day)]: data, [LIST]: kept });
    await browser.storage.local.remove(gone);
  } catch {
    throw new Problem('backupFailed');
  }
  return backup;
}

/**
 * What a backup holds.
 *
 * @throws Problem `backupGone` where there is none, `backupDamaged` and others of a file where it is damaged,
 *   `problemStoreFailed` where that can't be told now
 */
export async function readBackup(day: string): Promise<NotesFile> {
  const data = await stored(keyOf(day));
  if (typeof data !== 'string') throw new Problem('backupGone');
  let json: string;
  try {
    json = await unzip(data);
  } catch {
    throw new Problem('backupDamaged');
  }
  return fromJson(json, Number.POSITIVE_INFINITY);
}

/** The same, or null where there is none or it is damaged. @throws Problem where that can't be told now */
export function backupIfReadable(day: string): Promise<NotesFile | null> {
  return readBackup(day).catch((error) => {
    if (error instanceof Problem && error.key !== UNREADABLE) return null;
    throw error;
  });
}

/**
 * Takes notes out of all backups, one backup after the other. One that is damaged gives nothing back, and stays as
 * it is.
 *
 * @throws Problem `backupFailed` where one could not be written, `problemStoreFailed` where it can't be told what it
 *   holds: those before it were written, it and the others were not
 */
export async function dropFromBackups(ids: ReadonlySet<string>): Promise<void> {
  for (const { day, made } of await backupsMade()) {
    const file = await backupIfReadable(day);
    const notes = file?.notes.filter(({ id }) => !ids.has(id)) ?? [];
    if (!file || notes.length === file.notes.length) continue;
    const data = await zip(toJson({ ...file, notes }, made));
    const now = { day, made, notes: notes.length, size: data.length };
    const list = (await backupsMade()).map((one) => (one.day === day ? now : one));
    await browser.storage.local.set({ [keyOf(day)]: data, [LIST]: list }).catch(() => {
      throw new Problem('backupFailed');
    });
  }
}

async function stored(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch (error) {
    throw new Problem(UNREADABLE, error instanceof Error ? error.name : 'Error');
  }
}
