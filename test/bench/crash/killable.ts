import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { until } from '../../../lib/cli/drive/driver.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A browser with the built extension on a profile that stays, and one of our pages open in it. */
export interface Killable {
  /** A page of ours, from which the background is asked. */
  page: Page;
  /**
   * SIGKILL to the browser: to all its processes, or to its main process alone, whose children then end by
   * themselves while the next one starts already. Resolves when what was killed is gone.
   */
  kill(all: boolean): Promise<void>;
  /** Stops only the extension's background, as the browser does with one that idles. False where it did not stop. */
  stopBackground(): Promise<boolean>;
}

/** What differs between the browsers. */
export interface Started {
  browser: Browser;
  page: Page;
  /** Stops the background; may fail, and may never answer. */
  stopBackground(attempt: number): Promise<boolean>;
  /** Whether nobody works on the profile's own files any more. */
  leftAlone(): boolean;
}

/** By profile: groups of processes whose main one was killed. */
const leftBehind = new Map<string, number>();

/** Starts a browser on a profile; an empty folder becomes one. */
export async function startKillable(name: BrowserName, profile: string): Promise<Killable> {
  const started = await (name === 'firefox' ? startFirefox(profile) : startChromium(profile));
  const { browser, page } = started;
  const main = browser.process();
  const pid = main?.pid;
  if (!main || !pid) throw new Error('the browser has no process');
  const ended = new Promise<void>((done) => main.once('exit', () => done()));
  // By now they have ended by themselves, but for those that hang.
  endGroup(leftBehind.get(profile) ?? null);
  leftBehind.delete(profile);
  return {
    page,
    async kill(all) {
      process.kill(all ? -pid : pid, 'SIGKILL');
      await ended;
      await within(5000, browser.disconnect());
      if (all) await until('all its processes to be gone', async () => isGone(pid), 10_000).catch(() => {});
      else leftBehind.set(profile, pid);
      await until('the profile to be left alone', async () => started.leftAlone());
    },
    async stopBackground() {
      // A call to a worker that is just ending may never be answered: then it is made again, in another way.
      for (let attempt = 0; attempt < 4; attempt++)
        if (await within(5000, started.stopBackground(attempt))) return true;
      return false;
    },
  };
}

/** What work comes to, or undefined where it fails or takes longer. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), milliseconds);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a process group has no process left that could still write. */
function isGone(group: number): boolean {
  // Those that ended stay in the group until somebody asks how; some machines have nobody who does.
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').every((id) => !isAliveIn(group, id));
  try {
    process.kill(-group, 0);
    return false;
  } catch {
    return true;
  }
}

function isAliveIn(group: number, id: string): boolean {
  if (!/^\d+$/.test(id)) return false;
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // After the name, which may hold anything: state, parent, group.
    const [state, , its] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(its) === group && state !== 'Z' && state !== 'X';
  } catch {
    // It ended while we looked.
    return false;
  }
}

function endGroup(group: number | null): void {
  try {
    if (group !== null) process.kill(-group, 'SIGKILL');
  } catch {
    // There is none.
  }
}
