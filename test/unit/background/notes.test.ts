import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toJson } from '../../../lib/export/json.ts';
import type { EditorDraft } from '../../../lib/messages/lists.ts';
import type { Answer } from '../../../lib/messages/send.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { allNotes, documents } from '../../../lib/store/read-notes.ts';
import { placesSeen } from '../../../lib/store/seen-places.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';
import { eventually } from '../wait.ts';
import { ANCHOR, KEY, report, sight, World } from './world.ts';

const HERE = { tab: 7, frame: 0 };
const THERE = { tab: 8, frame: 0 };
const ELSEWHERE = { tab: 9, frame: 0 };
const HIGHLIGHT = { document: 0, anchor: ANCHOR, colour: 'jade' };
const WRITTEN = { body: '**记**', tags: ['期限'], colour: 'amber' };
let world: World;

beforeEach(async () => {
  vi.resetModules();
  await Promise.all([notesDatabase.notes.clear(), notesDatabase.documents.clear()]);
  world = new World();
  await read(HERE);
});

/** Loads a page with a document into a tab and has it read. */
async function read(place: typeof HERE, given: { url?: string; docNumber?: string } = {}) {
  const frame = world.load(place, { answers: () => null, ...(given.url ? { url: given.url } : {}) });
  await world.fromPage(place, 'gate/saw', sight());
  await world.fromPage(place, 'reader/hello', {});
  const told = report({ url: frame.url });
  if (given.docNumber && told.documents[0]) told.documents[0].metadata.docNumber = given.docNumber;
  return world.fromPage(place, 'reader/read', told);
}

function ok<T>(answer: Answer<unknown>): T {
  if ('ok' in answer) return answer.ok as T;
  throw new Error(`problem ${answer.problem.key}`);
}

const highlighted = async () =>
  ok<{ note: Note }>(await world.fromPage(HERE, 'note/highlight', HIGHLIGHT)).note;

