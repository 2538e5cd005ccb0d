import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { documentOf } from '../../../lib/store/read-notes.ts';
import { ANCHOR, KEY, report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const TEXT = [
  '本办法所称小微商户，是指在澄江新区登记的经营者。',
  '申请人应当在收到通知之日起5个工作日内补正材料。',
  '主管部门应当在受理后作出书面决定。',
];
const NEW = '主管部门应当在受理后二十日内作出书面决定。';
let world: World;

beforeEach(async () => {
  vi.resetModules();
  for (const table of notesDatabase.tables) await table.clear();
  world = new World();
});

async function read(text: string) {
  const { url } = world.load(HERE, { answers: () => null });
  await world.fromPage(HERE, 'gate/saw', sight());
  await world.fromPage(HERE, 'reader/hello', {});
  const told = report({ url, fingerprints: fingerprint(text) });
  if (told.documents[0]) told.documents[0].end = text.length;
  return (await world.fromPage(HERE, 'reader/read', told)) as unknown as {
    ok: { documents: { since: unknown }[] };
  };
}

const highlight = () =>
  world.fromPage(HERE, 'note/highlight', { document: 0, anchor: ANCHOR, colour: 'jade' });

describe('the record of a reading', () => {
  it('is kept with the first note, not with a later one', async () => {
    await read(TEXT.join(''));
    expect(await documentOf(KEY)).toBeUndefined();
    await highlight();
    const record = (await documentOf(KEY))?.record;
    expect(record).toEqual({
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      address: 'https://www.yl.gov.cn/zc/3.html',
      title: '企业减负办法',
      state: expect.any(String),
      hashes: fingerprint(TEXT.join('')).hashes,
    });
    await read(TEXT.with(2, NEW).join(''));
    await highlight();
    expect((await documentOf(KEY))?.record).toEqual(record);
  });

  it('tells what has changed when the document is read again', async () => {
    expect((await read(TEXT.join(''))).ok.documents[0]?.since).toBeNull();
    await highlight();
    expect((await read(TEXT.join(''))).ok.documents[0]?.since).toBeNull();
    const text = TEXT.with(2, NEW).join('');
    const start = text.indexOf(NEW);
    expect((await read(text)).ok.documents[0]?.since).toMatchObject({
      address: 'https://www.yl.gov.cn/zc/3.html',
      kept: 2 / 3,
      places: [{ kind: 'changed', count: 1, start, end: start + NEW.length }],
    });
  });

  it('is renewed by the reader, who can take that back', async () => {
    await read(TEXT.join(''));
    await highlight();
    const first = (await documentOf(KEY))?.record;
    const later = TEXT.with(2, NEW).join('');
    await read(later);
    const asked = { tab: HERE.tab, document: 0 };
    const seen = await world.fromOurs('sidepanel.html', 'record/renew', asked);
    expect(seen).toEqual({ ok: { key: KEY, before: first } });
    expect((await documentOf(KEY))?.record).toMatchObject({
      hashes: fingerprint(later).hashes,
      renewed: true,
    });
    expect(world.told).toContain('7:0 reader/ask-again');
    expect((await read(later)).ok.documents[0]?.since).toBeNull();
    expect((await read(TEXT.join(''))).ok.documents[0]?.since).toMatchObject({ renewed: true });
    await highlight();
    expect((await documentOf(KEY))?.record?.renewed, 'a later note keeps it').toBe(true);
    const back = { tab: HERE.tab, key: KEY, record: first };
    expect(await world.fromOurs('sidepanel.html', 'record/put-back', back)).toEqual({ ok: null });
    expect((await documentOf(KEY))?.record).toEqual(first);
    expect(await world.fromOurs('sidepanel.html', 'record/renew', { tab: 9, document: 0 })).toEqual({
      problem: { key: 'panelGone', args: [] },
    });
  });
});
