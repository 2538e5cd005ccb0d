import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import type { StoredPack } from '../../../lib/catalogue/pack-facts.ts';
import { writePack } from '../../../lib/catalogue/pack-file.ts';
import type { FromPageReplies } from '../../../lib/messages/lists.ts';
import type { Answer } from '../../../lib/messages/send.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { cacheDatabase } from '../../../lib/store/cache-database.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { listPacks, MOST_PACKS } from '../../../lib/store/packs.ts';
import { until } from '../wait.ts';
import { ANCHOR, KEY, report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const THERE = { tab: 8, frame: 0 };
const NUMBERED = {
  id: 'relief',
  title: '企业减负办法',
  docNumber: '云府发〔2025〕3号',
  expires: '2027-12-31',
};
let world: World;

beforeEach(async () => {
  vi.resetModules();
  await Promise.all([notesDatabase.notes.clear(), notesDatabase.documents.clear()]);
  await Promise.all([
    cacheDatabase.packs.clear(),
    cacheDatabase.packFiles.clear(),
    cacheDatabase.files.clear(),
  ]);
  world = new World();
});

/** A pack of documents known by name, as the library sends it. */
async function packOf(documents: object[], given: { name?: string; day?: string; asOf?: string } = {}) {
  const { name = '云岭包', day = '2025-07-01', asOf = '2025-06-30' } = given;
  const contents = compileFacts({ asOf, documents }, name);
  const counts = { documents: 0, named: contents.entries.length };
  const bytes = await writePack({ name, by: '减负小组', day, from: 'relief', ...counts }, pack(contents, []));
  return Buffer.from(bytes).toString('base64');
}

function ok<T>(answer: Answer<unknown>): T {
  if ('ok' in answer) return answer.ok as T;
  throw new Error(`problem ${answer.problem.key}`);
}

const ask = async <T = null>(name: string, body: unknown) =>
  ok<T>(await world.fromOurs('library.html', name, body));
const load = async (base64: string) => (await ask<{ pack: StoredPack }>('pack/load', { base64 })).pack;

type Read = FromPageReplies['reader/read'];
async function read(
  place = HERE,
  metadata: object = {},
  url = 'https://www.yl.gov.cn/zc/3.html',
): Promise<Read> {
  world.load(place, { answers: () => null, url });
  await world.fromPage(place, 'gate/saw', sight());
  await world.fromPage(place, 'reader/hello', {});
  const told = report({ url });
  Object.assign(told.documents[0]?.metadata ?? {}, metadata);
  return ok<Read>(await world.fromPage(place, 'reader/read', told));
}
const highlight = async (place = HERE) =>
  ok<{ note: Note }>(
    await world.fromPage(place, 'note/highlight', { document: 0, anchor: ANCHOR, colour: 'jade' }),
  ).note;

describe('a pack', () => {
  it('makes its documents known, with their status and who says so', async () => {
    expect((await read()).documents[0]?.catalogueId).toBeNull();
    const { id, header } = await load(await packOf([NUMBERED]));
    expect(header).toMatchObject({ name: '云岭包', by: '减负小组', day: '2025-07-01', from: 'relief' });
    expect((await read()).documents[0]).toMatchObject({
      catalogueId: `pack:${id}/relief`,
      status: { source: { key: 'statusFromPack', args: ['云岭包', '减负小组', '2025-06-30'] } },
    });
  });

  it('stays loaded when the worker is stopped', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    world.restart();
    expect((await read()).documents[0]?.catalogueId).toBe(`pack:${id}/relief`);
  });

  it('is not read again by the next worker: what was made of it is kept', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    const first = (await read()).documents[0];
    await until(async () => (await cacheDatabase.files.count()) === 1);
    await cacheDatabase.packFiles.put({ id, bytes: new Uint8Array([1]) });
    world.restart();
    expect((await read()).documents[0]).toEqual(first);
    // Another choice of packs is made anew, and takes its place.
    const other = await load(await packOf([{ ...NUMBERED, id: 'other' }], { name: '另一包' }));
    await ask('pack/switch', { id, on: false });
    expect((await read()).documents[0]?.catalogueId).toBe(`pack:${other.id}/other`);
    await until(async () =>
      String((await cacheDatabase.files.toCollection().primaryKeys())[0]).endsWith(`/${other.id}`),
    );
    expect(await cacheDatabase.files.count()).toBe(1);
  });

  it('is switched off and on, removed and brought back', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    const known = async () => (await read()).documents[0]?.catalogueId !== null;
    await ask('pack/switch', { id, on: false });
    expect(await known()).toBe(false);
    await ask('pack/switch', { id, on: true });
    expect(await known()).toBe(true);
    await ask('pack/remove', { id });
    expect(await known()).toBe(false);
    expect(await listPacks()).toEqual([]);
    await ask('pack/restore', { id });
    expect(await known()).toBe(true);
  });

  it('is loaded once, however often', async () => {
    const file = await packOf([NUMBERED]);
    const { id } = await load(file);
    await ask('pack/switch', { id, on: false });
    await load(file);
    expect(await listPacks()).toMatchObject([{ id, on: true }]);
  });

  it('that was removed goes for good when another is loaded', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    await ask('pack/remove', { id });
    await load(await packOf([NUMBERED], { name: '另一包' }));
    expect(await cacheDatabase.packFiles.count()).toBe(1);
    expect(await world.fromOurs('library.html', 'pack/restore', { id })).toMatchObject({
      problem: { key: 'packGone' },
    });
  });

  it('that is broken, or comes from the future, changes nothing', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    const refused = async (base64: string) => world.fromOurs('library.html', 'pack/load', { base64 });
    const file = await packOf([NUMBERED], { name: '坏包' });
    expect(await refused(file.slice(0, 80))).toMatchObject({ problem: { key: 'packBroken' } });
    expect(await refused('not base 64')).toMatchObject({ problem: { key: 'packForeign' } });
    expect(await refused(btoa('%PDF-1.7'))).toMatchObject({ problem: { key: 'packForeign' } });
    expect(await refused(await packOf([NUMBERED], { asOf: '2999-01-01' }))).toMatchObject({
      problem: { key: 'packFuture', args: ['2999-01-01'] },
    });
    expect((await listPacks()).map((pack) => pack.id)).toEqual([id]);
    expect((await read()).documents[0]?.catalogueId).toBe(`pack:${id}/relief`);
  });

  it('that can’t be read any more leaves the bundled catalogue as it is', async () => {
    const { id } = await load(await packOf([NUMBERED]));
    await cacheDatabase.packFiles.put({ id, bytes: new Uint8Array([1]) });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    world.restart();
    const ferry = { title: '渡口安全规定', docNumber: '南府规〔2020〕4号', effective: null };
    expect((await read(HERE, ferry)).documents[0]?.status.state).toBe('repealed');
  });

  it('is one too many after twenty', async () => {
    for (let k = 0; k < MOST_PACKS; k++) await load(await packOf([NUMBERED], { name: `${k}` }));
    const one = { base64: await packOf([NUMBERED], { name: '又一包' }) };
    expect(await world.fromOurs('library.html', 'pack/load', one)).toMatchObject({
      problem: { key: 'packTooMany' },
    });
    expect(await listPacks()).toHaveLength(MOST_PACKS);
  });

  it('is nothing that a page may ask about', async () => {
    await read();
    expect(await world.fromPage(HERE, 'pack/load', { base64: '' })).toMatchObject({
      problem: { key: 'problemRefused' },
    });
  });
});