describe('a highlight', () => {
  it('is stored with its document, under a key that other sites share', async () => {
    const note = await highlighted();
    expect(note).toMatchObject({
      document: KEY,
      anchor: ANCHOR,
      colour: 'jade',
      body: '',
      tags: [],
      deleted: null,
    });
    expect(await allNotes()).toEqual([note]);
    expect(await documents()).toMatchObject([
      { key: KEY, title: '企业减负办法', addresses: ['https://www.yl.gov.cn/zc/3.html'] },
    ]);
  });

  it('comes back when the document is read again, here or on another site', async () => {
    const note = await highlighted();
    expect(await read(HERE)).toMatchObject({ ok: { notes: [note] } });
    expect(await read(THERE, { url: 'https://www.nd.gov.cn/zt/x.html' })).toMatchObject({
      ok: { notes: [note] },
    });
    const other = await read(THERE, {
      url: 'https://www.nd.gov.cn/zt/y.html',
      docNumber: '云府发〔2026〕3号',
    });
    expect(other).toMatchObject({ ok: { notes: [] } });
  });

  it('is told to other tabs with that document, and to them alone', async () => {
    await read(THERE, { url: 'https://www.nd.gov.cn/zt/x.html' });
    await read(ELSEWHERE, { url: 'https://www.nd.gov.cn/zt/y.html', docNumber: '云府发〔2026〕3号' });
    await highlighted();
    await eventually(() => expect(world.told).toEqual(['8:0 reader/notes-changed']));
  });

  it('gives the next one its colour', async () => {
    await highlighted();
    expect(await world.fromPage(HERE, 'reader/hello', {})).toMatchObject({
      ok: { settings: { colour: 'jade' } },
    });
  });

  it('changes its colour, goes to the bin and comes back', async () => {
    const { id } = await highlighted();
    const recoloured = await world.fromPage(HERE, 'note/recolour', { id, colour: 'indigo' });
    expect(recoloured).toMatchObject({ ok: { note: { id, colour: 'indigo' } } });
    expect(await world.fromPage(HERE, 'note/remove', { id })).toEqual({ ok: null });
    expect(await allNotes()).toEqual([]);
    expect(await world.fromPage(HERE, 'note/restore', { id })).toMatchObject({
      ok: { note: { id, deleted: null } },
    });
    expect(await allNotes()).toHaveLength(1);
  });

  it('has its task ticked off and opened again', async () => {
    const { id } = await highlighted();
    expect(await world.fromPage(HERE, 'note/tick', { id, done: true })).toMatchObject({
      problem: { key: 'problemNoteGone' },
    });
    const task = { due: '2026-06-30', done: null };
    await world.fromOurs('sidepanel.html', 'note/write', { id, body: '', tags: [], colour: 'jade', task });
    const ticked = await world.fromPage(HERE, 'note/tick', { id, done: true });
    expect(ticked).toMatchObject({
      ok: { note: { id, task: { due: '2026-06-30', done: expect.stringMatching(/Z$/) } } },
    });
    expect(await world.fromPage(HERE, 'note/tick', { id, done: false })).toMatchObject({
      ok: { note: { task } },
    });
  });

  it('is followed to another note and to an article of another document', async () => {
    const { id } = await highlighted();
    const other = crypto.randomUUID();
    const links = [
      { kind: 'note', id: other },
      { kind: 'article', document: 'number:x', article: '第三条' },
    ];
    await world.fromOurs('sidepanel.html', 'note/write', { id, body: '', tags: [], colour: 'jade', links });
    const opened: unknown[] = [];
    Object.assign(fakeBrowser.tabs, { create: async ({ url }: { url: string }) => opened.push(url) });
    for (const link of [0, 1])
      expect(await world.fromPage(HERE, 'note/follow', { id, link })).toEqual({ ok: null });
    expect(opened).toEqual([
      expect.stringMatching(`/library.html#note=${other}$`),
      expect.stringMatching(/\/library.html#document=number%3Ax$/),
    ]);
    expect(await world.fromPage(HERE, 'note/follow', { id, link: 2 })).toMatchObject({
      problem: { key: 'problemNoteGone' },
    });
  });

  it('is known to stand where it was found, but for private windows', async () => {
    const { id } = await highlighted();
    await eventually(async () => expect((await placesSeen(null)).get(id)?.state).toBe('exact'));
    const moved = {
      places: [
        { id, state: 'moved' },
        { id: crypto.randomUUID(), state: 'lost' },
      ],
    };
    expect(await world.fromPage(HERE, 'reader/placed', moved, true)).toEqual({ ok: null });
    expect((await placesSeen([KEY])).get(id)?.state).toBe('exact');
    expect(await world.fromPage(HERE, 'reader/placed', moved)).toEqual({ ok: null });
    const seen = await placesSeen([KEY]);
    expect(seen.get(id)).toEqual({ state: 'moved', day: expect.any(String) });
    expect([...seen.keys()], 'nor what is no note of the page').toEqual([id]);
  });

  it('still works after the worker was stopped and started', async () => {
    world.restart();
    const { id } = await highlighted();
    world.restart();
    expect(await world.fromPage(HERE, 'note/remove', { id })).toEqual({ ok: null });
  });

  it('of a document that the page does not have is refused', async () => {
    const answer = await world.fromPage(HERE, 'note/highlight', { ...HIGHLIGHT, document: 3 });
    expect(answer).toMatchObject({ problem: { key: 'problemNotRead' } });
  });
});

describe('a page', () => {
  it('cannot touch notes of documents that it does not carry', async () => {
    const { id } = await highlighted();
    await read(THERE, { url: 'https://www.nd.gov.cn/zt/y.html', docNumber: '云府发〔2026〕3号' });
    const asks: [string, unknown][] = [
      ['note/remove', { id }],
      ['note/restore', { id }],
      ['note/recolour', { id, colour: 'jade' }],
      ['note/tick', { id, done: true }],
      ['note/follow', { id, link: 0 }],
      ['editor/open', { id, document: 0, anchor: null, colour: 'jade' }],
    ];
    for (const [name, body] of asks) {
      expect(await world.fromPage(THERE, name, body)).toMatchObject({ problem: { key: 'problemNoteGone' } });
    }
    expect(await allNotes()).toHaveLength(1);
  });

  it('gets a citation of one of its documents', async () => {
    const asked = { document: 0, article: '第三条' };
    const { ok } = (await world.fromPage(HERE, 'page/cite', asked)) as { ok: { citation: string } };
    expect(ok.citation).toMatch(/\[EB\/OL\]\..*第三条.*https:\/\/www\.yl\.gov\.cn/);
    expect(await world.fromPage(HERE, 'page/cite', { ...asked, document: 4 })).toMatchObject({
      problem: { key: 'problemNotRead' },
    });
  });

  it('cannot ask what only our own pages may', async () => {
    for (const name of ['note/write', 'notes/import', 'tab/look', 'editor/claim', 'toString', '__proto__']) {
      expect(await world.fromPage(HERE, name, {})).toMatchObject({ problem: { key: 'problemRefused' } });
    }
  });
});

describe('in a private window', () => {
  it('the first note of a session is refused with a sentence, the second stored', async () => {
    const first = await world.fromPage(HERE, 'note/highlight', HIGHLIGHT, true);
    expect(first).toMatchObject({ problem: { key: 'problemPrivateFirst' } });
    expect(await allNotes()).toEqual([]);
    world.restart();
    expect(await world.fromPage(HERE, 'note/highlight', HIGHLIGHT, true)).toHaveProperty('ok');
    expect(await allNotes()).toHaveLength(1);
  });

  it('that forgets everything nothing is acknowledged', async () => {
    (fakeBrowser as unknown as { extension: object }).extension = { inIncognitoContext: true };
    const answer = await world.fromPage(HERE, 'note/highlight', HIGHLIGHT);
    expect(answer).toMatchObject({ problem: { key: 'problemStoreTemporary' } });
    expect(await allNotes()).toEqual([]);
  });
});

describe('the editor', () => {
  const FRAME = { tab: 7, frame: 99 };
  const open = async (id: string | null = null) =>
    ok<{ token: string }>(
      await world.fromPage(HERE, 'editor/open', {
        id,
        document: 0,
        anchor: id ? null : ANCHOR,
        colour: 'jade',
      }),
    ).token;
  const claim = (token: string, place = FRAME) =>
    world.fromOurs('note.html', 'editor/claim', { token }, place);
  const save = (token: string, place = FRAME) =>
    world.fromOurs('note.html', 'editor/save', { token, ...WRITTEN }, place);

  it('keeps a task and links, and what a message does not speak of', async () => {
    const token = await open();
    ok(await claim(token));
    const task = { due: '2025-12-31', done: null };
    const links = [{ kind: 'article', document: KEY, article: '第三条' }];
    const { note } = ok<{ note: Note }>(
      await world.fromOurs('note.html', 'editor/save', { token, ...WRITTEN, task, links }, FRAME),
    );
    expect(note).toMatchObject({ task, links });
    const rewritten = ok<{ note: Note }>(
      await world.fromOurs('sidepanel.html', 'note/write', { id: note.id, ...WRITTEN, body: '改' }),
    );
    expect(rewritten.note).toMatchObject({ body: '改', task, links });
    expect(
      await world.fromOurs('sidepanel.html', 'note/write', {
        id: note.id,
        ...WRITTEN,
        task: { due: '31.12.', done: null },
      }),
    ).toMatchObject({ problem: {} });
  });

  it('finds notes to link to for whoever has claimed a token, and for nobody else', async () => {
    const note = await highlighted();
    const token = await open();
    const ask = () => world.fromOurs('note.html', 'editor/find', { token, query: '工作日' }, FRAME);
    expect(await ask()).toMatchObject({ problem: { key: 'problemDraftGone' } });
    ok(await claim(token));
    expect(ok(await ask())).toMatchObject({
      notes: [{ id: note.id, quote: ANCHOR.quote, title: '企业减负办法' }],
    });
    const named = await world.fromOurs(
      'note.html',
      'editor/named',
      { token, ids: [note.id, noteId(9)] },
      FRAME,
    );
    expect(ok(named)).toMatchObject({ notes: [{ id: note.id }] });
  });

  it('writes a new note', async () => {
    const token = await open();
    expect(ok<EditorDraft>(await claim(token))).toEqual({
      id: null,
      quote: ANCHOR.quote,
      article: '第二条',
      title: '企业减负办法',
      body: '',
      tags: [],
      colour: 'jade',
      task: null,
      links: [],
      page: { tab: 7, frame: 0 },
      knownTags: [],
      isPrivate: false,
    });
    expect(await save(token)).toMatchObject({ ok: { note: { ...WRITTEN, document: KEY, anchor: ANCHOR } } });
    expect(await allNotes()).toHaveLength(1);
    await eventually(() => {
      expect(world.told).toContain('7:0 reader/notes-changed');
      expect(world.told).toContain('7:0 reader/editor-closed');
    });
  });

  it('changes a stored note', async () => {
    const { id } = await highlighted();
    const token = await open(id);
    expect(ok<EditorDraft>(await claim(token))).toMatchObject({ id, quote: ANCHOR.quote, colour: 'jade' });
    await save(token);
    expect(await allNotes()).toMatchObject([{ id, ...WRITTEN }]);
  });

  it('offers the tags in use', async () => {
    await world.fromPage(HERE, 'note/highlight', HIGHLIGHT);
    const first = await open();
    await claim(first);
    await save(first);
    expect(ok<EditorDraft>(await claim(await open()))).toMatchObject({ knownTags: ['期限'] });
  });

  it('makes one note where its answer was lost and it saves again, even after the worker was restarted', async () => {
    const token = await open();
    await claim(token);
    const first = ok<{ note: Note }>(await save(token)).note;
    world.restart();
    const second = ok<{ note: Note }>(await save(token)).note;
    expect(second.id).toBe(first.id);
    expect(await allNotes()).toHaveLength(1);
  });

  it('is good for one claim, whoever comes first', async () => {
    const token = await open();
    const answers = await Promise.all([claim(token), claim(token)]);
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'problem' in answer)).toMatchObject([
      { problem: { key: 'problemDraftGone' } },
    ]);
  });

  it.each([
    ['a token that nobody gave', async () => claim('guess')],
    ['saving without a claim', async () => save(await open())],
    ['a claim from another tab', async () => claim(await open(), { tab: 8, frame: 3 })],
    [
      'saving from another tab',
      async () => {
        const token = await open();
        await claim(token);
        return save(token, { tab: 8, frame: 3 });
      },
    ],
    [
      'saving after closing',
      async () => {
        const token = await open();
        await claim(token);
        await world.fromOurs('note.html', 'editor/close', { token }, FRAME);
        return save(token);
      },
    ],
  ])('refuses %s', async (_what, act) => {
    expect(await act()).toMatchObject({ problem: { key: 'problemDraftGone' } });
    expect(await allNotes()).toEqual([]);
  });

  it('may stand in the side panel, which is in no tab', async () => {
    const token = await open();
    const claimed = await world.fromOurs('sidepanel.html', 'editor/claim', { token });
    expect(claimed).toHaveProperty('ok');
    expect(await world.fromOurs('sidepanel.html', 'editor/save', { token, ...WRITTEN })).toHaveProperty('ok');
  });

  it('keeps its draft where the store fails, and saves it afterwards', async () => {
    const token = await open();
    await claim(token);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await save(token)).toMatchObject({ problem: { key: 'problemStoreFull' } });
    put.mockRestore();
    expect(await save(token)).toMatchObject({ ok: { note: WRITTEN } });
  });

  it('asks once in a private window, with the draft kept', async () => {
    const answer = await world.fromPage(
      HERE,
      'editor/open',
      { id: null, document: 0, anchor: ANCHOR, colour: 'jade' },
      true,
    );
    const { token } = ok<{ token: string }>(answer);
    expect(ok<EditorDraft>(await claim(token))).toMatchObject({ isPrivate: true });
    expect(await save(token)).toMatchObject({ problem: { key: 'problemPrivateFirst' } });
    expect(await save(token)).toHaveProperty('ok');
  });

  it('leaves no pile of drafts behind', async () => {
    const tokens: string[] = [];
    for (let i = 0; i < 55; i++) tokens.push(await open());
    const stored = Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) =>
      key.startsWith('draft:'),
    );
    expect(stored).toHaveLength(50);
    expect(await claim(tokens[0] as string)).toHaveProperty('problem');
    expect(await claim(tokens[54] as string)).toHaveProperty('ok');
  });
});

