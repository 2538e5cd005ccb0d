import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { report, sight, World } from './world.ts';

const TOP = { tab: 7, frame: 0 };
const CHILD = { tab: 7, frame: 31 };
const FACTS = {
  pairs: [],
  title: '外框',
  heading: null,
  meta: {},
  breadcrumb: [],
  url: 'https://www.yl.gov.cn/zc/3.html',
};
let world: World;

beforeEach(() => {
  world = new World();
  vi.resetModules();
});

/** The gate of a frame speaks; then its reader, if it was injected, says hello and reports. */
async function visit(place: typeof TOP, given = {}) {
  await world.fromPage(place, 'gate/saw', sight(given));
  const hello = await world.fromPage(place, 'reader/hello', {});
  const read = await world.fromPage(
    place,
    'reader/read',
    report({ url: world.frames.get(`${place.tab}:0`)?.url }),
  );
  return { hello, read };
}

const badge = async () => [
  await fakeBrowser.action.getBadgeText({ tabId: 7 }),
  await fakeBrowser.action.getTitle({ tabId: 7 }),
];

describe('a gate that saw a document', () => {
  it('gets its frame the reader, and the icon a badge', async () => {
    const frame = world.load(TOP);
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(1);
    expect(await badge()).toEqual(['…', 'badgeDocument']);
    expect(await fakeBrowser.action.getBadgeBackgroundColor({ tabId: 7 })).toEqual([200, 50, 31, 255]);
    await world.fromPage(TOP, 'reader/hello', {});
    await world.fromPage(TOP, 'reader/read', report());
    expect(await badge()).toEqual(['4', 'clausePair badgeDocumentRead 4 2 statusNoKnownEnd']);
  });

  it('lets the reader of its frame, and no other, ask for Readability', async () => {
    const frame = world.load(TOP);
    const child = world.load(CHILD);
    await world.fromPage(TOP, 'gate/saw', sight());
    await world.fromPage(TOP, 'reader/hello', {});
    expect(await world.fromPage(TOP, 'reader/readability', {})).toEqual({ ok: null });
    expect(frame.files).toEqual(['/reader.js', '/readability.js']);
    expect(await world.fromPage(CHILD, 'reader/readability', {})).toEqual({
      problem: { key: 'problemNotReader', args: [] },
    });
    expect(child.files).toEqual([]);
  });

  it('gets a grey badge where the page is only about documents', async () => {
    world.load(TOP);
    await visit(TOP, { verdict: 'about' });
    expect(await badge()).toEqual(['4', 'badgeAboutRead 4 2']);
    expect(await fakeBrowser.action.getBadgeBackgroundColor({ tabId: 7 })).toEqual([107, 107, 107, 255]);
  });

  it('has a reader that came back from the back-forward cache ask for the settings of now', async () => {
    world.load(TOP, { answers: () => null });
    await visit(TOP);
    const { changeSettings } = await import('../../../lib/settings/settings.ts');
    await changeSettings((settings) => ({ ...settings, quietSites: ['www.yl.gov.cn'] }));
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(world.told).toEqual(['7:0 reader/settings-changed']);
    expect(await world.fromPage(TOP, 'reader/hello', {})).toMatchObject({ ok: { marksOn: false } });
  });

  it('gets it once, however often it speaks', async () => {
    const frame = world.load(TOP);
    await Promise.all([world.fromPage(TOP, 'gate/saw', sight()), world.fromPage(TOP, 'gate/saw', sight())]);
    await world.fromPage(TOP, 'gate/saw', sight());
    await world.fromPage(TOP, 'reader/hello', {});
    await world.fromPage(TOP, 'gate/saw', sight({ textLength: 6000 }));
    expect(frame.injected).toBe(1);
  });

  it('gets it anew after a reload', async () => {
    world.load(TOP);
    await visit(TOP);
    const again = world.load(TOP);
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(again.injected).toBe(1);
    expect((await badge())[0]).toBe('…');
  });

  it('gets it anew after a change of address without a load', async () => {
    const frame = world.load(TOP);
    await visit(TOP);
    frame.url = 'https://www.yl.gov.cn/zc/4.html';
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(2);
  });

  it('does not get it again where only the fragment changed, or the page came back from the cache', async () => {
    const first = world.load(TOP);
    await visit(TOP);
    first.url += '#top';
    await world.fromPage(TOP, 'gate/saw', sight());
    world.load(TOP, { url: 'https://www.yl.gov.cn/zc/4.html' });
    await visit(TOP);
    world.frames.set('7:0', first);
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(first.injected).toBe(1);
    expect((await badge())[0]).toBe('4');
    expect(await world.fromPage(TOP, 'reader/notes', {})).toEqual({ ok: { notes: [] } });
  });

  it('gets it again where the worker was stopped before the reader had started', async () => {
    const frame = world.load(TOP);
    await world.fromPage(TOP, 'gate/saw', sight());
    world.restart();
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(2);
    await world.fromPage(TOP, 'reader/hello', {});
    world.restart();
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(2);
  });
});

