import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULTS, type Settings } from '../../../lib/settings/types.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { ANCHOR, KEY, report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
let world: World;

beforeEach(async () => {
  vi.resetModules();
  await notesDatabase.notes.clear();
  world = new World();
});

const look = (page = 'popup.html') => world.fromOurs(page, 'tab/look', { tab: 7 });

async function read(given: Record<string, unknown> = {}) {
  await world.fromPage(HERE, 'gate/saw', sight());
  await world.fromPage(HERE, 'reader/hello', {});
  return world.fromPage(HERE, 'reader/read', report({ url: world.frames.get('7:0')?.url, ...given }));
}

describe('tab/look', () => {
  it('says what was read', async () => {
    world.load(HERE);
    await read();
    await world.fromPage(HERE, 'note/highlight', { document: 0, anchor: ANCHOR, colour: 'jade' });
    expect(await look()).toMatchObject({
      ok: {
        state: 'reading',
        frame: 0,
        url: 'https://www.yl.gov.cn/zc/3.html',
        sight: { verdict: 'document' },
        marksOn: true,
        counts: { terms: 2, deadlines: 4, notes: 1 },
        main: { key: KEY, catalogueId: null, metadata: { title: '企业减负办法' } },
      },
    });
  });

  it('says that a page was seen but not read yet', async () => {
    world.load(HERE);
    await world.fromPage(HERE, 'gate/saw', sight());
    expect(await look()).toMatchObject({ ok: { state: 'seen', frame: 0, counts: null, main: null } });
  });

  it('knows nothing of a page that was left for another', async () => {
    world.load(HERE);
    await read();
    world.load(HERE, { url: 'https://www.yl.gov.cn/list.html' });
    expect(await look()).toMatchObject({ ok: { state: 'other', frame: null, sight: null, main: null } });
  });

  it('knows nothing of a page whose reader is gone', async () => {
    world.load(HERE);
    await read();
    world.load(HERE);
    expect(await look()).toMatchObject({ ok: { state: 'other', frame: null } });
  });

  it('says where our access was withdrawn', async () => {
    world.load(HERE);
    (fakeBrowser as unknown as { permissions: object }).permissions = {
      contains: async ({ origins }: { origins: string[] }) => origins[0] !== '*://www.yl.gov.cn/*',
    };
    expect(await look()).toMatchObject({ ok: { state: 'no-access' } });
  });

  it('says so too of a page that was seen before, and of one whose address it may not see any more', async () => {
    world.load(HERE);
    await world.fromPage(HERE, 'gate/saw', sight({ verdict: 'about' }));
    const { changeTab } = await import('../../../entrypoints/background/tab-state.ts');
    await changeTab(7, ({ pages }) => {
      for (const page of pages) page.reader = null;
    });
    (fakeBrowser as unknown as { permissions: object }).permissions = { contains: async () => false };
    expect(await look()).toMatchObject({ ok: { state: 'no-access', frame: null } });
    const get = fakeBrowser.tabs.get as unknown as (tab: number) => Promise<{ url?: string }>;
    Object.assign(fakeBrowser.tabs, {
      get: async (tab: number) => ({ ...(await get(tab)), url: undefined }),
    });
    expect(await look('sidepanel.html')).toMatchObject({ ok: { state: 'no-access', sight: null } });
  });

  it.each([
    ['https://www.example.com/', 'other'],
    ['https://gov.cn.example.com/', 'other'],
    ['about:config', 'closed'],
    ['chrome://settings/', 'closed'],
  ])('%s: %s', async (url, state) => {
    world.load(HERE, { url });
    expect(await look()).toMatchObject({ ok: { state } });
  });

  it("takes a page for the browser's own where even the popup cannot see its address", async () => {
    world.load(HERE);
    const get = fakeBrowser.tabs.get as unknown as (tab: number) => Promise<{ url?: string }>;
    Object.assign(fakeBrowser.tabs, {
      get: async (tab: number) => ({ ...(await get(tab)), url: undefined }),
    });
    expect(await look('popup.html')).toMatchObject({ ok: { state: 'closed', url: null } });
    expect(await look('sidepanel.html')).toMatchObject({ ok: { state: 'other', url: null } });
    (fakeBrowser as unknown as { permissions: object }).permissions = { contains: async () => false };
    expect(await look('sidepanel.html')).toMatchObject({ ok: { state: 'no-access', url: null } });
  });
});

