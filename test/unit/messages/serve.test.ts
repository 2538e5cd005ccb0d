import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fromOurs, fromPage } from '../../../lib/messages/lists.ts';
import { Problem } from '../../../lib/messages/problem.ts';
import { ownSender, pageSender } from '../../../lib/messages/senders.ts';
import { answer, type Desks } from '../../../lib/messages/serve.ts';

const HOME = fakeBrowser.runtime.getURL('' as never);
const ID = fakeBrowser.runtime.id;
const PAGE = {
  id: ID,
  url: 'https://www.yl.gov.cn/a.html#b',
  origin: 'https://www.yl.gov.cn',
  frameId: 4,
  documentId: 'D',
  documentLifecycle: 'active',
  tab: { id: 7, url: 'https://www.yl.gov.cn/', incognito: true, title: '标题' },
};
const POPUP = { id: ID, url: `${HOME}popup.html`, origin: HOME.slice(0, -1) };
const EDITOR = { ...PAGE, url: `${HOME}note.html#token`, origin: HOME.slice(0, -1) };

let asked: [string, unknown, unknown][];
let desks: Desks;

beforeEach(() => {
  asked = [];
  const desk = (list: object) =>
    Object.fromEntries(
      Object.keys(list).map((name) => [
        name,
        (body: unknown, sender: unknown) => {
          asked.push([name, body, sender]);
          return null;
        },
      ]),
    );
  desks = { page: desk(fromPage), ours: desk(fromOurs), isReader: async () => true } as unknown as Desks;
});

const ask = (list: string, name: string, body: unknown, sender: unknown) =>
  answer(desks, { list, name, body }, sender);

describe('a message from a page', () => {
  it('reaches its desk with what the browser says of its sender', async () => {
    expect(await ask('page', 'reader/notes', {}, PAGE)).toEqual({ ok: null });
    expect(asked).toEqual([
      [
        'reader/notes',
        {},
        {
          tab: 7,
          frame: 4,
          document: 'D',
          url: 'https://www.yl.gov.cn/a.html#b',
          topUrl: 'https://www.yl.gov.cn/',
          isPrivate: true,
        },
      ],
    ]);
  });

  it.each([
    ['another extension', { ...PAGE, id: 'other' }],
    ['no id', { ...PAGE, id: undefined }],
    ['no tab', { ...PAGE, tab: undefined }],
    ['no frame', { ...PAGE, frameId: undefined }],
    ['a tab that is none', { ...PAGE, tab: { id: -1 } }],
    ['a prerendered page', { ...PAGE, documentLifecycle: 'prerender' }],
    ['the editor in a page', EDITOR],
    ['our own page in a tab', { ...PAGE, url: `${HOME}library.html`, frameId: 0 }],
    ['our own page under an address that was made up', { ...PAGE, origin: HOME.slice(0, -1) }],
    ['a page of another extension', { ...PAGE, url: 'moz-extension://abc/x.html' }],
    ['no address', { ...PAGE, url: undefined }],
    ['nothing', undefined],
    ['rubbish', 'sender'],
  ])('is refused from %s', async (_what, sender) => {
    expect(await ask('page', 'reader/notes', {}, sender)).toEqual({
      problem: { key: 'problemRefused', args: [] },
    });
    expect(asked).toEqual([]);
  });

  it('is refused from a frame that is not the reader’s, but for what any gate may say', async () => {
    desks.isReader = async () => false;
    for (const [name, body] of [
      ['reader/hello', {}],
      ['reader/notes', {}],
      ['note/remove', { id: crypto.randomUUID() }],
    ] as const) {
      expect(await ask('page', name, body, PAGE)).toMatchObject({ problem: { key: 'problemNotReader' } });
    }
    expect(asked).toEqual([]);
    await ask('page', 'panel/open', {}, PAGE);
    expect(asked).toHaveLength(1);
  });
});

