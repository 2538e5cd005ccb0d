import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { anchorFinder } from '../../lib/notes/anchoring.ts';
import { ShownOnPage } from './page-ui.ts';
import { SEAT, type World } from './seat.ts';

/**
 * Injected by the background when the reader asks for it: cards, notes and messages on the page, which are not
 * needed to read and mark it.
 */
export default defineUnlistedScript(() => {
  (globalThis as World)[SEAT] = { pageUi: (session) => new ShownOnPage(session), anchorFinder };
});
