// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ToastBar, useToasts } from '../../../components/toast.tsx';
import { ShardsPart } from '../../../entrypoints/library/shards.tsx';
import type { ShardSource } from '../../../lib/settings/shard-source.ts';
import { speak } from '../i18n/speak.ts';
import { click, eventually, mount, settle, the, type, unmount } from './mount.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

const SOURCE: ShardSource = {
  address: 'https://catalogue.example/',
  key: 'ab'.repeat(32),
  fingerprint: 'f426 ef7e bebd 712b 8ecb 813e 7021 cea9',
  name: '南渡目录',
  maker: '灯塔编辑部',
  asOf: '2025-06-01',
  documents: 1_000_000,
  fits: { shard: { least: 1009, median: 1140 }, group: { least: 61, median: 88 } },
  bytes: 640_000_000,
  ...{ checked: 0, on: true, text: false, all: false, whole: false, problem: null },
};

let answers: Answers;
let asked: Asked;
let requested: unknown[];
let grant: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
  answers = {};
  asked = talk(answers);
  requested = [];
  grant = true;
  (fakeBrowser as unknown as Record<string, unknown>).permissions = {
    request: async (given: unknown) => {
      requested.push(given);
      return grant;
    },
  };
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

function Page() {
  const toasts = useToasts();
  return (
    <>
      <ShardsPart toasts={toasts} />
      <ToastBar toasts={toasts} />
    </>
  );
}

/** As the background stores it. */
const store = (source: ShardSource) => fakeBrowser.storage.local.set({ shards: source });

async function open(source: ShardSource | null = null): Promise<void> {
  if (source) await store(source);
  await mount(<Page />);
  await eventually(() => the('#shards'));
  await settle();
}
const said = () => the('#shards').textContent ?? '';
const toast = () =>
  eventually(() => expect(the('.toast').textContent).toBeTruthy()).then(() => the('.toast').textContent);
const look = async (address: string) => {
  await type('#shards-address', address);
  await click('[data-do="look-at-shards"]');
};

describe('the catalogue on a server, in the library', () => {
  it('asks for the permission and shows whose it is and what its server learns, before it is taken', async () => {
    answers['shards/meet'] = SOURCE;
    answers['shards/use'] = null;
    await open();
    await look('catalogue.example');
    await eventually(() => the('[data-shards="met"]'));
    expect(requested).toEqual([{ origins: ['https://catalogue.example/*'] }]);
    expect(said()).toContain(SOURCE.fingerprint);
    expect(said()).toMatch(/one of about 1,140 documents \(at least 1,009\)/);
    expect(said()).toContain('Documents that a page cites are looked up in the built-in catalogue');
    expect(asked.map(({ name }) => name)).toEqual(['shards/meet']);
    await click('[data-do="use-shards"]');
    await eventually(() => expect(asked.map(({ name }) => name)).toContain('shards/use'));
    expect(asked[1]?.body).toEqual({ address: SOURCE.address, key: SOURCE.key });
  });

  it('asks the server nothing where the browser gives no permission', async () => {
    grant = false;
    await open();
    await look('https://catalogue.example/');
    expect(await toast()).toContain('did not give permission');
    expect(asked).toEqual([]);
  });

  it('says what is wrong with an address, and asks nobody', async () => {
    await open();
    await look('http://catalogue.example/');
    expect(await toast()).toContain('Only https addresses');
    expect(requested).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('says what is wrong with a server', async () => {
    answers['shards/meet'] = refuse('problemShardHtml');
    await open();
    await look('catalogue.example');
    expect(await toast()).toContain('The server sent a web page');
    expect(said()).not.toContain(SOURCE.fingerprint);
  });

  it('shows one in use with its last problem, and switches and removes it', async () => {
    answers['shards/change'] = null;
    answers['shards/remove'] = null;
    await open({ ...SOURCE, problem: { key: 'problemShardOlder', args: ['2025-01-01', '2025-06-01'] } });
    expect(said()).toContain('older than the one seen before');
    expect(said()).toMatch(/one of about 88 documents \(at least 61\)/);
    expect(said()).toContain('640 MB');
    await click('#shards input[type="checkbox"]');
    await click('[data-do="remove-shards"]');
    await eventually(() => expect(asked).toHaveLength(2));
    expect(asked).toEqual([
      { name: 'shards/change', body: { on: false } },
      { name: 'shards/remove', body: {} },
    ]);
    await fakeBrowser.storage.local.remove('shards');
    await eventually(() => the('#shards-address'));
  });

  it('fetches all of it piece by piece until it is there', async () => {
    answers['shards/fetch'] = ({ from }: { from: number }) => ({ next: from + 400, all: 1200 });
    await open(SOURCE);
    await click('[data-do="fetch-shards"]');
    await eventually(() =>
      expect(asked.map(({ body }) => body)).toEqual([{ from: 0 }, { from: 400 }, { from: 800 }]),
    );
    await store({ ...SOURCE, whole: true });
    await eventually(() => expect(said()).toContain('The whole catalogue is on this computer'));
  });

  it('keeps what was fetched where a part could not be had', async () => {
    answers['shards/fetch'] = refuse('problemShardTimeout');
    await open(SOURCE);
    await click('[data-do="fetch-shards"]');
    expect(await toast()).toContain('did not answer in time');
    await eventually(() => the('[data-do="fetch-shards"]'));
  });
});
