import browser from 'webextension-polyfill';
import { CatalogueError } from '../../lib/catalogue/format.ts';
import { keyFingerprint } from '../../lib/catalogue/shards/manifest.ts';
import { introduce } from '../../lib/catalogue/shards/reach.ts';
import { fetchWhole, type Progress } from '../../lib/catalogue/shards/whole.ts';
import { Problem } from '../../lib/messages/problem.ts';
import { shardAddress } from '../../lib/settings/shard-address.ts';
import { changeShardSource, readShardSource, type ShardSource } from '../../lib/settings/shard-source.ts';
import { dropShardFiles } from '../../lib/store/shard-files.ts';
import { forgetReach, reachOf } from './shards.ts';

/** How long one request of the library page may fetch, in milliseconds: then it asks for more. */
const STRETCH = 5000;

/**
 * Looks at a catalogue on a server for the first time: who made it, how large it is, which key signed it.
 * Nothing is kept.
 *
 * @throws Problem with what is wrong with it; also where another key signed it than the one that is pinned
 */
export async function meet({ address: typed }: { address: string }): Promise<ShardSource> {
  const { source } = await met(typed);
  return source;
}

/** Takes a catalogue that the reader has looked at: its key is pinned. @throws Problem */
export async function use({ address: typed, key }: { address: string; key: string }): Promise<null> {
  const { source } = await met(typed);
  if (source.key !== key) throw new Problem('problemShardKeyChanged');
  await dropShardFiles();
  forgetReach();
  await changeShardSource(() => source);
  return null;
}

/** Switches it, or the comparing of texts, on or off. */
export async function change({ on, text }: { on?: boolean | undefined; text?: boolean | undefined }) {
  await changeShardSource(
    (before) => before && { ...before, on: on ?? before.on, text: text ?? before.text },
  );
  return null;
}

/**
 * Fetches more of the whole catalogue, for some seconds: the page asks again until all is there.
 *
 * @param from the shard to go on with
 * @throws Problem where a file can't be had; what was fetched stays
 */
export async function fetchMore({ from }: { from: number }): Promise<Progress> {
  const source = await changeShardSource((before) => {
    if (!before || from > 0) return before;
    // Begun again, it takes what the server has now.
    return { ...before, all: true, ...(before.whole ? { whole: false, checked: 0 } : {}) };
  });
  if (!source) throw new Problem('problemShardGone');
  const end = Date.now() + STRETCH;
  const progress = await said(fetchWhole(reachOf(source), from, () => Date.now() > end));
  if (progress.next === progress.all)
    await changeShardSource((before) => (before?.key === source.key ? { ...before, whole: true } : before));
  return progress;
}

/** Throws away what was fetched; the catalogue stays, and is asked anew. */
export async function empty(): Promise<null> {
  await dropShardFiles();
  forgetReach();
  await changeShardSource(
    (before) => before && { ...before, all: false, whole: false, checked: 0, problem: null },
  );
  return null;
}

/** Forgets the catalogue, its key and all that was fetched, and gives back the access to its server. */
export async function remove(): Promise<null> {
  const source = await readShardSource();
  await changeShardSource(() => null);
  await dropShardFiles();
  forgetReach();
  const read = source ? shardAddress(source.address) : null;
  // Chrome refuses to give up what the manifest requires, such as an official site.
  if (read && 'pattern' in read)
    await browser.permissions.remove({ origins: [read.pattern] }).catch(() => false);
  return null;
}

async function met(typed: string): Promise<{ source: ShardSource }> {
  const read = shardAddress(typed);
  if ('wrong' in read) throw new Problem(read.wrong);
  const { address } = read;
  const { manifest, key } = await said(introduce((file, init) => fetch(file, init), address, Date.now()));
  const pinned = await readShardSource();
  if (pinned?.address === address && pinned.key !== key) throw new Problem('problemShardKeyChanged');
  const { name, maker, asOf, documents, fits, bytes } = manifest;
  const fingerprint = await keyFingerprint(key);
  const facts = { address, key, fingerprint, name, maker, asOf, documents, fits, bytes };
  return { source: { ...facts, checked: 0, on: true, text: false, all: false, whole: false, problem: null } };
}

/** What a room without a browser says went wrong, as the reader is told. */
async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CatalogueError) throw new Problem(error.key, ...error.args);
    throw error;
  }
}
