// Makes this folder ready to run: dependencies and, for the demo and the tests, browsers.
// Plain JavaScript without imports from npm, since it runs before anything is installed, on Node 20 or later.
// usage: node lib/cli/setup.mjs [demo|test]
// What follows it in package.json goes through `npm run` again: a shell remembers which `node` it found
// first, and only a new one finds the newer Node that has just been installed here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSERS, findBrowser, hasChineseFont } from './browsers.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Zhupi needs Node 20 or later; this is ${process.version}.`);
}
installDependencies();
if (process.argv[2]) installBrowsers();

/** `npm ci`, unless what is installed was made from this very lock file. */
function installDependencies() {
  const stamp = 'node_modules/.zhupi-lock';
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing dependencies (npm ci)…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    stop('npm ci failed; its message is above. Zhupi needs the npm registry to install.');
  }
  writeFileSync(stamp, lock);
}

/** Installs with apt what is missing; says exactly what to install where that can't be done. */
function installBrowsers() {
  const missing = Object.values(BROWSERS).filter((browser) => !findBrowser(browser));
  const packages = [
    ...missing.map((browser) => browser.apt),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (packages.length === 0) return;
  const apt = aptCommand();
  if (apt) {
    say(`Installing ${packages.join(', ')} with apt…`);
    run(apt[0], [...apt.slice(1), 'update', '-qq']);
    run(apt[0], [...apt.slice(1), 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  const still = Object.values(BROWSERS).filter((browser) => !findBrowser(browser));
  if (still.length > 0) {
    stop(
      `These are missing and could not be installed here: ${still.map((b) => b.title).join(', ')}.\n` +
        `On Debian: sudo apt-get install ${[...still.map((b) => b.apt), 'fonts-noto-cjk'].join(' ')}\n` +
        `Elsewhere: install them from their makers and set ${still.map((b) => `${b.variable}=/path/to/${b.names[0]}`).join(' and ')}.`,
    );
  }
  if (!hasChineseFont())
    say('No Chinese font was found: pictures will show boxes. On Debian: fonts-noto-cjk.');
}

/**
 * apt-get as root, or through sudo where that asks for no password; null where there is neither.
 * @returns {[string, ...string[]] | null}
 */
function aptCommand() {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n', 'apt-get']
    : null;
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // npm is a .cmd on Windows, which only a shell starts.
  return (
    spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0
  );
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {string} text */
function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
