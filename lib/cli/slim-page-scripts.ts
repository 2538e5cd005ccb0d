import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** Scripts that run in a page beside the gate, which has no polyfill at all. */
export const PAGE_SCRIPTS = ['reader', 'page-ui', 'readability', 'simplified'];

const SLIM = fileURLToPath(new URL('../messages/slim-browser.ts', import.meta.url));

/** Builds the scripts that run in a page with a slim stand-in for the browser's polyfill. */
export function slimPageScripts(entrypoints: readonly { name: string }[], config: InlineConfig): void {
  if (!entrypoints.every(({ name }) => PAGE_SCRIPTS.includes(name))) return;
  config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'webextension-polyfill': SLIM } };
}