describe('notes', () => {
  const UNNUMBERED = { docNumber: null };

  it('of a numbered document stay where they are, pack or no pack', async () => {
    await read();
    const { id } = await highlight();
    await load(await packOf([NUMBERED]));
    const { documents, notes } = await read();
    expect(documents[0]?.key).toBe(KEY);
    expect(notes.map((note) => note.id)).toEqual([id]);
  });

  it('move with a document that becomes known, and stay findable when the pack is switched off', async () => {
    expect((await read(HERE, UNNUMBERED)).documents[0]?.key).toBe('page:https://www.yl.gov.cn/zc/3.html');
    const { id } = await highlight();
    const { id: packId } = await load(
      await packOf([{ id: 'relief', title: '企业减负办法', issued: '2025-06-01' }]),
    );
    // Another site carries it too, and shows the note that was written at the first one.
    const first = await read(HERE, UNNUMBERED);
    expect(first.documents[0]?.key).toBe('titled:企业减负办法/2025-06-01');
    expect(first.notes.map((note) => note.id)).toEqual([id]);
    const elsewhere = 'https://www.nd.gov.cn/zt/x.html';
    expect((await read(THERE, UNNUMBERED, elsewhere)).notes.map((note) => note.id)).toEqual([id]);
    await ask('pack/switch', { id: packId, on: false });
    expect((await read(THERE, UNNUMBERED, elsewhere)).notes.map((note) => note.id)).toEqual([id]);
  });

  it('move in the tabs that are open too', async () => {
    await read(HERE, UNNUMBERED);
    const { id } = await highlight();
    await read(THERE, UNNUMBERED, 'https://www.yl.gov.cn/zc/3.html');
    await load(await packOf([{ ...NUMBERED }]));
    await read(HERE, { docNumber: NUMBERED.docNumber });
    expect(world.told).toContain('8:0 reader/notes-changed');
    const { notes } = ok<{ notes: Note[] }>(await world.fromPage(THERE, 'reader/notes', {}));
    expect(notes.map((note) => note.id)).toEqual([id]);
  });

  it('stay where an address carried another document then', async () => {
    await read(HERE, { ...UNNUMBERED, title: '河道清淤办法' });
    await highlight();
    await load(await packOf([NUMBERED]));
    const { documents, notes } = await read(HERE);
    expect(documents[0]?.key).toBe(KEY);
    expect(notes).toEqual([]);
    expect(await notesDatabase.notes.toArray()).toMatchObject([
      { document: 'page:https://www.yl.gov.cn/zc/3.html' },
    ]);
  });
});
