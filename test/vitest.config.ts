import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('..'),
  plugins: [preact()],
  // The polyfill refuses to load outside a browser extension; unit tests get a stand-in kept in memory.
  resolve: { alias: { 'webextension-polyfill': here('unit/fake-browser.ts') } },
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
