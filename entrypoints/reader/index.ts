import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { start } from './start.ts';

/** Injected by the background into the frame that holds the body. */
export default defineUnlistedScript(() => {
  void start();
});
