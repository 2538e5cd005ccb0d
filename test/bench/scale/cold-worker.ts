import { parentPort, workerData } from 'node:worker_threads';
import { askShards } from '../../../lib/catalogue/shards/ask.ts';
import { openReach, type Trust } from '../../../lib/catalogue/shards/reach.ts';
import type { AskedPage } from './pages.ts';
import { diskShelf, worldOf } from './shelf.ts';

/** A worker that has just started and is asked about one page, with all that it needs on its shelf. */
const { trust, folder, page } = workerData as { trust: Trust; folder: string; page: AskedPage };
const start = performance.now();
const before = process.threadCpuUsage();
const reach = openReach(trust, worldOf(diskShelf(folder)));
const found = await askShards(reach, page.part, page.fingerprints, { sentences: true });
const { user, system } = process.threadCpuUsage(before);
const cpu = (user + system) / 1000;
parentPort?.postMessage({ ms: performance.now() - start, cpu, id: found?.id ?? null, spent: reach.spent() });
