import { expect, test } from '@playwright/test';
import { killBackground, killBrowser } from '../../bench/crash/rounds.ts';

/** A few of the rounds that `npm run bench:crash` does by the hundred; Firefox takes longer to start. */
const ROUNDS = { chromium: 3, firefox: 2 };

test('an acknowledged note outlives a killed browser and a stopped background', async () => {
  const name = test.info().project.name === 'firefox' ? 'firefox' : 'chromium';
  const killed = await killBrowser(name, ROUNDS[name], 20, 600);
  expect(killed).toMatchObject({ lost: 0, unopened: 0 });
  expect(killed.acknowledged).toBeGreaterThan(0);
  const stopped = await killBackground(name, 3, 21);
  expect(stopped).toMatchObject({ lost: 0, unopened: 0, driven: true });
});
