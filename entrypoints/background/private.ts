import browser from 'webextension-polyfill';
import { Problem } from '../../lib/messages/problem.ts';
import { forgetPrivatePicks } from '../../lib/settings/picks.ts';
import { forgetPrivateSites } from '../../lib/settings/private-sites.ts';

const TOLD = 'private-told';

/**
 * Lets a note be stored, or says why not.
 *
 * In a private window the first attempt of a session is refused with one sentence, that notes stay on
 * this computer; who tries again has read it. Where the whole browser forgets everything at its end
 * (Firefox's permanent private browsing), nothing is acknowledged as stored.
 *
 * @throws Problem
 */
export async function allowStoring(isPrivate: boolean): Promise<void> {
  if (browser.extension?.inIncognitoContext) throw new Problem('problemStoreTemporary');
  if (!isPrivate) return;
  const stored = await browser.storage.session.get(TOLD);
  if (stored[TOLD] === true) return;
  await browser.storage.session.set({ [TOLD]: true });
  throw new Problem('problemPrivateFirst');
}

/** A window was closed. With the last private one, what was chosen in private windows is forgotten. */
export async function windowClosed(gone: number): Promise<void> {
  const left = await browser.windows.getAll();
  if (left.some(({ id, incognito }) => incognito && id !== gone)) return;
  await forgetPrivateSites();
  await forgetPrivatePicks();
}