describe('a body in a child frame', () => {
  it('is read there, with the facts of the top frame', async () => {
    const top = world.load(TOP, { answers: (name) => (name === 'frame/facts' ? FACTS : null) });
    const child = world.load(CHILD, { url: 'https://www.yl.gov.cn/body.html' });
    await world.fromPage(CHILD, 'gate/saw', sight({ textLength: 4000 }));
    expect([top.injected, child.injected]).toEqual([0, 1]);
    expect(await world.fromPage(CHILD, 'reader/hello', {})).toMatchObject({ ok: { topFacts: FACTS } });
    expect(await world.fromPage(TOP, 'reader/hello', {})).toMatchObject({
      problem: { key: 'problemNotReader' },
    });
  });

  it('does not take over from a top frame with text, whoever speaks first', async () => {
    const top = world.load(TOP, { loaded: false });
    const child = world.load(CHILD);
    const early = world.fromPage(CHILD, 'gate/saw', sight({ textLength: 4000 }));
    await world.fromPage(TOP, 'gate/saw', sight({ textLength: 900 }));
    world.finish();
    await early;
    expect([top.injected, child.injected]).toEqual([1, 0]);
  });

  it('is waited for where the top frame is a shell', async () => {
    const top = world.load(TOP, { loaded: false, answers: () => FACTS });
    const child = world.load(CHILD);
    const shell = world.fromPage(TOP, 'gate/saw', sight({ textLength: 60 }));
    await world.fromPage(CHILD, 'gate/saw', sight({ textLength: 4000 }));
    world.finish();
    await shell;
    expect([top.injected, child.injected]).toEqual([0, 1]);
  });

  it('that comes late takes over from a shell, whose marks go off', async () => {
    const top = world.load(TOP, { answers: () => FACTS });
    await visit(TOP, { textLength: 60 });
    expect(top.injected).toBe(1);
    const child = world.load(CHILD);
    await world.fromPage(CHILD, 'gate/saw', sight({ textLength: 4000 }));
    expect(child.injected).toBe(1);
    expect(world.told).toContain('7:0 reader/marks');
    expect(await world.fromPage(TOP, 'reader/notes', {})).toMatchObject({
      problem: { key: 'problemNotReader' },
    });
  });

  it('that is gone again leaves the page to the next', async () => {
    const top = world.load(TOP, { loaded: false, answers: () => FACTS });
    world.load(CHILD);
    const shell = world.fromPage(TOP, 'gate/saw', sight({ textLength: 60 }));
    const late = world.fromPage(CHILD, 'gate/saw', sight({ textLength: 4000 }));
    world.frames.delete('7:31');
    world.finish();
    await Promise.all([shell, late]);
    expect(top.injected).toBe(1);
  });
});

describe('a page that is neither', () => {
  it('after a change of address takes the marks and the badge off, and the way back brings them again', async () => {
    const frame = world.load(TOP, { answers: () => null });
    await visit(TOP);
    frame.url = 'https://www.yl.gov.cn/list.html';
    await world.fromPage(TOP, 'gate/saw', sight({ verdict: 'other', textLength: 0 }));
    expect(world.told).toContain('7:0 reader/marks');
    expect((await badge())[0]).toBe('');
    frame.url = 'https://www.yl.gov.cn/zc/3.html';
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(2);
  });
});

describe('a reader', () => {
  it('that stayed over a change of address goes on under the new one', async () => {
    const frame = world.load(TOP);
    await visit(TOP);
    frame.url = 'https://www.yl.gov.cn/zc/4.html';
    const read = await world.fromPage(TOP, 'reader/read', report({ url: frame.url }));
    expect(read).toHaveProperty('ok');
    await world.fromPage(TOP, 'gate/saw', sight());
    expect(frame.injected).toBe(1);
  });

  it('of an old document is not heard any more', async () => {
    world.load(TOP);
    await visit(TOP);
    const old = world.sender(TOP);
    world.load(TOP);
    await world.fromPage(TOP, 'gate/saw', sight());
    const { answer } = await import('../../../lib/messages/serve.ts');
    const { desks } = await import('../../../entrypoints/background/desks.ts');
    const late = await answer(desks, { list: 'page', name: 'reader/read', body: report() }, old);
    expect(late).toMatchObject({ problem: { key: 'problemNotReader' } });
  });

  it('cannot give its page the address of another site', async () => {
    world.load(TOP);
    await visit(TOP);
    const read = await world.fromPage(TOP, 'reader/read', report({ url: 'https://www.nd.gov.cn/zc/3.html' }));
    expect(read).toMatchObject({ problem: { key: 'problemRefused' } });
  });

  it('learns whether marks are on here, and how the panel opens', async () => {
    world.load(TOP);
    const { hello } = await visit(TOP);
    expect(hello).toMatchObject({
      ok: {
        marksOn: true,
        topFacts: null,
        panelByClick: false,
        panelShortcut: 'Alt+Shift+Z',
        sight: { kind: '办法' },
      },
    });
    world.load(TOP);
    await world.fromOurs('popup.html', 'site/marks', { tab: 7, on: false });
    expect((await visit(TOP)).hello).toMatchObject({ ok: { marksOn: false } });
  });
});

describe('tabs', () => {
  it('that are closed are forgotten', async () => {
    world.load(TOP);
    await visit(TOP);
    const { forgetTab, readTab } = await import('../../../entrypoints/background/tab-state.ts');
    await forgetTab(7);
    expect(await readTab(7)).toEqual({ pages: [] });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('remember a few pages only', async () => {
    for (let i = 0; i < 14; i++) {
      world.load(TOP, { url: `https://www.yl.gov.cn/zc/${i}` });
      await visit(TOP);
    }
    const { readTab } = await import('../../../entrypoints/background/tab-state.ts');
    const kept = (await readTab(7)).pages.map(({ address }) => Number(address.split('/').at(-1)));
    expect(kept).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });
});
