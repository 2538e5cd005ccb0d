import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { askShards } from '../../../lib/catalogue/shards/ask.ts';
import { buildShards } from '../../../lib/catalogue/shards/build.ts';
import { shardCount } from '../../../lib/catalogue/shards/manifest.ts';
import { introduce, openReach, type Trust } from '../../../lib/catalogue/shards/reach.ts';
import { middle } from '../measure.ts';
import { startNginx } from './nginx.ts';
import { type AskedPage, madePages, VARIANTS, type Variant } from './pages.ts';
import { diskShelf, memoryShelf, worldOf } from './shelf.ts';
import { madeSupply } from './supply.ts';

/** What was measured of a sharded catalogue of one size. */
export interface Sharded {
  size: number;
  /** Milliseconds to make one document's part of it, text and all. */
  making: number;
  bytes: number;
  shards: number;
  fits: { shard: { least: number; median: number }; group: { least: number; median: number } };
  /** Milliseconds. */
  warm: { median: number; worst: number; cpu: number };
  /** In a worker that has just started; `cpu` is its thread's own time, which a busy machine does not stretch. */
  cold: { median: number; worst: number; cpu: number };
  /** Bytes sent by nginx for a page of a reader who has nothing yet, headers included. */
  sent: { median: number; worst: number; requests: number; withoutSentences: number; manifest: number };
  memory: number;
  found: Record<Variant, { right: number; wrong: number; of: number }>;
}

/** Milliseconds by the clock, and of the thread's own work. */
interface Time {
  ms: number;
  cpu: number;
}

const spread = (values: number[]) => ({ median: middle(values), worst: Math.max(...values) });

const PAGES = 60;
const COLD = 12;

/** Makes a sharded catalogue of made documents, serves it, and asks it about pages. */
async function measureSharded(size: number): Promise<Sharded> {
  const root = mkdtempSync(join(tmpdir(), 'zhupi-shards-'));
  const keys = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const start = performance.now();
  const manifest = await buildShards(madeSupply(size), {
    ...{ name: 'made', maker: 'bench', asOf: '2025-06-01', keys },
    put: (path, bytes) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    },
  });
  const making = (performance.now() - start) / size;
  const nginx = await startNginx(root);
  try {
    const { key, bytes } = await introduce(fetch, nginx.address, Date.now());
    const trust: Trust = { address: nginx.address, key, asOf: '', checked: 0 };
    await nginx.sent();
    const sent = { all: [] as number[], short: [] as number[], requests: [] as number[] };
    const warm: Time[] = [];
    const found = {} as Sharded['found'];
    for (const variant of VARIANTS) {
      found[variant] = { right: 0, wrong: 0, of: 0 };
      for (const page of madePages(size, variant, PAGES)) {
        const reach = openReach(trust, worldOf(memoryShelf()));
        const answer = await ask(reach, page);
        const { all, requests } = await nginx.sent();
        sent.all.push(all);
        sent.requests.push(requests);
        found[variant].of++;
        if (answer && answer === page.id) found[variant].right++;
        if (answer && answer !== page.id) found[variant].wrong++;
        const again = performance.now();
        const before = process.threadCpuUsage();
        await ask(reach, page);
        const { user, system } = process.threadCpuUsage(before);
        warm.push({ ms: performance.now() - again, cpu: (user + system) / 1000 });
        if (variant !== 'as published') continue;
        const short = openReach(trust, worldOf(memoryShelf()));
        await askShards(short, page.part, page.fingerprints, { sentences: false });
        sent.short.push((await nginx.sent()).all);
      }
    }
    const memory = await memoryOf(trust, size);
    const cold = await coldTimes(trust, size);
    return {
      ...{ size, making, bytes: manifest.bytes, shards: shardCount(manifest), fits: manifest.fits },
      warm: { ...spread(warm.map(({ ms }) => ms)), cpu: middle(warm.map(({ cpu }) => cpu)) },
      cold: { ...spread(cold.map(({ ms }) => ms)), cpu: middle(cold.map(({ cpu }) => cpu)) },
      sent: {
        ...{ median: middle(sent.all), worst: Math.max(...sent.all), requests: Math.max(...sent.requests) },
        ...{ withoutSentences: Math.max(...sent.short), manifest: bytes.length },
      },
      memory,
      found,
    };
  } finally {
    await nginx.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Run in a process of its own, with the size as argument. */
process.stdout.write(JSON.stringify(await measureSharded(Number(process.argv[2]))));

async function ask(reach: ReturnType<typeof openReach>, page: AskedPage): Promise<string | null> {
  return (await askShards(reach, page.part, page.fingerprints, { sentences: true }))?.id ?? null;
}

/** What the shards of the last few pages take in memory, in bytes, once all else is warm. */
async function memoryOf(trust: Trust, size: number): Promise<number> {
  const pages = madePages(size, 'as published', 8);
  // What was fetched lies in a database, not in memory.
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-shelf-'));
  const opened = async () => {
    const reach = openReach(trust, worldOf(diskShelf(folder)));
    for (const page of pages) await ask(reach, page);
    return reach;
  };
  await opened();
  const before = await used();
  const reach = await opened();
  const after = await used();
  await reach.manifest();
  rmSync(folder, { recursive: true, force: true });
  return after - before;
}

async function used(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 50));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Each time a new worker, whose shelf holds what an earlier one fetched. */
async function coldTimes(trust: Trust, size: number): Promise<Time[]> {
  const times: Time[] = [];
  for (const page of madePages(size, 'as published', COLD)) {
    const folder = mkdtempSync(join(tmpdir(), 'zhupi-shelf-'));
    await ask(openReach(trust, worldOf(diskShelf(folder))), page);
    const present = { ...trust, checked: Date.now() };
    const workerData = { trust: present, folder, page };
    const answer = await new Promise<Time & { spent: number }>((done, fail) => {
      const worker = new Worker(new URL('./cold-worker.ts', import.meta.url), { workerData });
      worker.once('message', done);
      worker.once('error', fail);
    });
    if (answer.spent > 0) throw new Error('the cold worker had to fetch');
    times.push(answer);
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}
