// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nameOf, otherDefinitions, termOf } from '../../../entrypoints/page-ui/card-words.ts';
import { alteredOf, differencesOf } from '../../../entrypoints/reader/differences.ts';
import { documentAt } from '../../../entrypoints/reader/document-at.ts';
import { inSlices } from '../../../entrypoints/reader/in-slices.ts';
import { Patience } from '../../../entrypoints/reader/patience.ts';
import { placeNotes } from '../../../entrypoints/reader/place-notes.ts';
import type { Text } from '../../../entrypoints/reader/session.ts';
import { toMarks } from '../../../entrypoints/reader/to-marks.ts';
import type { Found } from '../../../lib/notes/anchoring.ts';
import type { Findings, Term } from '../../../lib/reading/types.ts';
import { note, state, status } from '../components/samples.ts';
import { speak } from '../i18n/speak.ts';
import { bringPageUi } from './page-ui-script.ts';

const all = { terms: true, deadlines: true, citations: true, differences: true };
const words = '第一条　数据是指记录。第二条　数据是指另一种记录。第三条　提供数据。';

const term = (start: number, scope: [number, number], definition: string): Term => ({
  start,
  end: start + 2,
  clause: { start, end: start + 7 },
  term: '数据',
  kind: 'definition',
  definition,
  definitionAt: { start: start + 4, end: start + 6 },
  article: null,
  scope: { start: scope[0], end: scope[1] },
});

function text(part: Partial<Findings> = {}): Text {
  const findings: Findings = {
    documents: [{ start: 0, end: words.length, metadata: state.documents[0]?.metadata as never }],
    main: 0,
    terms: [],
    uses: [],
    deadlines: [],
    citations: [],
    duties: [],
    outline: [],
    ...part,
  };
  const page = { input: { text: words, blocks: [], facts: {} } };
  return { page, findings, painter: {}, answer: null, notes: [], places: new Map() } as unknown as Text;
}

beforeEach(() => {
  speak('en');
  bringPageUi();
});

describe('toMarks', () => {
  const findings = text({
    terms: [term(4, [0, 40], '甲')],
    uses: [{ start: 30, end: 32, term: 0 }],
    deadlines: state.deadlines,
    citations: state.citations,
  }).findings;
  const places = new Map<string, Found>([
    [note(1).id, { state: 'exact', span: { start: 1, end: 3 }, now: null }],
    [note(2).id, { state: 'lost', span: null, now: null }],
  ]);

  it('marks every finding and every note that has a place', () => {
    const marks = toMarks(findings, [note(1), note(2), note(3)], places, all);
    expect(marks.map(({ id }) => id)).toEqual([
      'term:0',
      'use:0',
      'deadline:0',
      'deadline:1',
      'citation:0',
      'citation:1',
      'citation:2',
      `note:${note(1).id}`,
    ]);
    expect(marks.at(-1)).toMatchObject({ start: 1, end: 3, kind: 'note', shade: 'jade' });
  });

  it('marks sentences that differ from the known text, unless the reader does not want it', () => {
    const altered = [{ start: 5, end: 9 }];
    const ids = (wanted: typeof all) =>
      toMarks(findings, [], places, wanted, altered).flatMap(({ id, kind }) =>
        kind === 'altered' ? id : [],
      );
    expect(ids(all)).toEqual(['altered:0']);
    expect(ids({ ...all, differences: false })).toEqual([]);
  });

  it('leaves out what the reader does not want; notes always stay', () => {
    const kinds = (wanted: Partial<typeof all>) => [
      ...new Set(toMarks(findings, [note(1)], places, { ...all, ...wanted }).map(({ kind }) => kind)),
    ];
    expect(kinds({ terms: false })).toEqual(['deadline', 'citation', 'note']);
    expect(kinds({ deadlines: false, citations: false })).toEqual(['term', 'use', 'note']);
  });
});

describe('the definition that holds', () => {
  const terms = [term(4, [0, 40], '一般'), term(15, [11, 22], '第二条的'), term(25, [22, 40], '第三条的')];
  const at = (start: number) => termOf(text({ terms, uses: [{ start, end: start + 2, term: 0 }] }), 'use:0');

  it('is the narrowest whose part of the document holds the place', () => {
    expect(at(2)?.definition).toBe('一般');
    expect(at(18)?.definition).toBe('第二条的');
    expect(at(30)?.definition).toBe('第三条的');
  });

  it('is the last one before the place where two hold alike', () => {
    const same = [term(4, [0, 40], '先'), term(15, [0, 40], '后')];
    const use = (start: number) =>
      termOf(text({ terms: same, uses: [{ start, end: start + 2, term: 0 }] }), 'use:0');
    expect(use(10)?.definition).toBe('先');
    expect(use(30)?.definition).toBe('后');
  });

  it('is itself for a definition; the others are named beside it', () => {
    const here = text({ terms });
    expect(termOf(here, 'term:1')).toBe(terms[1]);
    expect(otherDefinitions(here, terms[1] as Term)).toEqual([terms[0], terms[2]]);
  });

  it('is none for a mark that is gone', () => {
    expect(termOf(text(), 'use:7')).toBeNull();
    expect(nameOf(text(), 'term:7')).toBe('');
    expect(nameOf(text(), 'note:gone')).toBe('');
  });
});

