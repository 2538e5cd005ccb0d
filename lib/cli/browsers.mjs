// Where the browsers for the demo and the tests are. Plain JavaScript: the set-up runs it on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Branded Chrome no longer takes an unpacked extension from its command line, so only Chromium will do.
 * @typedef {{title: string, variable: string, apt: string, names: string[], places: string[]}} Browser
 */

/** @type {{chromium: Browser, firefox: Browser}} */
export const BROWSERS = {
  chromium: {
    title: 'Chromium',
    variable: 'ZHUPI_CHROMIUM',
    apt: 'chromium',
    names: ['chromium', 'chromium-browser'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  },
  firefox: {
    title: 'Firefox 140 or later',
    variable: 'ZHUPI_FIREFOX',
    apt: 'firefox-esr',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/**
 * @param {Browser} browser
 * @returns {string | null} the program's path, or null where there is none
 */
export function findBrowser(browser) {
  const named = process.env[browser.variable];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => browser.names.map((name) => join(folder, name))),
    ...browser.places,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Whether pictures will show Chinese. Where fontconfig is missing (macOS, Windows) the system has its own fonts. */
export function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (list.error) return process.platform !== 'linux';
  return list.stdout.trim() !== '';
}
