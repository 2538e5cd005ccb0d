import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eventually } from '../wait.ts';
import { World } from './world.ts';

const menus = { removeAll: vi.fn(async () => {}), create: vi.fn(), onClicked: { addListener: vi.fn() } };
const locked: string[] = [];
const onAdded = vi.fn<(listener: () => void) => void>();

beforeEach(async () => {
  new World();
  locked.length = 0;
  vi.clearAllMocks();
  vi.resetModules();
  const api = fakeBrowser as unknown as Record<string, object>;
  api.contextMenus = menus;
  api.commands = { onCommand: { addListener: vi.fn() } };
  const area = (name: string) => ({
    setAccessLevel: async ({ accessLevel }: { accessLevel: string }) =>
      void locked.push(`${name} ${accessLevel}`),
  });
  vi.stubGlobal('chrome', { storage: { local: area('local'), session: area('session') } });
  onAdded.mockClear();
  api.permissions = { onAdded: { addListener: onAdded } };
  const background = await import('../../../entrypoints/background/index.ts');
  background.default.main();
});

it('listens for everything before it waits for anything, since any event may have started it', () => {
  expect(menus.onClicked.addListener).toHaveBeenCalledOnce();
  for (const event of [
    fakeBrowser.runtime.onMessage,
    fakeBrowser.runtime.onInstalled,
    fakeBrowser.tabs.onRemoved,
    fakeBrowser.windows.onRemoved,
    fakeBrowser.storage.onChanged,
  ]) {
    expect(event.hasListeners()).toBe(true);
  }
});

it('answers messages, and refuses those of strangers', async () => {
  const [refused] = await fakeBrowser.runtime.onMessage.trigger(
    { list: 'ours', name: 'tab/look', body: { tab: 7 } },
    { id: 'other' } as never,
    () => {},
  );
  expect(refused).toEqual({ problem: { key: 'problemRefused', args: [] } });
});

it('makes the context menu when it is installed, and when the browser starts', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  await fakeBrowser.runtime.onStartup.trigger();
  await eventually(() => expect(menus.create).toHaveBeenCalledTimes(8));
  expect(menus.create.mock.calls.slice(0, 4).map(([entry]) => entry.id)).toEqual([
    'open-panel',
    'write-note',
    'highlight',
    'cite',
  ]);
});

it('looks at the pages that are open when it is installed or let back in, but not under an update', async () => {
  const gates: unknown[] = [];
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 4 }, { id: 5 }, {}] });
  const execute = async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
    if (target.tabId === 4) throw new Error('asleep');
    gates.push([target, files]);
  };
  Object.assign(fakeBrowser, { scripting: { executeScript: execute } });
  const once = [[{ tabId: 5, allFrames: true }, ['/gate.js']]];
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  await eventually(() => expect(gates).toEqual(once));
  onAdded.mock.calls[0]?.[0]();
  await eventually(() => expect(gates).toEqual([...once, ...once]));
});

it('has open pages ask for settings that were changed, wherever they were', async () => {
  const tab = { pages: [{ address: 'https://www.yl.gov.cn/1.html', seen: [], reader: { frame: 0 } }] };
  await fakeBrowser.storage.session.set({ 'tab:7': tab });
  const told = vi
    .spyOn(fakeBrowser.tabs, 'sendMessage')
    .mockImplementation(async () => ({ ok: null }) as never);
  const { changeSettings } = await import('../../../lib/settings/settings.ts');
  await changeSettings((settings) => ({ ...settings, marks: { ...settings.marks, terms: false } }));
  await eventually(() => expect(told).toHaveBeenCalledOnce());
  expect(told.mock.calls[0]?.slice(0, 2)).toMatchObject([7, { name: 'reader/settings-changed' }]);
});

it('closes our storage to content scripts where the browser can', async () => {
  await eventually(() => expect(locked).toEqual(['local TRUSTED_CONTEXTS', 'session TRUSTED_CONTEXTS']));
});