describe('notes and documents', () => {
  const documents = [
    { start: 0, end: 40, metadata: {} as never },
    { start: 11, end: 22, metadata: {} as never },
  ];

  it('belong together by the innermost document that holds the place', () => {
    const here = text({ documents });
    expect(documentAt(here, 15)).toBe(1);
    expect(documentAt(here, 30)).toBe(0);
    expect(documentAt(text({ documents, main: 1 }), 99)).toBe(1);
  });

  it('keeps a note to the text of its own document', async () => {
    const here = text({ documents });
    here.answer = {
      documents: ['whole', 'second'].map((key) => ({ key, catalogueId: null, status, relations: [] })),
      matches: [],
      citations: [],
      notes: [],
    };
    const anchor = {
      quote: '数据是指',
      prefix: '',
      suffix: '',
      start: 4,
      end: 8,
      article: null,
      sentence: null,
    };
    await placeNotes(here, [note(1, { document: 'second', anchor })], () => false);
    expect(here.places.get(note(1).id)).toMatchObject({ state: 'moved', span: { start: 15, end: 19 } });
  });

  it('are not placed once nobody asks any more, nor when they were deleted', async () => {
    const here = text();
    await placeNotes(here, [note(1, { deleted: '2025-01-01T00:00:00Z' })], () => false);
    expect(here.notes).toEqual([]);
  });
});

describe('Patience', () => {
  it('waits longer and longer, and forgets after a minute', () => {
    const patience = new Patience();
    let now = 0;
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const wait = patience.next(now);
      waits.push(wait);
      now += wait;
    }
    expect(waits).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(patience.next(now + 61_000)).toBe(0);
  });
});

describe('inSlices', () => {
  it('gives the result, and the page its turn', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const turns: number[] = [];
    function* steps(): Generator<undefined, string> {
      for (let i = 0; i < 4; i++) {
        clock += 10;
        yield;
      }
      return 'done';
    }
    const stop = () => {
      turns.push(clock);
      return false;
    };
    expect(await inSlices(steps(), stop)).toBe('done');
    expect(turns).toEqual([20, 40]);
    vi.restoreAllMocks();
  });

  it('gives up when nobody wants the result any more', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 20));
    function* endless(): Generator<undefined, string> {
      for (;;) yield;
    }
    expect(await inSlices(endless(), () => true)).toBeNull();
    vi.restoreAllMocks();
  });
});

describe('sentences that differ from the known text', () => {
  const page = '第一句。改了的第二句。第三句。添了的一句。最后一句。';
  const match = {
    ...{ id: 'tea', title: '茶叶办法', docNumber: null, start: 0, end: 26, coverage: 0.9 },
    altered: [
      { start: 4, end: 11 },
      { start: 15, end: 21 },
    ],
    added: [{ start: 15, end: 21 }],
    missing: 2,
    gaps: [
      { start: 15, end: 15, count: 1 },
      { start: 26, end: 26, count: 1 },
    ],
  };
  const read = (compared: boolean) => {
    const matches = [compared ? { ...match, compared } : match];
    return {
      ...text({}),
      page: { input: { text: page, blocks: [], facts: {} } },
      answer: { documents: [], matches, citations: [], notes: [] },
    } as unknown as Text;
  };

  it('are known by the background’s answer, where it held the page against the text', () => {
    expect(alteredOf(read(true)).map(({ start, added }) => [start, added])).toEqual([
      [4, false],
      [15, true],
    ]);
    expect(alteredOf(read(false))).toEqual([]);
    expect(alteredOf(text({}))).toEqual([]);
    expect(differencesOf(read(false))).toEqual([]);
  });

  it('are told to the panel in the page’s words, and what is missing by the words around it', () => {
    const [found] = differencesOf(read(true));
    expect(found?.altered.map((one) => one.text)).toEqual(['改了的第二句。', '添了的一句。']);
    expect(found?.gaps.map(({ before, after }) => [before, after])).toEqual([
      ['第一句。改了的第二句。第三句。', '添了的一句。最后一句。'],
      ['改了的第二句。第三句。添了的一句。最后一句。'.slice(-16), ''],
    ]);
  });

  it('have a name for those who do not see the mark', () => {
    expect(nameOf(read(true), 'altered:0')).toContain('茶叶办法');
    expect(nameOf(read(true), 'altered:7')).toBe('');
  });
});
