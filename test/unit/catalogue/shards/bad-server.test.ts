import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CatalogueError } from '../../../../lib/catalogue/format.ts';
import { askShards } from '../../../../lib/catalogue/shards/ask.ts';
import { MANIFEST_FILE } from '../../../../lib/catalogue/shards/layout.ts';
import { introduce, openReach, type Trust, type World } from '../../../../lib/catalogue/shards/reach.ts';
import { makeShards, memoryShelf, NOW, newKeys, page, serverOf, TEXTS } from './made-up.ts';

/** A real server on loopback, which may answer anything. */
let server: Server;
let address = '';
let answer: (name: string, response: ServerResponse) => void = () => {};
let asked: string[] = [];
let files = new Map<string, Uint8Array>();
let keys: CryptoKeyPair;
let key = '';

beforeAll(async () => {
  ({ files, keys } = await makeShards());
  ({ key } = await introduce(serverOf(files), 'https://catalogue.example/', NOW));
});
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    asked.push(name);
    answer(name, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Serves the files, but for those that `odd` takes care of. */
const serve = (odd: (name: string, response: ServerResponse, good: Uint8Array | undefined) => boolean) => {
  answer = (name, response) => {
    const good = files.get(name);
    if (odd(name, response, good)) return;
    if (good) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(good);
    else response.writeHead(404).end();
  };
};
const isShard = (name: string) => name !== MANIFEST_FILE;

function ask(trust: Partial<Trust> = {}, world: Partial<World> = {}) {
  const { part, fingerprints } = page(TEXTS.ferry ?? '', { title: '南渡市渡口安全规定' });
  const reach = openReach(
    { address, key, asOf: '', checked: 0, ...trust },
    {
      ...{ fetch: (file, init) => fetch(file, init), shelf: memoryShelf(), now: () => NOW },
      ...{ accepted: async () => {}, failed: async () => {}, patience: 5000, ...world },
    },
  );
  return askShards(reach, part, fingerprints, { sentences: true });
}

/** The key of what went wrong. */
const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof CatalogueError ? error.key : String(error)),
  );

describe('a server that does as it should', () => {
  it('is asked and answers', async () => {
    serve(() => false);
    expect((await ask())?.id).toBe('ferry');
  });
});

describe('a server whose files are wrong', () => {
  const changed = (good: Uint8Array) => good.map((byte, at) => (at === good.length >> 1 ? byte ^ 1 : byte));

  it.each<[string, string, (response: ServerResponse, good: Uint8Array) => void]>([
    ['missing', 'problemShardMissing', (response) => response.writeHead(404).end()],
    ['forbidden', 'problemShardStatus', (response) => response.writeHead(403).end()],
    ['cut short', 'problemShardCut', (response, good) => response.end(good.subarray(0, good.length - 3))],
    ['changed by one bit', 'problemShardTampered', (response, good) => response.end(changed(good))],
    [
      'of another version of the catalogue',
      'problemShardTampered',
      (response, good) => response.end(new Uint8Array(good.length)),
    ],
    [
      'longer than it should be',
      'problemShardHuge',
      (response, good) => response.end(Buffer.concat([good, good])),
    ],
    [
      'a web page',
      'problemShardHtml',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
    ],
    [
      'somewhere else',
      'problemShardRedirect',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
    ],
    ['broken off', 'problemShardUnreachable', (response) => response.destroy()],
  ])('says so where a part is %s', async (_what, key, odd) => {
    serve((name, response, good) => {
      if (!isShard(name) || !good) return false;
      odd(response, good);
      return true;
    });
    expect(await problem(ask())).toBe(key);
  });

  it('reads no further where a part has no end', async () => {
    let sent = 0;
    serve((name, response) => {
      if (!isShard(name)) return false;
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const more = () => {
        for (let going = !response.destroyed; going; ) {
          sent += 65536;
          going = response.write(Buffer.alloc(65536)) && sent < 50_000_000;
        }
      };
      response.on('drain', more);
      more();
      return true;
    });
    expect(await problem(ask())).toBe('problemShardHuge');
    expect(sent).toBeLessThan(50_000_000);
  });

  it('says so where it never answers, and leaves it alone for a while', async () => {
    serve((name) => isShard(name));
    let now = NOW;
    const { part, fingerprints } = page(TEXTS.ferry ?? '', { title: '南渡市渡口安全规定' });
    let impatient = true;
    const reach = openReach(
      { address, key, asOf: '', checked: 0 },
      {
        fetch: (file, init) => fetch(file, impatient ? init : { ...init, signal: null }),
        ...{ shelf: memoryShelf(), now: () => now },
        ...{ accepted: async () => {}, failed: async () => {}, patience: 100 },
      },
    );
    const again = () => problem(askShards(reach, part, fingerprints, { sentences: false }));
    expect(await again()).toBe('problemShardTimeout');
    const before = asked.length;
    expect(await again()).toBe('problemShardResting');
    expect(asked.length).toBe(before);
    now += 6 * 60 * 1000;
    impatient = false;
    serve(() => false);
    expect(await again()).toBe('nothing');
  });

  it('keeps nothing that is wrong, so that it is well again when the server is', async () => {
    const shelf = memoryShelf();
    serve((name, response, good) => {
      if (!isShard(name) || !good) return false;
      response.end(changed(good));
      return true;
    });
    expect(await problem(ask({}, { shelf }))).toBe('problemShardTampered');
    expect([...shelf.files.keys()]).toEqual([MANIFEST_FILE]);
    serve(() => false);
    expect((await ask({}, { shelf }))?.id).toBe('ferry');
  });
});

