import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results',
  // A machine that does other work may be ten times slower; a test that fails says so soon enough all the same.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // A browser may lose a click on a machine that does other work; what passed only then is named (lib/cli/test.ts).
  retries: 2,
  // Each worker runs a browser of its own; two cores carry two.
  workers: 2,
  fullyParallel: false,
  reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [
    { name: 'build', testMatch: 'build.spec.ts' },
    { name: 'chromium', testIgnore: 'build.spec.ts' },
    { name: 'firefox', testIgnore: 'build.spec.ts' },
  ],
});
