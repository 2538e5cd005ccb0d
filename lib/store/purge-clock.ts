import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * Whether the clock may be trusted to delete by. A clock that was set forward would empty the bin at once.
 * So after a leap of more than 8 days, or a step back, nothing is deleted until the clock was seen on three
 * further days, each within 8 days of the one before. Who comes back from a long holiday, which looks the
 * same, has the bin for three days more.
 */

const DAY = 24 * 60 * 60 * 1000;
const LEAP = 8 * DAY;
const STEADY_DAYS = 3;

export interface Clock {
  /** The latest moment seen, in milliseconds. */
  seen: number;
  /** Days on which the clock was seen since it last leapt. */
  steady: number;
}

/**
 * @param before null where the clock was never looked at
 * @param now milliseconds
 * @returns what is to be remembered, and whether things may be deleted by it
 */
export function tick(before: Clock | null, now: number): { clock: Clock; trusted: boolean } {
  const step = before ? now - before.seen : Number.POSITIVE_INFINITY;
  if (!before || step > LEAP || step < -DAY) return { clock: { seen: now, steady: 0 }, trusted: false };
  // A small step back is the clock being corrected.
  if (step < DAY) return { clock: { ...before, seen: before.seen }, trusted: before.steady >= STEADY_DAYS };
  const steady = Math.min(STEADY_DAYS, before.steady + 1);
  return { clock: { seen: now, steady }, trusted: steady >= STEADY_DAYS };
}

const KEY = 'purge-clock';
const Stored = v.object({ seen: v.number(), steady: v.number() });

/** Looks at the clock, remembers it, and says whether the bin may be purged by it. */
export async function mayPurge(now: number): Promise<boolean> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(Stored, stored[KEY]);
  const { clock, trusted } = tick(parsed.success ? parsed.output : null, now);
  await browser.storage.local.set({ [KEY]: clock });
  return trusted;
}
