import type * as v from 'valibot';
import browser from 'webextension-polyfill';
import type {
  FromOursReplies,
  FromPageReplies,
  fromOurs,
  fromPage,
  ToReaderReplies,
  toReader,
} from './lists.ts';
import { Problem } from './problem.ts';

export { Problem };

type Body<List, Name extends keyof List> = List[Name] extends v.GenericSchema
  ? v.InferInput<List[Name]>
  : never;

/** What an answer looks like on the way: Error objects do not survive it in every browser. */
export type Answer<T> = { ok: T } | { problem: { key: string; args: string[] } };

function open<T>(answer: unknown): T {
  if (answer && typeof answer === 'object') {
    if ('ok' in answer) return answer.ok as T;
    if ('problem' in answer) {
      const { key, args } = answer.problem as { key: string; args: string[] };
      throw new Problem(key, ...args);
    }
  }
  throw new Problem('problemNoAnswer');
}

/** Asks the background from a page's gate or reader. @throws Problem */
export async function askFromPage<Name extends keyof typeof fromPage>(
  name: Name,
  body: Body<typeof fromPage, Name>,
): Promise<FromPageReplies[Name]> {
  return open(await browser.runtime.sendMessage({ list: 'page', name, body }));
}

/** Asks the background from one of our own pages. @throws Problem */
export async function askFromOurs<Name extends keyof typeof fromOurs>(
  name: Name,
  body: Body<typeof fromOurs, Name>,
): Promise<FromOursReplies[Name]> {
  return open(await browser.runtime.sendMessage({ list: 'ours', name, body }));
}

/** Tells the reader (or the gate) in one frame of a tab. @throws Problem where nobody answers */
export async function tellReader<Name extends keyof typeof toReader>(
  tab: number,
  frame: number,
  name: Name,
  body: Body<typeof toReader, Name>,
): Promise<ToReaderReplies[Name]> {
  return open(await browser.tabs.sendMessage(tab, { list: 'reader', name, body }, { frameId: frame }));
}
