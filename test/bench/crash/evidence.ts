import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';

/** Files of a profile that cannot be copied, or tell nothing. */
const LEFT_OUT = /^(Singleton.*|lock|\.parentlock|.*[Cc]ache.*)$/;

/**
 * Puts aside all that may tell why notes were lost: the profile, what our own storage knows of the notes, and the
 * database's own log.
 *
 * @param name of the folder in `test-results/crash`
 * @returns the folder
 */
export async function keepEvidence(
  name: string,
  page: Page,
  profile: string,
  about: object,
): Promise<string> {
  const folder = resolve('test-results/crash', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const known = await page.evaluate(knownOfNotes).catch((error) => ({ error: String(error) }));
  writeFileSync(join(folder, 'about.json'), JSON.stringify({ ...about, known }, null, 2));
  cpSync(profile, join(folder, 'profile'), {
    recursive: true,
    filter: (path) => !LEFT_OUT.test(path.split('/').at(-1) ?? ''),
  });
  writeFileSync(join(folder, 'leveldb.log'), databaseLog(profile));
  process.stderr.write(`${name}: ${JSON.stringify(about)}, kept in ${folder}\n`);
  return folder;
}

/** Runs in the page. Long values are cut. */
async function knownOfNotes() {
  const stored = await chrome.storage.local.get(null);
  const short = Object.entries(stored).map(([key, value]) => [key, JSON.stringify(value).slice(0, 300)]);
  return { databases: await indexedDB.databases(), storage: Object.fromEntries(short) };
}

function databaseLog(profile: string): string {
  const folder = join(profile, 'Default/IndexedDB');
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\/LOG(\.old)?$/.test(file))
    .map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`)
    .join('\n');
}
