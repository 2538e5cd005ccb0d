import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Bundled } from './bundled.ts';
import { hasNginx } from './nginx.ts';
import { pictureOf, reportOf } from './report.ts';
import type { Rival } from './rivals.ts';
import type { Sharded } from './sharded.ts';

/**
 * Measures the catalogue at scale and writes `test/bench/scale.md` and `scale.png`. The largest size takes
 * some twenty minutes and 2 GB of disk; `npm run bench:scale -- 50 10000` measures these sizes only.
 */
const wanted = process.argv.slice(2).map(Number);
const SIZES = [50, 10_000, 100_000, 1_000_000].filter((size) => !wanted.length || wanted.includes(size));
/** A bundled catalogue of more does not fit the 256 MB that the format allows. */
const MOST_BUNDLED = 100_000;
/** Search libraries: a text takes them some milliseconds to index. */
const RIVALS: [of: 'texts' | 'titles', size: number][] = [
  ['texts', 50],
  ['texts', 10_000],
  ['titles', 100_000],
];
const MOST_MINUTES = 20;

if (!hasNginx()) {
  process.stderr.write('nginx is needed to serve the shards: install it with `apt-get install -y nginx`\n');
  process.exit(1);
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const bundled: Bundled[] = [];
for (const size of SIZES.filter((one) => one <= MOST_BUNDLED)) {
  say(`bundled, ${size} documents`);
  const made = measure<Bundled>('bundled.ts', [String(size)]);
  if (made) bundled.push(made);
}
const rivals: Rival[] = [];
const failed: string[] = [];
for (const name of ['MiniSearch', 'FlexSearch']) {
  for (const [of, size] of RIVALS.filter(([, one]) => SIZES.includes(one))) {
    say(`${name}, ${size} documents, ${of}`);
    const rival = measure<Rival>('rivals.ts', [name, String(size), of]);
    if (rival) rivals.push(rival);
    else failed.push(`${name} did not come to an end with the ${of} of ${size} documents`);
  }
}
const sharded: Sharded[] = [];
for (const size of SIZES) {
  say(`sharded, ${size} documents`);
  const made = measure<Sharded>('sharded.ts', [String(size)]);
  if (made) sharded.push(made);
}

const machine = `Node ${process.version}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
const folder = fileURLToPath(new URL('..', import.meta.url));
const report = reportOf({ machine, bundled, rivals, failed, sharded });
writeFileSync(`${folder}scale.md`, report);
writeFileSync(`${folder}scale.png`, pictureOf({ bundled, rivals, sharded }));
process.stdout.write(report);

/** Each in a process of its own, so that memory and warmth are its own. */
function measure<Result>(file: string, args: string[]): Result | null {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const memory = ['--expose-gc', '--max-old-space-size=6000'];
  const child = spawnSync(process.execPath, [...memory, path, ...args], {
    ...{ encoding: 'utf8', timeout: (file === 'sharded.ts' ? 6 : 1) * MOST_MINUTES * 60_000 },
    ...{ maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  return child.status === 0 ? (JSON.parse(child.stdout) as Result) : null;
}
