import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';

/**
 * Everything that must hold before a change lands: types and lint, unit tests, both builds, and the
 * end-to-end tests in real Chromium and real Firefox. The last line is `N passed, N failed`, with
 * skipped tests named where there are any; the steps that failed are named before it.
 *
 * Checks and builds run beside the unit tests, which leave gaps. Browsers want the machine for themselves.
 */
const UNIT = 'test-results/unit.json';
const E2E = 'test-results/e2e.json';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const write = (text: string) => process.stdout.write(text);
const env = { ...process.env, FORCE_COLOR: '0' };
const failed: string[] = [];

function heading(title: string, ok: boolean, began: number): void {
  if (!ok) failed.push(title);
  write(
    `\n== ${title}: ${ok ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - began) / 1000)} s\n`,
  );
}

/** Runs a command by itself; what it says is shown as it comes. @returns whether it went well */
function alone(title: string, command: string): boolean {
  const began = performance.now();
  write(`\n== ${title}\n`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  heading(title, status === 0, began);
  return status === 0;
}

/** Runs a command beside others; what it says is shown when it has ended, so that they don't mix. */
function beside(title: string, command: string): Promise<boolean> {
  const began = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve) => {
    child.on('close', (status) => {
      heading(title, status === 0, began);
      write(said);
      resolve(status === 0);
    });
  });
}

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
const unit = beside(
  'unit tests',
  `vitest run --config test/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${UNIT}`,
);
const checked = await beside('types and lint', 'npm run -s check');
const built = await beside('builds', 'npm run -s build');
const counts = [step(checked), counted(await unit, UNIT, unitCount), step(built)];
if (built) counts.push(counted(alone('end-to-end tests', 'npm run -s e2e'), E2E, e2eCount));

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
if (failed.length > 0) write(`\nFailed: ${failed.join(', ')}\n`);
write(`${total('passed')} passed, ${total('failed')} failed${skipped}\n`);
process.exitCode = total('failed') > 0 ? 1 : 0;
