import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MANIFEST_FILE } from '../../../lib/catalogue/shards/layout.ts';
import { introduce } from '../../../lib/catalogue/shards/reach.ts';
import { cacheDatabase } from '../../../lib/store/cache-database.ts';
import { makeShards, NOW, page, serverOf, TEXTS } from '../catalogue/shards/made-up.ts';
import { until } from '../wait.ts';
import { report, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const ADDRESS = 'https://catalogue.example/';
let world: World;
let files = new Map<string, Uint8Array>();
let key = '';
let asked: string[] = [];
let removed: unknown[] = [];
let server: ((address: string, init: RequestInit) => Promise<Response>) | null = null;

beforeAll(async () => {
  ({ files } = await makeShards());
  ({ key } = await introduce(serverOf(files), ADDRESS, NOW));
});
beforeEach(async () => {
  vi.resetModules();
  world = new World();
  world.load(HERE);
  await Promise.all([cacheDatabase.files.clear(), cacheDatabase.shardUses.clear()]);
  const bundled = fetch;
  asked = [];
  removed = [];
  server = serverOf(files, asked);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    address.startsWith(ADDRESS) && server ? server(address, init) : bundled(address, init),
  );
  const { permissions } = fakeBrowser as unknown as Record<string, Record<string, unknown>>;
  if (permissions) permissions.remove = async (given: unknown) => removed.push(given) > 0;
});

const ours = (name: string, body: unknown) => world.fromOurs('library.html', name, body);
const take = () => ours('shards/use', { address: ADDRESS, key });
const stored = async () =>
  (await fakeBrowser.storage.local.get('shards')).shards as Record<string, unknown> | undefined;

async function read(
  id: string,
  metadata: Parameters<typeof page>[1],
  incognito = false,
  verdict = 'document',
) {
  const { part, fingerprints } = page(TEXTS[id] ?? '', metadata);
  await world.fromPage(HERE, 'gate/saw', {
    verdict,
    kind: '办法',
    confidence: 1,
    reasons: [],
    textLength: 5000,
  });
  await world.fromPage(HERE, 'reader/hello', {}, incognito);
  const body = report({ documents: [part], fingerprints });
  const answer = await world.fromPage(HERE, 'reader/read', body, incognito);
  return (
    answer as unknown as {
      ok: { documents: { catalogueId: string | null; status: { state: string } }[]; matches: object[] };
    }
  ).ok;
}
const FERRY = { title: '南渡市渡口安全规定', docNumber: '南府规〔2025〕4号' };
/** Asks until what came late has come: the answer is then on the shelf. */
const readLate = (id: string, metadata: Parameters<typeof page>[1]) =>
  until(async () => {
    const answer = await read(id, metadata);
    return answer.documents[0]?.catalogueId ? answer : null;
  });

