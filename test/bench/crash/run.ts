import { type Crashes, killBackground, killBrowser } from './rounds.ts';

/**
 * `npm run bench:crash [ROUNDS] [SEED]`: kills real browsers, and only their background, while notes are
 * written. Ends with 1 where an acknowledged note was lost or a database did not open.
 */
const rounds = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 6);

const results: [what: string, crashes: Crashes][] = [];
for (const browser of ['chromium', 'firefox'] as const) {
  results.push(['browser killed (SIGKILL)', await killBrowser(browser, rounds, seed)]);
  results.push(['only the background stopped', await killBackground(browser, rounds, seed + 1)]);
}

const rows = results.map(([what, c]) => {
  if (!c.driven) return `| ${what} | ${c.browser} | can't be driven | | | | |`;
  return `| ${what} | ${c.browser} | ${c.rounds} | ${c.acknowledged} | ${c.unanswered} | ${c.lost} | ${c.unopened} |`;
});
process.stdout.write(
  [
    `Seed ${seed}.`,
    '',
    '| what | browser | times | acknowledged writes | unanswered | acknowledged and lost | database not opened |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n'),
);
process.exitCode = results.some(([, { lost, unopened }]) => lost > 0 || unopened > 0) ? 1 : 0;
