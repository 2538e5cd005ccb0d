import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';

/**
 * Everything that must hold before a change lands: types and lint, unit tests, both builds, and the
 * end-to-end tests in real Chromium and real Firefox. The last line is `N passed, N failed`, with
 * skipped tests named where there are any.
 */
const UNIT = 'test-results/unit.json';
const E2E = 'test-results/e2e.json';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const run = (command: string) =>
  spawnSync(command, { stdio: 'inherit', shell: true, env: { ...process.env, FORCE_COLOR: '0' } }).status ===
  0;

const step = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A suite's own count; a suite that died before it could write one counts as a failure. */
function counted(ok: boolean, file: string, read: (report: unknown) => Count): Count {
  if (!existsSync(file)) return step(false);
  const count = read(JSON.parse(readFileSync(file, 'utf8')));
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

const UnitReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

function unitCount(report: unknown): Count {
  const r = v.parse(UnitReport, report);
  return { passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests };
}

const E2eReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

/** What passed only when run again (`flaky`) passed; Playwright's own summary names it. */
function e2eCount(report: unknown): Count {
  const { stats } = v.parse(E2eReport, report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

rmSync('test-results', { recursive: true, force: true });
const counts: Count[] = [];
counts.push(step(run('npm run -s check')));
counts.push(
  counted(
    run(
      `vitest run --config test/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${UNIT}`,
    ),
    UNIT,
    unitCount,
  ),
);
const built = run('npm run -s build');
counts.push(step(built));
if (built) counts.push(counted(run('npm run -s e2e'), E2E, e2eCount));

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
process.stdout.write(`${total('passed')} passed, ${total('failed')} failed${skipped}\n`);
process.exitCode = total('failed') > 0 ? 1 : 0;
