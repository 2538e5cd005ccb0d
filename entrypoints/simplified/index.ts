import table from 'opencc-js/dict/TSCharacters';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { simplifier } from '../../lib/notes/script.ts';
import { SEAT, type World } from './seat.ts';

/**
 * Injected by the background when the reader asks for it: only pages and notes in traditional script need
 * the table of characters.
 */
export default defineUnlistedScript(() => {
  (globalThis as World)[SEAT] = simplifier(table);
});
