import { type Crashes, crash } from './rounds.ts';

/**
 * `npm run bench:crash [ROUNDS] [SEED]`: kills real browsers, and only their background, while notes are
 * written. Ends with 1 where an acknowledged note was lost or a database did not open.
 */
const rounds = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 6);

const results: [what: string, browser: string, crashes: Crashes][] = [];
// Side by side: each waits for itself more than it works.
await Promise.all(
  (['chromium', 'firefox'] as const).map(async (browser) => {
    const { stopped, killed } = await crash(browser, { stops: rounds, kills: rounds, seed });
    results.push(
      ['browser killed (SIGKILL)', browser, killed],
      ['only the background stopped', browser, stopped],
    );
  }),
);
// Chromium alone has such a database.
const { killed } = await crash('chromium', {
  ...{ stops: 0, kills: Math.ceil(rounds / 10), seed: seed + 1, cutEvery: 2 },
});
results.push(['killed, every second time in the middle of a record', 'chromium', killed]);

const rows = results.map(
  ([what, browser, c]) =>
    `| ${what} | ${browser} | ${c.rounds} | ${c.acknowledged} | ${c.unanswered} | ${c.lost} | ${c.unopened} | ${c.thrownAway} | ${(c.seconds / c.rounds).toFixed(1)} s |`,
);
process.stdout.write(
  [
    `Seed ${seed}.`,
    '',
    '| what | browser | times | acknowledged writes | unanswered | acknowledged and lost | database not opened | thrown away by the browser and brought back | each took |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n'),
);
process.exitCode = results.some(([, , { lost, unopened }]) => lost > 0 || unopened > 0) ? 1 : 0;
