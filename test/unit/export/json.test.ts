import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ISSUERS } from '../../../lib/catalogue/pack-facts.ts';
import { fromJson, LARGEST_FILE, type NotesFile, toJson } from '../../../lib/export/json.ts';
import { COLOURS } from '../../../lib/notes/types.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';

const NOW = '2025-07-01T00:00:00.000Z';
const FILE: NotesFile = {
  documents: [makeDocument()],
  notes: [makeNote(), makeNote({ id: noteId(2), deleted: NOW })],
};

/** The exported file with one part of it replaced. */
function broken(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(toJson(FILE, NOW));
  change(file);
  return JSON.stringify(file);
}

describe('toJson and fromJson', () => {
  it('come round without loss', () => {
    expect(fromJson(toJson(FILE, NOW))).toEqual(FILE);
  });

  it('come round with as many issuers as a catalogue may know', () => {
    const issuers = Array.from({ length: MOST_ISSUERS }, (_, k) => `第${k}局`);
    const file = { documents: [makeDocument({ issuers })], notes: [makeNote()] };
    expect(fromJson(toJson(file, NOW))).toEqual(file);
  });

  it('come round with tasks, links, the record of a reading and own terms', () => {
    const record = {
      ...{ day: '2025-06-30', address: 'https://www.yl.gov.cn/zc/3.html', title: null },
      ...{ state: 'in-force' as const, hashes: [0, 0xffffffff] },
    };
    const links = [
      { kind: 'note' as const, id: noteId(2) },
      { kind: 'article' as const, document: 'known:x', article: '第三条' },
    ];
    const term = {
      ...{
        id: noteId(7),
        key: '放管服',
        hidden: false,
        term: '放管服',
        aliases: [],
        kind: 'slogan' as const,
      },
      ...{ zh: '三件事', en: '', enText: '', where: null, created: NOW, updated: NOW },
    };
    const file = {
      documents: [makeDocument({ record })],
      notes: [makeNote({ task: { due: '2025-08-01', done: NOW }, links })],
      terms: [term],
    };
    expect(fromJson(toJson(file, NOW))).toEqual(file);
  });

  it('read files of version 1, which had none of these', () => {
    const text = broken((file) => {
      file.version = 1;
      const without = (row: object, ...names: string[]) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
      file.documents = [without(makeDocument(), 'record')];
      const anchor = without(makeNote().anchor, 'sentence');
      file.notes = [{ ...without(makeNote(), 'task', 'links'), anchor }];
    });
    expect(fromJson(text)).toEqual({ documents: [makeDocument()], notes: [makeNote()] });
  });

  it('leave out documents that no note in the file belongs to', () => {
    const documents = [makeDocument(), makeDocument({ key: 'known:x' })];
    expect(fromJson(toJson({ ...FILE, documents }, NOW)).documents).toEqual([makeDocument()]);
  });

  it('read a file with a byte order mark, and time stamps with an offset', () => {
    const text = broken((file) => {
      file.notes = [{ ...makeNote(), updated: '2025-06-30T16:00:00+08:00' }];
    });
    expect(fromJson(`\ufeff${text}`).notes[0]?.updated).toBe('2025-06-30T08:00:00.000Z');
  });

  it('come round for any notes', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true });
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const note = fc.record({
      id: fc.uuid(),
      body: text,
      tags: fc.array(text, { maxLength: 4 }),
      colour: fc.constantFrom(...COLOURS),
      updated: moment.map((date) => date.toISOString()),
      deleted: fc.option(moment.map((date) => date.toISOString())),
      quote: text,
      article: fc.option(text),
      start: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), fc.option(text), (given, title) => {
        const file = {
          documents: given.length > 0 ? [makeDocument({ title })] : [],
          notes: given.map(({ quote, article, start, ...rest }) =>
            makeNote({ ...rest, anchor: { ...makeNote().anchor, quote, article, start } }),
          ),
        };
        expect(fromJson(toJson(file, NOW))).toEqual(file);
      }),
    );
  });
});

describe('fromJson says what is wrong', () => {
  it.each(['9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00+08:00'])(
    'with a moment that could not be written again: %s',
    (updated) => {
      const text = broken((file) => {
        file.notes = [{ ...makeNote(), updated }];
      });
      expect(() => fromJson(text)).toThrow(/importDamaged/);
    },
  );

  it.each([
    ['empty', '', 'importNoJson'],
    ['cut off', toJson(FILE, NOW).slice(0, -20), 'importNoJson'],
    ['a picture', '\u0089PNG\r\n', 'importNoJson'],
    ['JSON of somebody else', '{"version":1,"notes":[]}', 'importForeign'],
    ['a list', '[1,2]', 'importForeign'],
    ['null', 'null', 'importForeign'],
    [
      'another format',
      broken((file) => {
        file.format = 'bookmarks';
      }),
      'importForeign',
    ],
    [
      'a newer version',
      broken((file) => {
        file.version = 3;
        file.notes = 'other';
      }),
      'importNewer',
    ],
    [
      'version 0',
      broken((file) => {
        file.version = 0;
      }),
      'importDamaged',
    ],
    [
      'no notes',
      broken((file) => {
        delete file.notes;
      }),
      'importDamaged',
    ],
    [
      'a note without an id',
      broken((file) => {
        file.notes = [{ ...makeNote(), id: 'x' }];
      }),
      'importDamaged',
    ],
    [
      'a day that is none',
      broken((file) => {
        file.documents = [makeDocument({ firstRead: 'today' })];
      }),
      'importDamaged',
    ],
    [
      'a moment that is none',
      broken((file) => {
        file.notes = [makeNote({ updated: '2025-99-99T00:00' })];
      }),
      'importDamaged',
    ],
    [
      'a colour we have not',
      broken((file) => {
        file.notes = [{ ...makeNote(), colour: 'red' }];
      }),
      'importDamaged',
    ],
    [
      'a note of no document',
      broken((file) => {
        file.documents = [];
      }),
      'importDamaged',
    ],
    ['prototype pollution', '{"format":"zhupi-notes","version":1,"__proto__":{"notes":[]}}', 'importDamaged'],
  ])('%s', (_what, text, key) => {
    expect(() => fromJson(text)).toThrow(expect.objectContaining({ key }));
  });

  it('names the place of the damage', () => {
    const text = broken((file) => {
      file.notes = [makeNote(), { ...makeNote(), body: 7 }];
    });
    expect(() => fromJson(text)).toThrow(expect.objectContaining({ args: ['notes.1.body'] }));
  });

  it('a huge file is not even parsed', () => {
    expect(() => fromJson(' '.repeat(LARGEST_FILE + 1))).toThrow(
      expect.objectContaining({ key: 'importTooBig' }),
    );
  });

  it('whatever the text, it is a Problem or a whole file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(() => fromJson(text)).toThrow(
          expect.objectContaining({ key: expect.stringMatching(/^import/) }),
        );
      }),
    );
  });
});