describe('our own pages', () => {
  it('write, remove and restore any note, and readers are told', async () => {
    const { id } = await highlighted();
    expect(await world.fromOurs('library.html', 'note/write', { id, ...WRITTEN })).toMatchObject({
      ok: { note: { id, ...WRITTEN } },
    });
    expect(await world.fromOurs('library.html', 'note/remove', { id })).toEqual({ ok: null });
    expect(await world.fromOurs('library.html', 'note/restore', { id })).toHaveProperty('ok');
    await eventually(() =>
      expect(world.told.filter((one) => one === '7:0 reader/notes-changed')).toHaveLength(3),
    );
  });

  it('import a file, and refuse a broken one with nothing changed', async () => {
    const file = toJson({ documents: [makeDocument()], notes: [makeNote()] }, '2025-07-01T00:00:00.000Z');
    const broken = await world.fromOurs('library.html', 'notes/import', { json: file.slice(0, -9) });
    expect(broken).toMatchObject({ problem: { key: 'importNoJson' } });
    expect(await allNotes()).toEqual([]);
    const report = await world.fromOurs('library.html', 'notes/import', { json: file });
    expect(report).toEqual({ ok: { added: 1, updated: 0, unchanged: 0, batch: null } });
    expect((await allNotes()).map(({ id }) => id)).toEqual([noteId(1)]);
  });
});
