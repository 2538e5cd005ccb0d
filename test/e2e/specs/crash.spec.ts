import { expect, test } from '@playwright/test';
import { crash } from '../../bench/crash/rounds.ts';

/** `npm run bench:crash` does the same 200 times. */
const ROUNDS = 10;

// Many starts of a browser: what takes half a minute may take ten where much else runs.
test.describe.configure({ timeout: 1_200_000 });

test('an acknowledged note outlives a stopped background and a killed browser', async () => {
  const browser = test.info().project.name === 'firefox' ? 'firefox' : 'chromium';
  // Some kills leave Chromium's database so that it will be thrown away: the notes come back all the same.
  const crashes = await crash(browser, { stops: ROUNDS, kills: ROUNDS, seed: 20, cutEvery: 4 });
  for (const { lost, unopened, acknowledged } of [crashes.stopped, crashes.killed]) {
    expect({ lost, unopened }).toEqual({ lost: 0, unopened: 0 });
    expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS);
  }
});