describe('the catalogue', () => {
  const ferry = {
    ...report().documents[0]?.metadata,
    title: '渡口安全规定',
    docNumber: '南府规〔2020〕4号',
    issuers: [],
  };

  it('gives a known document its id, status, relations and facts', async () => {
    world.load(HERE);
    const answer = await read({ documents: [{ start: 0, end: 800, metadata: ferry }] });
    expect(answer).toMatchObject({
      ok: {
        documents: [
          {
            key: 'known:ferry',
            catalogueId: 'ferry',
            status: { state: 'repealed' },
            relations: [{ id: 'ferry-new' }],
          },
        ],
      },
    });
    expect(await look()).toMatchObject({
      ok: { main: { key: 'known:ferry', metadata: { issuers: ['南渡市人民政府'], issued: '2025-06-01' } } },
    });
  });

  it('tells which citations are known', async () => {
    world.load(HERE);
    const citations = [
      { title: '渡口安全规定', docNumber: '南府规〔2020〕4号' },
      { title: '无此办法', docNumber: null },
    ];
    expect(await read({ citations })).toMatchObject({
      ok: { citations: [{ id: 'ferry', status: { state: 'repealed' } }, null] },
    });
  });

  it('that cannot be loaded leaves a page readable, and is tried again', async () => {
    world.load(HERE);
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fetch = globalThis.fetch;
    vi.stubGlobal('fetch', async () => new Response('no catalogue'));
    expect(await read()).toMatchObject({
      ok: {
        documents: [{ key: KEY, status: { state: 'unknown', because: { key: 'statusBecauseNoCatalogue' } } }],
      },
    });
    vi.stubGlobal('fetch', fetch);
    expect(await read({ documents: [{ start: 0, end: 800, metadata: ferry }] })).toMatchObject({
      ok: { documents: [{ catalogueId: 'ferry' }] },
    });
    silent.mockRestore();
  });
});

describe('tab/read', () => {
  it('starts the reader on any page', async () => {
    const frame = world.load(HERE, { url: 'https://www.example.com/a#b' });
    expect(await world.fromOurs('popup.html', 'tab/read', { tab: 7 })).toEqual({ ok: null });
    expect(frame.injected).toBe(1);
    await world.fromPage(HERE, 'reader/hello', {});
    await world.fromPage(HERE, 'reader/read', report({ url: 'https://www.example.com/a' }));
    expect(await look()).toMatchObject({ ok: { state: 'reading', frame: 0 } });
    expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toBe('badgeHandRead 4 2');
    await world.fromOurs('popup.html', 'tab/read', { tab: 7 });
    expect(frame.injected).toBe(1);
  });

  it('takes the fullest frame where the top one is a shell', async () => {
    const top = world.load(HERE, { length: 20 });
    const child = world.load({ tab: 7, frame: 3 }, { length: 2000 });
    world.load({ tab: 7, frame: 4 }, { length: 500 });
    await world.fromOurs('popup.html', 'tab/read', { tab: 7 });
    expect([top.injected, child.injected]).toEqual([0, 1]);
  });

  it('says plainly where the browser keeps us out', async () => {
    world.load(HERE, { url: 'about:config' });
    (fakeBrowser as unknown as { scripting: object }).scripting = {
      executeScript: async () => {
        throw new Error('Missing host permission');
      },
    };
    const answer = await world.fromOurs('popup.html', 'tab/read', { tab: 7 });
    expect(answer).toMatchObject({ problem: { key: 'problemPageClosed' } });
  });
});

describe('site/marks', () => {
  it('switches all tabs of the site, and is remembered', async () => {
    for (const tab of [7, 8, 9]) {
      const url = tab === 9 ? 'https://www.nd.gov.cn/1.html' : `https://www.yl.gov.cn/${tab}.html`;
      world.load({ tab, frame: 0 }, { url, answers: () => null });
      await world.fromPage({ tab, frame: 0 }, 'gate/saw', sight());
      await world.fromPage({ tab, frame: 0 }, 'reader/hello', {});
    }
    expect(await world.fromOurs('popup.html', 'site/marks', { tab: 7, on: false })).toEqual({ ok: null });
    expect(world.told).toEqual(['7:0 reader/marks', '8:0 reader/marks']);
    world.restart();
    expect(await look()).toMatchObject({ ok: { marksOn: false } });
  });

  it('in a private window holds in private ones only, leaves nothing on the disk, and is forgotten with the last', async () => {
    const told: unknown[] = [];
    for (const tab of [7, 8, 9]) {
      const answers = (_name: string, body: unknown) => void told.push([tab, body]);
      world.load({ tab, frame: 0 }, { incognito: tab !== 9, answers });
      await world.fromPage({ tab, frame: 0 }, 'gate/saw', sight());
      await world.fromPage({ tab, frame: 0 }, 'reader/hello', {});
    }
    await world.fromOurs('popup.html', 'site/marks', { tab: 7, on: false });
    expect(told).toEqual([
      [7, { on: false }],
      [8, { on: false }],
      [9, { on: true }],
    ]);
    const marks = async () =>
      Promise.all(
        [7, 9].map(async (tab) => {
          const answer = await world.fromOurs('popup.html', 'tab/look', { tab });
          return (answer as unknown as { ok: { marksOn: boolean } }).ok.marksOn;
        }),
      );
    const hello = (tab: number, incognito: boolean) =>
      world.fromPage({ tab, frame: 0 }, 'reader/hello', {}, incognito);
    world.restart();
    expect(await marks()).toEqual([false, true]);
    expect(await hello(8, true)).toMatchObject({ ok: { marksOn: false, settings: { quietSites: [] } } });
    expect(await hello(9, false)).toMatchObject({ ok: { marksOn: true } });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('yl.gov.cn');
    const { windowClosed } = await import('../../../entrypoints/background/private.ts');
    const windows = [
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ];
    Object.assign(fakeBrowser.windows, { getAll: async () => windows });
    await windowClosed(3);
    expect(await marks()).toEqual([false, true]);
    await windowClosed(2);
    expect(await marks()).toEqual([true, true]);
  });
});

