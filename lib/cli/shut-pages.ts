import type { Plugin } from 'vite';

/**
 * Our own pages connect to nothing but ourselves, although the manifest lets the background ask a
 * catalogue's server: that policy holds for background and pages alike and can't name an address that the
 * reader enters. Two policies both hold, so each page gets a narrower one of its own.
 */
export const PAGES_CSP = "connect-src 'self'";

/** Writes that policy into every page that is built; while developing, pages talk to Vite. */
export function shutPages(): Plugin {
  return {
    name: 'zhupi-shut-pages',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGES_CSP },
        injectTo: 'head-prepend',
      },
    ],
  };
}
