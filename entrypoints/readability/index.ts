import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readableBody } from '../../lib/page/readable-body.ts';
import { SEAT, type World } from './seat.ts';

/**
 * Injected by the background when the reader asks for it: only pages of no known template need
 * Readability, and the others should not load it.
 */
export default defineUnlistedScript(() => {
  (globalThis as World)[SEAT] = readableBody;
});
