import MiniSearch from 'minisearch';
import { foldWords, NoteSearch } from '../../../lib/notes/search.ts';
import type { Note, NotedDocument } from '../../../lib/notes/types.ts';
import { notesDatabase } from '../../../lib/store/notes-database.ts';
import { documents, tagsInUse } from '../../../lib/store/read-notes.ts';
import { documentsPage, eachNotes, notesPage } from '../../../lib/store/read-pages.ts';
import { putNote } from '../../../lib/store/write-notes.ts';

/** What runs in the page: a store of very many notes, in the browser's own IndexedDB. */

/** Pieces of official-sounding text, of which notes of any length are put together. */
const PIECES = [
  ...[
    '主管部门',
    '澄江新区',
    '小微商户',
    '应当在',
    '五个工作日内',
    '作出决定',
    '申请材料',
    '不得收取',
    '财政补贴',
  ],
  ...[
    '年底前',
    '公共数据',
    '统筹推进',
    '责任单位',
    '备案',
    '信用评价',
    '夜间照明',
    '渡口',
    '营商环境',
    '行政许可',
  ],
  ...[
    '第三方机构',
    '评估',
    '公开',
    '期限',
    '听证',
    '复核',
    '登记',
    '依法',
    '促进',
    '规范',
    '服务',
    '平台',
    '监督检查',
  ],
];

/** The same numbers each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** As random as any: no two neighbours in time are neighbours in the store. */
function uuid(k: number): string {
  const part = (salt: number) =>
    Math.floor(random(k * 4 + salt)() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const digits = part(0) + part(1) + part(2) + k.toString(16).padStart(8, '0');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** Of a document with as many sentences as most have. */
function recordOf(k: number): NotedDocument['record'] {
  const dice = random(k);
  return {
    ...{ day: '2025-01-01', address: `https://www.yl.gov.cn/${k}.html`, title: `澄江新区第${k}号办法` },
    ...{ state: 'in-force', hashes: Array.from({ length: 120 }, () => Math.floor(dice() * 2 ** 32)) },
  };
}

function documentOf(k: number): NotedDocument {
  return {
    ...{
      key: `number:云府发〔2025〕${k}号`,
      catalogueId: null,
      title: `澄江新区第${k}号办法`,
      noticeTitle: null,
    },
    ...{ docNumber: `云府发〔2025〕${k}号`, issuers: ['云岭省人民政府'], kind: '办法', issued: '2025-01-01' },
    ...{ published: null, effective: null, expires: null, addresses: [`https://www.yl.gov.cn/${k}.html`] },
    ...{
      firstRead: '2025-01-01',
      lastRead: new Date(1.7e12 + k * 3.6e6).toISOString().slice(0, 10),
      record: recordOf(k),
    },
  };
}

function noteOf(k: number, dice: () => number, total: number): Note {
  const words = (count: number) =>
    Array.from({ length: count }, () => PIECES[Math.floor(dice() * PIECES.length)]).join('');
  const at = new Date(1.7e12 + k * 60_000).toISOString();
  return {
    id: uuid(k),
    document: documentOf(Math.floor((k / total) * 1000)).key,
    anchor: {
      ...{ quote: words(12), prefix: words(8), suffix: words(8), start: k % 5000, end: (k % 5000) + 40 },
      ...{ article: `第${k % 40}条`, sentence: k },
    },
    colour: 'jade',
    body: `${words(16)}，编号${k}`,
    tags: [`标签${Math.floor(dice() * 200)}`],
    task: k % 50 === 0 ? { due: at.slice(0, 10), done: null } : null,
    links: [],
    created: at,
    updated: at,
    deleted: null,
  };
}

/** A new note and its document, as "import" takes them. */
function file(k: number): string {
  const note = { ...noteOf(k, random(k), 1000), id: crypto.randomUUID(), updated: new Date().toISOString() };
  const document = documentOf(k);
  const exported = note.updated;
  return JSON.stringify({
    ...{ format: 'zhupi-notes', version: 2, exported },
    ...{ documents: [document], notes: [{ ...note, document: document.key }] },
  });
}

async function fill(total: number): Promise<void> {
  const dice = random(6);
  await notesDatabase.documents.bulkPut(Array.from({ length: 1000 }, (_, k) => documentOf(k)));
  for (let from = 0; from < total; from += 5000) {
    await notesDatabase.notes.bulkPut(
      Array.from({ length: Math.min(5000, total - from) }, (_, k) => noteOf(from + k, dice, total)),
    );
  }
}

const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function add(count: number, total: number): Promise<number[]> {
  const dice = random(7);
  const times: number[] = [];
  for (let k = 0; k < count; k++) {
    const note = { ...noteOf(k, dice, total), id: crypto.randomUUID() };
    times.push(await timed(() => putNote(note, documentOf(k))));
  }
  return times;
}

/** What the library shows first: notes, documents with their counts; then the tags that an editor offers. */
async function firstRows(): Promise<{ notes: number; all: number; tags: number }> {
  const start = performance.now();
  await notesPage(50);
  const notes = performance.now() - start;
  await documentsPage(50);
  const all = performance.now() - start;
  return { notes, all, tags: await timed(() => tagsInUse()) };
}

const QUERIES = ['澄江新区', '5', '不得收取财政', '编号99999', '夜间照明 渡口', '没有这个词', '第77号'];

/** Each query letter by letter, as it is typed. */
function keys(find: (query: string) => unknown): number[] {
  return QUERIES.flatMap((query) =>
    Array.from(query, (_, k) => {
      const start = performance.now();
      find(query.slice(0, k + 1));
      return performance.now() - start;
    }),
  );
}

async function search(): Promise<{ ready: number; longest: number; keys: number[]; notes: number }> {
  const index = new NoteSearch();
  let longest = 0;
  const ready = await timed(async () => {
    index.putDocuments(await documents());
    await eachNotes((notes) => {
      const start = performance.now();
      index.put(notes);
      longest = Math.max(longest, performance.now() - start);
    });
    index.find('');
  });
  return { ready, longest, keys: keys((query) => index.find(query)), notes: index.size };
}

/** The library for full-text search that fits best, with the pairs of neighbouring letters as its words. */
async function miniSearch(): Promise<{ ready: number; keys: number[] }> {
  const pairs = (text: string) => {
    const folded = foldWords(text);
    return folded.length < 2
      ? [folded]
      : Array.from({ length: folded.length - 1 }, (_, k) => folded.slice(k, k + 2));
  };
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], tokenize: pairs });
  const ready = await timed(() =>
    eachNotes((notes) => {
      index.addAll(
        notes.map(({ id, anchor, body, tags }) => ({ id, text: [anchor.quote, body, ...tags].join(' ') })),
      );
    }),
  );
  const find = (query: string) => index.search(query, { combineWith: 'AND', prefix: query.length === 1 });
  return { ready, keys: keys(find) };
}

Object.assign(globalThis, { zhupiNotes: { fill, file, add, firstRows, search, miniSearch } });