describe('a message from our own pages', () => {
  it('reaches its desk', async () => {
    expect(await ask('ours', 'tab/look', { tab: 7 }, POPUP)).toEqual({ ok: null });
    const library = { ...PAGE, url: `${HOME}library.html?x#y`, origin: HOME.slice(0, -1), frameId: 0 };
    expect(await ask('ours', 'notes/import', { json: '' }, library)).toEqual({ ok: null });
    expect(asked.map(([, , sender]) => sender)).toEqual([
      { page: 'popup.html', tab: null },
      { page: 'library.html', tab: 7 },
    ]);
  });

  it.each([
    ['a content script', PAGE],
    ['another extension', { ...POPUP, id: 'other' }],
    [
      'a page whose address only begins like ours',
      { ...POPUP, url: `${HOME.slice(0, -1)}.example.com/popup.html` },
    ],
    ['a page with our address but another origin', { ...POPUP, origin: 'https://www.yl.gov.cn' }],
    ['a sandboxed page of ours', { ...POPUP, origin: 'null' }],
    ['nothing', undefined],
  ])('is refused from %s', async (_what, sender) => {
    expect(await ask('ours', 'tab/look', { tab: 7 }, sender)).toMatchObject({
      problem: { key: 'problemRefused' },
    });
    expect(asked).toEqual([]);
  });

  it('from the editor may be about the editor only, wherever it stands', async () => {
    const alone = { ...EDITOR, frameId: 0 };
    const embedded = { ...EDITOR, url: `${HOME}library.html` };
    for (const sender of [EDITOR, alone, embedded]) {
      for (const [name, body] of [
        ['notes/import', { json: '' }],
        ['note/remove', { id: crypto.randomUUID() }],
        ['tab/look', { tab: 7 }],
      ] as const) {
        expect(await ask('ours', name, body, sender)).toMatchObject({ problem: { key: 'problemRefused' } });
      }
    }
    expect(asked).toEqual([]);
    expect(await ask('ours', 'editor/claim', { token: 't' }, EDITOR)).toEqual({ ok: null });
    expect(asked).toEqual([['editor/claim', { token: 't' }, { page: 'note.html', tab: 7 }]]);
  });
});

describe('a body', () => {
  const anchor = { quote: '字', prefix: '', suffix: '', start: 0, end: 1, article: null };
  it.each([
    ['gate/saw', { verdict: 'maybe' }],
    ['gate/saw', null],
    ['note/highlight', { document: 0, anchor: { ...anchor, start: -1 }, colour: 'jade' }],
    ['note/highlight', { document: 0, anchor, colour: 'red' }],
    ['note/remove', { id: '../../x' }],
    ['reader/read', { url: 'x', documents: 'all' }],
    ['editor/open', { id: null }],
  ])('of another shape is refused: %s %j', async (name, body) => {
    expect(await ask('page', name, body, PAGE)).toMatchObject({ problem: { key: 'problemRefused' } });
    expect(asked).toEqual([]);
  });

  it('that is too long is told so', async () => {
    const long = { ...anchor, quote: '字'.repeat(100_001) };
    const answered = await ask('page', 'note/highlight', { document: 0, anchor: long, colour: 'jade' }, PAGE);
    expect(answered).toMatchObject({ problem: { key: 'problemTooLong' } });
  });

  it('reaches the desk without what the schema does not know', async () => {
    await ask('page', 'note/recolour', { id: crypto.randomUUID(), colour: 'jade', evil: 1 }, PAGE);
    expect(asked[0]?.[1]).not.toHaveProperty('evil');
  });
});

describe('an answer', () => {
  it('is given only to what is meant for the background', () => {
    for (const message of [
      undefined,
      null,
      'x',
      {},
      { list: 'reader', name: 'reader/state' },
      { list: 'ours' },
    ]) {
      expect(answer(desks, message, POPUP)).toBeUndefined();
    }
  });

  it('to a name that no list holds is no', async () => {
    for (const name of ['notes/all', 'constructor', '__proto__', 'hasOwnProperty', '']) {
      expect(await ask('ours', name, {}, POPUP)).toMatchObject({ problem: { key: 'problemRefused' } });
    }
  });

  it('holds a problem as it was thrown', async () => {
    desks.ours['tab/read'] = () => {
      throw new Problem('problemPageClosed', 'a', 'b');
    };
    expect(await ask('ours', 'tab/read', { tab: 1 }, POPUP)).toEqual({
      problem: { key: 'problemPageClosed', args: ['a', 'b'] },
    });
  });

  it('tells nothing of an unforeseen error, and logs no words of the page', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    desks.ours['tab/read'] = async () => {
      throw new TypeError('机密正文\n机密第二行');
    };
    expect(await ask('ours', 'tab/read', { tab: 1 }, POPUP)).toEqual({
      problem: { key: 'problemUnexpected', args: [] },
    });
    expect(log.mock.calls.flat().join(' ')).toContain('tab/read: TypeError');
    expect(log.mock.calls.flat().join(' ')).not.toContain('机密');
    log.mockRestore();
  });

  it('to a click that opens the panel is begun at once', () => {
    ask('page', 'panel/open', {}, PAGE);
    expect(asked.map(([name]) => name)).toEqual(['panel/open']);
  });
});

describe('senders', () => {
  it('never throw', () => {
    for (const sender of [
      null,
      7,
      [],
      { url: 7 },
      { id: ID, url: 'no address', tab: { id: 1 }, frameId: 0 },
    ]) {
      expect(() => [pageSender(sender), ownSender(sender, 'tab/look')]).not.toThrow();
    }
  });
});
