import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Met } from '../../../lib/glossary/find.ts';
import { keyOf, proofOf } from '../../../lib/glossary/key.ts';
import { loadTable } from '../../../lib/glossary/table.ts';
import type { EntryAnswer, FromPageReplies } from '../../../lib/messages/lists.ts';
import type { Answer } from '../../../lib/messages/send.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { makeCompiled, makeEntry, ownEntry } from '../glossary/sample.ts';
import { report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const compiled = makeCompiled([
  makeEntry('一网通办', { related: ['放管服'], sources: [{ doc: 'ferry', at: '第三条' }] }),
  makeEntry('放管服', { sources: [{ doc: 'unheard-of', at: '第一条' }] }),
]);

let world: World;
beforeEach(async () => {
  world = new World();
  vi.resetModules();
  const catalogue = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string) =>
    address.endsWith('glossary.json')
      ? Promise.resolve(new Response(JSON.stringify(compiled)))
      : catalogue(address),
  );
  world.load(HERE, { answers: () => null });
  await world.fromPage(HERE, 'gate/saw', sight());
  await world.fromPage(HERE, 'reader/hello', {});
  await world.fromPage(HERE, 'reader/read', report());
});

const open = <T>(answer: Answer<unknown> | undefined): T => {
  if (!answer || !('ok' in answer)) throw new Error(JSON.stringify(answer));
  return answer.ok as T;
};
const words = async () =>
  open<FromPageReplies['glossary/words']>(await world.fromPage(HERE, 'glossary/words', {}));
const named = async (version: string, met: Met[]) =>
  open<FromPageReplies['glossary/named']>(await world.fromPage(HERE, 'glossary/named', { version, met }));
const proof = (word: string) => proofOf(keyOf(word));

describe('the glossary in the background', () => {
  it('gives a page numbers to search for, and names those that it met', async () => {
    const answer = await words();
    expect(answer?.often).toBe('section');
    const table = loadTable(Uint8Array.from(atob(answer?.words ?? ''), (char) => char.charCodeAt(0)));
    expect(table.size).toBe(2);
    const met = await named(answer?.version ?? '', [[0, proof('一网通办')]]);
    expect(met?.map(({ term }) => term)).toEqual(['一网通办']);
    expect(await named('another', [[0, proof('一网通办')]])).toBeNull();
  });

  it('knows the documents that an entry names, with their state, and the related terms', async () => {
    const ask = async (id: string) =>
      open<EntryAnswer | null>(await world.fromPage(HERE, 'glossary/entry', { id }));
    const answer = await ask('一网通办');
    expect(answer?.documents.map(({ title, status }) => [title, status.state])).toEqual([
      ['渡口安全规定', 'repealed'],
    ]);
    expect(answer?.related).toEqual([{ id: '放管服', term: '放管服' }]);
    expect((await ask('放管服'))?.documents).toEqual([]);
    expect(await ask('渡口')).toBeNull();
  });

  it('puts own entries first at once, tells the pages, and undoes that', async () => {
    const own = ownEntry(1, { term: '渡口', zh: '过河的地方。' });
    const before = await words();
    const undo = open<object>(
      await world.fromOurs('library.html', 'glossary/change', { put: [own], remove: [] }),
    );
    expect(world.told).toContain('7:0 reader/glossary-changed');
    const after = await words();
    expect(after?.version).not.toBe(before?.version);
    expect((await named(after?.version ?? '', [[0, proof('渡口')]]))?.[0]).toMatchObject({
      id: `own:${own.id}`,
      term: '渡口',
    });
    open(await world.fromOurs('library.html', 'glossary/change', undo));
    expect((await words())?.version).toBe(before?.version);
  });

  it('tells a page of own terms only where it has met them, however it asks', async () => {
    const own = [ownEntry(1, { term: '澄江收购案' }), ownEntry(2, { term: '放管服', zh: '我的话。' })];
    open(await world.fromOurs('library.html', 'glossary/change', { put: own, remove: [] }));
    const { version = '' } = (await words()) ?? {};
    const all = Array.from({ length: 50 }, (_, form): Met[] => [
      [form, 0],
      [form, form],
      [form, proof('澄江收购')],
    ]).flat();
    expect(await named(version, all)).toEqual([]);
    const answer = open<EntryAnswer | null>(await world.fromPage(HERE, 'glossary/entry', { id: '一网通办' }));
    expect(JSON.stringify(answer)).not.toContain('own:');
    // The panel and the library are ours.
    const ours = open<EntryAnswer | null>(
      await world.fromOurs('library.html', 'glossary/entry', { id: '一网通办' }),
    );
    expect(ours?.related).toEqual([{ id: `own:${own[1]?.id}`, term: '放管服' }]);
    expect(await named(version, [[0, proof('澄江收购案')]])).toMatchObject([{ term: '澄江收购案' }]);
  });

  it('gives nothing where terms are not to be marked', async () => {
    open(await world.fromOurs('library.html', 'glossary/often', { often: 'off' }));
    expect((await readSettings()).glossary).toBe('off');
    expect(await words()).toBeNull();
  });

  it.each([
    ['an entry that says nothing', { put: [{ ...ownEntry(1, { term: '渡口' }), zh: '' }], remove: [] }],
    ['an id that is none', { put: [], remove: ['x'] }],
  ])('refuses %s', async (_, change) => {
    expect(await world.fromOurs('library.html', 'glossary/change', change)).toHaveProperty('problem');
  });

  it('lets a page only ask, not change', async () => {
    const change = { put: [], remove: [] };
    expect(await world.fromPage(HERE, 'glossary/change', change)).toHaveProperty('problem');
  });
});