describe('a catalogue on a server', () => {
  it('is asked nothing as long as the reader chose none', async () => {
    const { documents } = await read('ferry', FERRY);
    expect(documents[0]?.catalogueId).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is shown with its maker, its key and what its server learns, and nothing is kept', async () => {
    expect(await ours('shards/meet', { address: 'catalogue.example' })).toMatchObject({
      ok: {
        ...{ address: ADDRESS, key, name: '南渡目录', maker: '灯塔编辑部', documents: 4 },
        fits: { shard: { least: 4 } },
        fingerprint: expect.stringMatching(/^([\da-f]{4} ){7}[\da-f]{4}$/),
      },
    });
    expect(asked).toEqual([MANIFEST_FILE]);
    expect(await stored()).toBeUndefined();
  });

  it('knows a document that the bundled one does not, under an id of its own', async () => {
    await take();
    const answer = await readLate('ferry', FERRY);
    expect(answer.documents[0]?.catalogueId).toBe(`shards:${key.slice(0, 16)}/ferry`);
    expect(answer.matches).toHaveLength(1);
    const tea = await readLate('old-tea', { docNumber: '南府规〔2020〕8号' });
    expect(tea.documents[0]?.status.state).toBe('repealed');
  });

  it('is not asked for sentences unless the reader wants texts compared', async () => {
    await take();
    await readLate('ferry', FERRY);
    const without = new Set(asked).size;
    await ours('shards/change', { text: true });
    await until(async () => {
      await read('ferry', FERRY);
      return new Set(asked).size === without + 1;
    });
  });

  it('is not asked from a private window, nor for news, nor when switched off', async () => {
    await take();
    asked.length = 0;
    await read('ferry', FERRY, false, 'about');
    await read('ferry', FERRY, true);
    await ours('shards/change', { on: false });
    await read('ferry', FERRY);
    expect(asked).toEqual([]);
  });

  it('leaves the page as it was where it fails, and the reason is kept for the reader', async () => {
    await take();
    server = async () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } });
    const { documents } = await read('ferry', FERRY);
    expect(documents[0]).toMatchObject({ catalogueId: null });
    await until(async () => (await stored())?.problem);
    expect(await stored()).toMatchObject({ problem: { key: 'problemShardHtml' } });
    server = serverOf(files);
    await readLate('ferry', FERRY);
    await until(async () => (await stored())?.problem === null);
  });

  it('does not keep a page waiting: its reader is told once to ask again', async () => {
    await take();
    let open = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    server = async (address, init) => {
      await gate;
      return serverOf(files)(address, init);
    };
    expect((await read('ferry', FERRY)).documents[0]?.catalogueId).toBeNull();
    expect(world.told).not.toContain('7:0 reader/ask-again');
    open();
    await until(() => world.told.includes('7:0 reader/ask-again'));
    expect((await read('ferry', FERRY)).documents[0]?.catalogueId).toContain('ferry');
    expect(world.told.filter((one) => one.endsWith('ask-again'))).toHaveLength(1);
  });

  it('answers from what was fetched when the server is away, in a worker started anew', async () => {
    await take();
    await readLate('ferry', FERRY);
    server = async () => Promise.reject(new TypeError('offline'));
    world.restart();
    const answer = await readLate('ferry', FERRY);
    expect(answer.documents[0]?.catalogueId).toContain('ferry');
  });

  it('keeps no more on this computer than it may, unless the reader wants all of it here', async () => {
    await take();
    const { keepShardFile } = await import('../../../lib/store/shard-files.ts');
    const old = () => cacheDatabase.files.where('name').startsWith('shards/old').count();
    const fill = async () => {
      for (let k = 0; k < 6; k++) await keepShardFile(`old${k}`, new Uint8Array(9_000_000));
    };
    await fill();
    await readLate('ferry', FERRY);
    await until(async () => (await old()) < 6);
    expect(await old()).toBe(4);
    await ours('shards/fetch', { from: 0 });
    await fill();
    await ours('shards/change', { text: true });
    await readLate('light', { title: '澄江新区航标维护细则' });
    expect(await old()).toBe(6);
    await ours('shards/empty', {});
    expect(await old()).toBe(0);
    expect(await stored()).toMatchObject({ all: false });
  });

  it('is asked nothing once all of it was fetched', async () => {
    await take();
    const progress = (await ours('shards/fetch', { from: 0 })) as unknown as {
      ok: { next: number; all: number };
    };
    expect(progress.ok.next).toBe(progress.ok.all);
    expect(await stored()).toMatchObject({ whole: true });
    asked.length = 0;
    await ours('shards/change', { text: true });
    for (const id of ['ferry', 'light'])
      await readLate(id, id === 'ferry' ? FERRY : { title: '澄江新区航标维护细则' });
    expect(asked).toEqual([]);
  });

  it('is gone with all that was fetched when it is removed, and its server may no longer be asked', async () => {
    await take();
    await readLate('ferry', FERRY);
    await ours('shards/remove', {});
    expect(await stored()).toBeUndefined();
    expect(await cacheDatabase.files.where('name').startsWith('shards/').count()).toBe(0);
    expect(removed).toEqual([{ origins: ['https://catalogue.example/*'] }]);
    asked.length = 0;
    expect((await read('ferry', FERRY)).documents[0]?.catalogueId).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is refused under another key than the one that was shown, or pinned', async () => {
    const wrong = 'ab'.repeat(32);
    expect(await ours('shards/use', { address: ADDRESS, key: wrong })).toMatchObject({
      problem: { key: 'problemShardKeyChanged' },
    });
    await take();
    const other = await makeShards();
    server = serverOf(other.files);
    expect(await ours('shards/meet', { address: ADDRESS })).toMatchObject({
      problem: { key: 'problemShardKeyChanged' },
    });
  });

  it.each<[string, string, string]>([
    ['plain http', 'http://catalogue.example/', 'shardsNotSafe'],
    ['no address', 'nonsense here', 'shardsWrongAddress'],
    ['nothing', '', 'shardsWrongAddress'],
    ['a query', 'https://catalogue.example/?a=1', 'shardsWrongAddress'],
    ['a password', 'https://a:b@catalogue.example/', 'shardsWrongAddress'],
  ])('is not looked for at %s', async (_what, address, problem) => {
    expect(await ours('shards/meet', { address })).toMatchObject({ problem: { key: problem } });
    expect(asked).toEqual([]);
  });

  it('may lie on this computer by http', async () => {
    const { shardAddress } = await import('../../../lib/settings/shard-address.ts');
    expect(shardAddress('http://localhost:8080/made/catalogue.zhupi')).toEqual({
      address: 'http://localhost:8080/made/',
      pattern: 'http://localhost/*',
    });
    expect(shardAddress('example.org/zhupi')).toEqual({
      address: 'https://example.org/zhupi/',
      pattern: 'https://example.org/*',
    });
  });
});
