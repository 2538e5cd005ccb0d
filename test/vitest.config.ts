import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Rooms whose tests leave nothing behind in the module or the global scope: their files share workers. */
const PURE = [
  'test/unit/*.test.ts',
  ...['catalogue', 'cli', 'export', 'glossary', 'i18n', 'notes', 'page', 'reading'].map(
    (room) => `test/unit/${room}/**/*.test.ts`,
  ),
];

// Each worker starts anew and would compile Vitest and jsdom again: half the cost of a small file.
process.env.NODE_COMPILE_CACHE ??= here('../node_modules/.cache/compiled');

export default defineConfig({
  root: here('..'),
  plugins: [preact()],
  // The polyfill refuses to load outside a browser extension; unit tests get a stand-in kept in memory.
  resolve: { alias: { 'webextension-polyfill': here('unit/fake-browser.ts') } },
  test: {
    environment: 'node',
    // Vitest would keep one core for itself, which of two leaves one to the tests.
    maxWorkers: '100%',
    // Only what never ends should reach these, on however slow a machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ['test/unit/**/*.test.{ts,tsx}'], exclude: PURE } },
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
    ],
  },
});
