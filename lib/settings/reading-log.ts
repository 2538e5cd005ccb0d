import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** The one key of `storage.local` that the log lives under. */
const KEY = 'reading-log';

/** Entries kept at most, the latest. */
export const MOST_LOGGED = 2000;

const Logged = v.object({
  /** Asia/Shanghai. */
  day: v.pipe(v.string(), v.isoDate()),
  /** The document's key, as notes have it. */
  key: v.pipe(v.string(), v.maxLength(4200)),
  title: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
  docNumber: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  address: v.pipe(v.string(), v.maxLength(4096)),
});

/** A document that was read on a day. */
export type Logged = v.InferOutput<typeof Logged>;

/** What was read, the latest first; nothing where nothing was kept or what is there is broken. */
export async function readLog(): Promise<Logged[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(v.array(v.fallback(v.nullable(Logged), null)), stored);
  return parsed.success ? parsed.output.filter((entry) => entry !== null) : [];
}

/** Adds documents to the log, each once a day; for the background, and only where the setting is on. */
export async function addToLog(entries: readonly Logged[]): Promise<void> {
  await navigator.locks.request('zhupi-reading-log', async () => {
    const before = await readLog();
    const isNew = (entry: Logged) => entries.every(({ day, key }) => day !== entry.day || key !== entry.key);
    const log = [...entries, ...before.filter(isNew)].slice(0, MOST_LOGGED);
    await browser.storage.local.set({ [KEY]: log });
  });
}

/** Empties the log. */
export async function clearLog(): Promise<void> {
  await navigator.locks.request('zhupi-reading-log', () => browser.storage.local.remove(KEY));
}
