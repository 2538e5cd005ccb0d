import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { foldWords, NoteSearch, wordsOf } from '../../../lib/notes/search.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';

const quote = (words: string) => ({ ...makeNote().anchor, quote: words, article: null });
const at = (minute: number) => new Date(Date.UTC(2025, 5, 1, 0, minute)).toISOString();
const NOTES = [
  makeNote({ id: noteId(1), anchor: quote('渡口应当设置夜间照明'), body: '', tags: [], updated: at(1) }),
  makeNote({
    id: noteId(2),
    anchor: quote('５个工作日\n内补正'),
    body: 'ask the Lawyer',
    tags: ['期限'],
    updated: at(3),
  }),
  makeNote({
    id: noteId(3),
    anchor: quote('补贴'),
    body: '期限问清楚',
    tags: [],
    document: 'known:x',
    updated: at(2),
  }),
];
let search: NoteSearch;

beforeEach(() => {
  search = new NoteSearch();
  search.put(NOTES);
  search.putDocuments([
    makeDocument(),
    makeDocument({ key: 'known:x', title: '渡口管理办法', docNumber: null }),
  ]);
});

const find = (query: string) =>
  search.find(query).map(({ id }) => NOTES.findIndex((note) => note.id === id) + 1);

describe('searching notes', () => {
  it.each<[string, number[]]>([
    ['', [2, 3, 1]],
    ['照明', [1]],
    ['夜', [1]],
    ['期限', [2, 3]],
    ['5个工作日内', [2]],
    ['LAWYER', [2]],
    ['the  law', [2]],
    ['theL', [2]],
    ['渡口', [3, 1]],
    ['渡口 期限', [3]],
    ['云府发〔2025〕3号', [2, 1]],
    ['澄江', []],
    ['照明补贴', []],
    ['内补正ask', []],
  ])('“%s” finds %j', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('follows what is typed, letter by letter and back', () => {
    for (const [query, expected] of [
      ['期', [2, 3]],
      ['期限', [2, 3]],
      ['期限 law', [2]],
      ['期限 l', [2]],
      ['期', [2, 3]],
      ['照', [1]],
    ] as const)
      expect(find(query)).toEqual(expected);
  });

  it('follows changes at once', () => {
    expect(find('照明')).toEqual([1]);
    search.put([{ ...(NOTES[2] as Note), body: '也要照明', updated: at(9) }]);
    expect(find('照明')).toEqual([3, 1]);
    search.put([{ ...(NOTES[0] as Note), deleted: at(9) }]);
    expect(find('照明')).toEqual([3]);
    search.remove([noteId(3)]);
    expect(find('照明')).toEqual([]);
    expect(search.size).toBe(1);
  });

  it('keeps what a filter keeps, also while words stay the same', () => {
    search.put([{ ...(NOTES[0] as Note), task: { due: '2025-08-01', done: null }, updated: at(1) }]);
    expect(search.find('', ({ due }) => due !== null).map(({ id }) => id)).toEqual([noteId(1)]);
    expect(search.find('', ({ task }) => task === 'none')).toHaveLength(2);
    expect(search.find('', ({ tags }) => tags.includes('期限'))).toHaveLength(1);
    expect(search.find('渡口', ({ document }) => document === 'known:x')).toHaveLength(1);
  });

  it('counts tags and documents of what it holds', () => {
    search.put([{ ...(NOTES[0] as Note), tags: ['期限', '甲'] }]);
    expect(search.tags()).toEqual([
      ['期限', 2],
      ['甲', 1],
    ]);
    expect(search.documents()).toEqual(
      new Map([
        [makeNote().document, 2],
        ['known:x', 1],
      ]),
    );
  });

  it('says how many notes were others than before', () => {
    expect(search.put(NOTES)).toBe(0);
    expect(
      search.put([
        { ...(NOTES[0] as Note), tags: ['期限'] },
        { ...(NOTES[1] as Note), deleted: at(9) },
      ]),
    ).toBe(2);
    expect(search.put([{ ...(NOTES[1] as Note), deleted: at(9) }])).toBe(0);
  });

  it('takes what another search held for older than what it holds itself', () => {
    const fresh = new NoteSearch();
    fresh.put([{ ...(NOTES[0] as Note), body: '新写的', updated: at(9) }]);
    fresh.putEntries(search.find(''));
    expect(fresh.find('').map(({ id }) => id)).toEqual([1, 2, 3].map(noteId));
    expect(fresh.find('新写的')).toHaveLength(1);
    expect(fresh.documents()).toEqual(search.documents());
  });

  it('stays in order and counts right through any changes, few or many at once', () => {
    const change = fc.record({
      id: fc.nat(40),
      minute: fc.nat(20),
      gone: fc.boolean(),
      tag: fc.constantFrom('甲', '乙'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 150 }), { maxLength: 4 }), (steps) => {
        const one = new NoteSearch();
        const stored = new Map<string, Note>();
        one.find('');
        for (const step of steps) {
          const notes = new Map(
            step.map(({ id, minute, gone, tag }) => {
              const note = {
                id: noteId(id),
                updated: at(minute),
                tags: [tag],
                deleted: gone ? at(30) : null,
              };
              return [note.id, makeNote(note)];
            }),
          );
          for (const note of notes.values()) stored.set(note.id, note);
          one.put([...notes.values()]);
          const anew = new NoteSearch();
          anew.put([...stored.values()]);
          expect(one.find('')).toEqual(anew.find(''));
          expect(one.tags()).toEqual(anew.tags());
          expect(one.documents()).toEqual(anew.documents());
        }
      }),
    );
  });

  it('finds whatever stands in a note, and says the same narrowed as from the beginning', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'Ａ', 'a', ' ', '\n', '１'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, fc.nat(6), (bodies, query, cut) => {
        const notes = bodies.map((body, k) => makeNote({ id: noteId(k), body, updated: at(k) }));
        const fresh = new NoteSearch();
        fresh.put(notes);
        const expected = notes
          .filter(({ body }) => wordsOf(query).every((word) => foldWords(body).includes(word)))
          .map(({ id }) => id)
          .reverse();
        const found = (what: string) => fresh.find(what, ({ text }) => text.length >= 0).map(({ id }) => id);
        const inBody = (ids: string[]) => ids.filter((id) => expected.includes(id));
        found(query.slice(0, cut));
        const narrowed = found(query);
        expect(inBody(narrowed)).toEqual(expected);
        fresh.putDocuments([]);
        expect(found(query)).toEqual(narrowed);
      }),
    );
  });
});
