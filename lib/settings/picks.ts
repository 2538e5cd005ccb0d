import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * Which known document the reader said a page's document is, where titles and numbers could not tell: a
 * catalogue id by the document's key.
 */
export type Picks = Readonly<Record<string, string>>;

const Stored = v.record(v.string(), v.pipe(v.string(), v.minLength(1), v.maxLength(400)));
const KEY = 'picks';
/** Old ones give way: a pick is asked for again where it is missed. */
const MOST = 1000;

/** A private window leaves nothing on the disk. */
const areaOf = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

/** The picks that hold in a window. None where they can't be read. */
export async function readPicks(isPrivate: boolean): Promise<Picks> {
  const kept = await readArea(false);
  return isPrivate ? { ...kept, ...(await readArea(true)) } : kept;
}

/** Remembers a pick. @param id null takes it back */
export async function changePick(key: string, id: string | null, isPrivate: boolean): Promise<void> {
  await navigator.locks.request('zhupi-picks', async () => {
    const { [key]: _before, ...others } = await readArea(isPrivate);
    // One taken back in a private window hides the one on the disk, which stays.
    const mine = id === null ? (isPrivate ? [[key, NONE]] : []) : [[key, id]];
    const picks = Object.fromEntries([...Object.entries(others), ...mine].slice(-MOST));
    await areaOf(isPrivate).set({ [KEY]: picks });
  });
}

/** Forgets the picks of private windows: the last of them was closed. */
export async function forgetPrivatePicks(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** No document's id: what was picked before does not hold here. */
const NONE = '-';

async function readArea(isPrivate: boolean): Promise<Record<string, string>> {
  const stored = await areaOf(isPrivate)
    .get(KEY)
    .catch(() => ({}) as Record<string, unknown>);
  const parsed = v.safeParse(Stored, stored[KEY] ?? {});
  return parsed.success ? parsed.output : {};
}