describe('a change of settings', () => {
  it('is told to the readers whom it concerns', async () => {
    for (const tab of [7, 8]) {
      const url = tab === 8 ? 'https://www.nd.gov.cn/1.html' : `https://www.yl.gov.cn/${tab}.html`;
      world.load({ tab, frame: 0 }, { url, answers: () => null });
      await world.fromPage({ tab, frame: 0 }, 'gate/saw', sight());
      await world.fromPage({ tab, frame: 0 }, 'reader/hello', {});
    }
    const { tellSettings } = await import('../../../entrypoints/background/tell-settings.ts');
    const toldBy = async (change: Partial<Settings>) => {
      world.told.length = 0;
      await tellSettings({ ...DEFAULTS, ...change }, DEFAULTS);
      return world.told;
    };
    const [here, there] = ['7:0 reader/settings-changed', '8:0 reader/settings-changed'];
    expect(await toldBy({ marks: { ...DEFAULTS.marks, terms: false } })).toEqual([here, there]);
    expect(await toldBy({ colour: 'jade' })).toEqual([here, there]);
    expect(await toldBy({ quietSites: ['www.nd.gov.cn'] })).toEqual([there]);
    expect(await toldBy({ readingLog: true, glossary: 'every' })).toEqual([]);
  });
});

describe('commands', () => {
  const command = async (name: string) => {
    const { onCommand } = await import('../../../entrypoints/background/commands.ts');
    await onCommand(name, { id: 7 } as never);
  };

  it('go to the reader', async () => {
    world.load(HERE, { answers: () => null });
    await read();
    for (const name of ['next-mark', 'previous-mark', 'write-note', 'toggle-marks']) await command(name);
    expect(world.told).toEqual([
      '7:0 reader/step',
      '7:0 reader/step',
      '7:0 reader/write',
      '7:0 reader/marks',
    ]);
    expect(await look()).toMatchObject({ ok: { marksOn: false } });
  });

  it('read a page that is not read yet before a note is written on it', async () => {
    const frame = world.load(HERE, { url: 'https://www.example.com/a', answers: () => null });
    await command('next-mark');
    expect(frame.injected).toBe(0);
    await command('write-note');
    expect(frame.injected).toBe(1);
    expect(world.told).toEqual([]);
    await world.fromPage(HERE, 'reader/hello', {});
    await world.fromPage(HERE, 'reader/read', report({ url: 'https://www.example.com/a' }));
    expect(world.told).toEqual(['7:0 reader/write']);
  });
});

describe('the panel', () => {
  it('opens in Chrome before anything is waited for, with its tab in its address', async () => {
    const calls: unknown[] = [];
    vi.stubGlobal('chrome', {
      sidePanel: {
        setOptions: (options: unknown) => Promise.resolve(void calls.push(options)),
        open: (options: unknown) => Promise.resolve(void calls.push(options)),
      },
    });
    const { answer } = await import('../../../lib/messages/serve.ts');
    const { desks } = await import('../../../entrypoints/background/desks.ts');
    const { onCommand } = await import('../../../entrypoints/background/commands.ts');
    const { onMenu } = await import('../../../entrypoints/background/menus.ts');
    world.load(HERE);
    const expected = [{ tabId: 7, path: 'sidepanel.html?tab=7', enabled: true }, { tabId: 7 }];
    const ways = [
      () => answer(desks, { list: 'page', name: 'panel/open', body: {} }, world.sender(HERE)),
      () => onCommand('open-panel', { id: 7 } as never),
      () => onMenu({ menuItemId: 'open-panel' } as never, { id: 7 } as never),
    ];
    for (const way of ways) {
      calls.length = 0;
      const done = way();
      expect(calls).toEqual(expected);
      await done;
    }
    vi.unstubAllGlobals();
  });

  it('is not opened from a page in Firefox', async () => {
    world.load(HERE);
    expect(await world.fromPage(HERE, 'panel/open', {})).toMatchObject({
      problem: { key: 'problemPanelByKey' },
    });
  });
});
