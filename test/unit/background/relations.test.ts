import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import type { Verdict } from '../../../lib/page/types.ts';
import { factsFile, TEXTS, TITLES } from '../catalogue/made-up.ts';
import { NOBODY } from '../reading/nobody.ts';
import { report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const OLD = { id: 'old-tea', title: TITLES[0]?.[1], docNumber: '南府发〔2010〕9号', issued: '2010-05-01' };
const contents = compileFacts(
  factsFile({
    tea: { effective: '2025-03-01', relations: [{ type: 'repeals', id: 'old-tea' }] },
    ferry: { effective: '2020-01-01', expires: '2024-12-31' },
    light: { effective: '2020-01-01', expires: '2099-12-31' },
    named: [OLD],
  }),
  '测试目录',
);
const sources = contents.entries.flatMap((entry) => {
  const text = TEXTS[entry.id];
  return text ? [{ entry, text, siteLines: { head: 0, tail: 0 } }] : [];
});
const CATALOGUE = pack(contents, makePrints(sources));

let world: World;
beforeEach(() => {
  world = new World();
  vi.resetModules();
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(CATALOGUE)));
});

/** A page of a text is read. @returns what its reader is told */
async function read(text: string, metadata = {}, verdict: Verdict = 'document', given = {}) {
  world.load(HERE, { answers: () => null });
  await world.fromPage(HERE, 'gate/saw', sight({ verdict }));
  await world.fromPage(HERE, 'reader/hello', {});
  const documents = [{ start: 0, end: text.length, metadata: { ...NOBODY, ...metadata } }];
  const asked = report({ documents, fingerprints: fingerprint(text), citations: [], ...given });
  const answer = await world.fromPage(HERE, 'reader/read', asked);
  if (!('ok' in answer)) throw new Error(JSON.stringify(answer));
  return answer.ok as {
    documents: { key: string; catalogueId: string | null; picked: boolean; choices: { id: string }[] }[];
    matches: { id: string; compared?: boolean }[];
  };
}

describe('a page that carries a known text', () => {
  it('is told how it stands to others, and what they are worth today', async () => {
    const { documents } = await read(TEXTS.tea ?? '');
    expect(documents[0]).toMatchObject({
      catalogueId: 'tea',
      relations: [{ id: 'old-tea', relation: 'repeals', status: { state: 'repealed' } }],
    });
  });

  it.each<[string, string, Verdict, boolean]>([
    ['the whole', TEXTS.tea ?? '', 'document', true],
    ['a quarter', (TEXTS.tea ?? '').slice(0, 600), 'document', false],
    ['a page that only tells of it', TEXTS.tea ?? '', 'about', false],
  ])('is held against it: %s', async (_, text, verdict, compared) => {
    const { matches } = await read(text, {}, verdict);
    expect(matches.map(({ id, compared: yes = false }) => [id, yes])).toEqual([['tea', compared]]);
  });

  it.each<[string, string, string]>([
    ['tea', '4', 'statusNoKnownEnd'],
    ['ferry', '×4', 'statusExpired'],
    ['light', '4', 'statusInForce'],
  ])('has its status on the icon, in sign and words: %s', async (id, text, words) => {
    await read(TEXTS[id] ?? '');
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe(text);
    expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toBe(`clausePair badgeDocumentRead 4 2 ${words}`);
  });

  it('has it said on the icon where the page’s own field disagrees', async () => {
    await read(TEXTS.ferry ?? '', {}, 'document', { validity: '有效' });
    expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toContain('statusPageSays 有效');
  });

  it('that only tells of documents shows no state of theirs on the icon', async () => {
    await read(TEXTS.ferry ?? '', {}, 'about');
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('4');
  });
});

describe('a document that may be one of two', () => {
  const title = TITLES[0]?.[1] ?? '';
  const pick = (id: string | null, document = 0) =>
    world.fromOurs('sidepanel.html', 'catalogue/pick', { tab: 7, document, id });

  it('is what the reader says, remembered until it is taken back; its notes stay where they are', async () => {
    const [first] = (await read('短文。', { title })).documents;
    expect(first).toMatchObject({ catalogueId: null, picked: false });
    expect(first?.choices.map(({ id }) => id)).toEqual(['tea', 'old-tea']);
    expect(await pick('old-tea')).toEqual({ ok: null });
    expect(world.told.at(-1)).toBe('7:0 reader/ask-again');
    world.restart();
    const [second] = (await read('短文。', { title })).documents;
    expect(second).toMatchObject({ catalogueId: 'old-tea', picked: true, key: first?.key });
    await pick(null);
    expect((await read('短文。', { title })).documents[0]).toMatchObject({
      catalogueId: null,
      picked: false,
    });
  });

  it('is none but those that it may be', async () => {
    await read('短文。', { title });
    await pick('ferry');
    expect((await read('短文。', { title })).documents[0]).toMatchObject({
      catalogueId: null,
      picked: false,
    });
  });

  it('can’t be told by a page, nor of a page that is gone', async () => {
    await read('短文。', { title });
    expect(await pick('tea', 5)).toEqual({ problem: { key: 'panelGone', args: [] } });
    expect(await world.fromPage(HERE, 'catalogue/pick', { tab: 7, document: 0, id: 'tea' })).toHaveProperty(
      'problem',
    );
  });
});

describe('what the catalogue knows of a document', () => {
  const ask = (id: string) => world.fromOurs('sidepanel.html', 'catalogue/document', { id });

  it('is its facts, its status, and its relations with theirs', async () => {
    expect(await ask('old-tea')).toMatchObject({
      ok: {
        document: { id: 'old-tea', nameOnly: true, relations: [{ id: 'tea', incoming: true, status: {} }] },
        status: { state: 'repealed' },
      },
    });
  });

  it('is told in a sentence where there is nothing', async () => {
    expect(await ask('nobody')).toEqual({ problem: { key: 'problemNotKnown', args: [] } });
    world.restart();
    vi.stubGlobal('fetch', async () => Promise.reject(new Error('gone')));
    expect(await ask('tea')).toEqual({ problem: { key: 'statusBecauseNoCatalogue', args: [] } });
  });
});