describe('a manifest that is wrong', () => {
  const manifestOf = (make: (good: Uint8Array) => Uint8Array) =>
    serve((name, response, good) => {
      if (isShard(name) || !good) return false;
      response.end(make(good));
      return true;
    });
  const at = (place: number) => (good: Uint8Array) => good.map((byte, k) => (k === place ? byte ^ 1 : byte));

  it.each<[string, string, (good: Uint8Array) => Uint8Array]>([
    ['something else', 'problemShardForeign', () => new TextEncoder().encode('<!doctype html><p>404')],
    ['empty', 'problemShardForeign', () => new Uint8Array(0)],
    ['cut in its head', 'problemShardCut', (good) => good.subarray(0, 60)],
    ['cut in its words', 'problemShardSignature', (good) => good.subarray(0, good.length - 1)],
    ['of another version', 'problemShardVersion', at(8)],
    ['under another key', 'problemShardSignature', at(12)],
    ['under another signature', 'problemShardSignature', at(50)],
    ['changed', 'problemShardSignature', at(160)],
    ['too large', 'problemShardHuge', () => new Uint8Array(200_000)],
  ])('is not used where it is %s', async (_what, key, make) => {
    manifestOf(make);
    expect(await problem(ask())).toBe(key);
    expect(await problem(introduce((file, init) => fetch(file, init), address, NOW))).toBe(key);
  });

  it('is not used where another key signed it, and says so', async () => {
    const other = await makeShards({ keys: await newKeys() });
    manifestOf(() => other.files.get(MANIFEST_FILE) ?? new Uint8Array(0));
    expect(await problem(ask())).toBe('problemShardKeyChanged');
  });

  it('is not used where it is older than one seen before', async () => {
    serve(() => false);
    expect(await problem(ask({ asOf: '2025-06-02' }))).toBe('problemShardOlder');
    expect(await problem(ask({ asOf: '2025-06-01' }))).toBe('nothing');
  });

  it('is not used where it is dated more than a day ahead, and what was there stays in use', async () => {
    const shelf = memoryShelf();
    serve(() => false);
    await ask({}, { shelf });
    const told: (string | null)[] = [];
    const failed = async (error: CatalogueError | null) => void told.push(error?.key ?? null);
    const dated = async (asOf: string) => {
      const { files: made } = await makeShards({ keys, asOf });
      manifestOf(() => made.get(MANIFEST_FILE) ?? new Uint8Array(0));
    };
    await dated('2025-07-03');
    expect(await problem(introduce((file, init) => fetch(file, init), address, NOW))).toBe(
      'problemShardFuture',
    );
    expect((await ask({}, { shelf, failed }))?.id).toBe('ferry');
    expect(told).toEqual(['problemShardFuture']);
    expect(shelf.files.get(MANIFEST_FILE)).toEqual(files.get(MANIFEST_FILE));
    await dated('2025-07-02');
    expect(await problem(introduce((file, init) => fetch(file, init), address, NOW))).toBe('nothing');
  });

  it('leaves the one that was there in use, and the reader is told', async () => {
    const shelf = memoryShelf();
    serve(() => false);
    await ask({}, { shelf });
    manifestOf(at(160));
    const told: (string | null)[] = [];
    const failed = async (error: CatalogueError | null) => void told.push(error?.key ?? null);
    expect((await ask({}, { shelf, failed }))?.id).toBe('ferry');
    expect(told).toEqual(['problemShardSignature']);
  });
});

describe('a server that is away', () => {
  it('is not missed for what was fetched before', async () => {
    const shelf = memoryShelf();
    serve(() => false);
    await ask({}, { shelf });
    answer = (_name, response) => response.destroy();
    expect((await ask({}, { shelf }))?.id).toBe('ferry');
  });

  it('is asked for a newer manifest after a day, whose files it then uses', async () => {
    const shelf = memoryShelf();
    serve(() => false);
    await ask({}, { shelf });
    const newer = await makeShards({ keys, asOf: '2025-07-01' });
    const old = files;
    files = newer.files;
    const accepted: string[] = [];
    const world = { shelf, accepted: async ({ asOf }: Trust) => void accepted.push(asOf) };
    asked = [];
    await ask({ checked: NOW - 1000 }, world);
    expect(asked).toEqual([]);
    await ask({ checked: NOW - 25 * 60 * 60 * 1000 }, world);
    files = old;
    expect(asked).toEqual([MANIFEST_FILE]);
    expect(accepted).toEqual(['2025-07-01']);
  });

  it('that was made anew and lost its old parts is found again', async () => {
    const shelf = memoryShelf();
    const made = await makeShards({ keys, asOf: '2025-07-01' });
    const manifest = made.files.get(MANIFEST_FILE) ?? new Uint8Array(0);
    const { part, fingerprints } = page(TEXTS.ferry ?? '', { title: '南渡市渡口安全规定' });
    const gone = new Map([[MANIFEST_FILE, files.get(MANIFEST_FILE) ?? new Uint8Array(0)]]);
    let present = gone;
    const world = { shelf, now: () => NOW, accepted: async () => {}, failed: async () => {} };
    const fetch: World['fetch'] = (file, init) => serverOf(present)(file, init);
    const reach = openReach({ address, key, asOf: '', checked: 0 }, { ...world, fetch });
    const again = () => problem(askShards(reach, part, fingerprints, { sentences: false }));
    expect(await again()).toBe('problemShardMissing');
    present = new Map([...made.files, [MANIFEST_FILE, manifest]]);
    expect(await again()).toBe('nothing');
  });
});
