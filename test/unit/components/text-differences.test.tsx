// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Choices } from '../../../components/choices.tsx';
import { Identity } from '../../../components/identity.tsx';
import { AlteredCard } from '../../../components/page/altered-card.tsx';
import { pageDocuments } from '../../../components/page-documents.tsx';
import { TextDifferences } from '../../../components/text-differences.tsx';
import { coverageWords } from '../../../components/words/coverage.ts';
import type { Match } from '../../../lib/catalogue/types.ts';
import type { TextDifferences as Found } from '../../../lib/messages/lists.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, mount, the, unmount } from './mount.ts';
import { metadata, state, status } from './samples.ts';

beforeEach(() => speak('en'));
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

const match: Match = {
  id: 'yl-3',
  title: '云岭省数据流通管理办法',
  docNumber: null,
  start: 0,
  end: 400,
  coverage: 0.9,
  altered: [
    { start: 50, end: 60 },
    { start: 90, end: 99 },
  ],
  missing: 3,
  added: [{ start: 90, end: 99 }],
  gaps: [
    { start: 0, end: 0, count: 1 },
    { start: 70, end: 72, count: 1 },
    { start: 400, end: 400, count: 1 },
  ],
  compared: true,
};
const found: Found = {
  id: 'yl-3',
  altered: [
    { start: 50, end: 60, text: '改了的一句。', added: false },
    { start: 90, end: 99, text: '添了的一句。', added: true },
  ],
  gaps: [
    { start: 0, end: 0, count: 1, before: '', after: '开头' },
    { start: 70, end: 72, count: 1, before: '前文。', after: '后文' },
    { start: 400, end: 400, count: 1, before: '结尾。', after: '' },
  ],
};

describe('the text as published', () => {
  it('is held against the page: a count, and a row for each difference that goes there', async () => {
    const onGo = vi.fn();
    const view = await mount(<TextDifferences match={match} found={found} titled={false} onGo={onGo} />);
    expect(view.textContent).toContain('Sentences that differ: 1, missing: 3, added: 1.');
    const rows = all('[data-row]');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Missing: 1 before “开头…”',
      'Differs 改了的一句。',
      'Missing: 1 between “…前文。” and “后文…”',
      'Added 添了的一句。',
      'Missing: 1 after “…结尾。”',
    ]);
    for (const row of rows) await click('button', row);
    expect(onGo.mock.calls.map(([{ start, end }]) => [start, end])).toEqual([
      [0, 2],
      [50, 60],
      [72, 74],
      [90, 99],
      [397, 400],
    ]);
  });

  it('is the same where nothing differs, and is not compared where too little is there', async () => {
    const same = { ...match, altered: [], missing: 0, added: [], gaps: [] };
    const none = { ...found, altered: [], gaps: [] };
    const view = await mount(<TextDifferences match={same} found={none} titled onGo={() => {}} />);
    expect(view.textContent).toContain('nothing differs');
    expect(the('h3').textContent).toBe('《云岭省数据流通管理办法》');
    await mount(<TextDifferences match={{ ...match, coverage: 0.3 }} found={null} titled onGo={() => {}} />);
    expect(view.textContent).toContain('Too little of the known text');
    expect(all('[data-row]')).toEqual([]);
  });

  it.each([
    [1, '100%'],
    [0.998, '99%'],
    [0.001, '1%'],
    [0.5, '50%'],
  ])('stands there by %d', (coverage, words) => {
    expect(coverageWords({ coverage })).toContain(words);
  });

  it('is told of on the card of a sentence', async () => {
    const card = await mount(<AlteredCard added={false} title="甲" />);
    expect(card.textContent).toContain('not as it was published in 《甲》');
    await mount(<AlteredCard added title="甲" />);
    expect(card.textContent).toContain('does not have this sentence');
  });
});

describe('the documents of a page', () => {
  it('are those that were read, and known ones that stand in them, in the page’s order', () => {
    const [main] = state.documents;
    if (!main) throw new Error('no sample');
    const other = {
      span: { start: 5000, end: 6000 },
      metadata: { ...metadata, title: '另一份' },
      answer: null,
    };
    const part = { ...match, id: 'yl-8', title: '引了一段的', start: 5100, end: 5200 };
    const shown = pageDocuments({ documents: [other, main], matches: [...state.matches, part] });
    expect(shown.map(({ title, place, match: own }) => [title, place.start, own?.id])).toEqual([
      ['云岭省数据流通管理办法', 0, 'yl-3'],
      ['另一份', 5000, undefined],
      ['引了一段的', 5100, 'yl-8'],
    ]);
  });
});

describe('known documents that it may be', () => {
  const choices = ['旧', '新'].map((title, k) => ({
    ...{ id: `yl-${k}`, title, docNumber: `云府发〔201${k}〕1号`, issuers: ['云岭省人民政府'] },
    ...{ issued: '2019-01-01', status },
  }));

  it('are offered, and the one that is chosen can be taken back', async () => {
    const onPick = vi.fn();
    await mount(<Choices choices={choices} picked={null} onPick={onPick} />);
    expect(the('legend').textContent).toContain('Please choose');
    expect(all('[data-do=unpick]')).toEqual([]);
    await click('[data-row=choice]:nth-child(2) button');
    expect(onPick.mock.calls).toEqual([['yl-1']]);
    await mount(<Choices choices={choices} picked="yl-1" onPick={onPick} />);
    expect(all('[aria-pressed=true]').map((one) => one.textContent)).toEqual([expect.stringContaining('新')]);
    await click('[data-do=unpick]');
    expect(onPick.mock.calls).toEqual([['yl-1'], [null]]);
  });
});

it('two sources that disagree are told apart from the reason, where it is seen', async () => {
  const disagrees = { key: 'statusPageDisagrees', args: ['失效'] };
  await mount(<Identity metadata={metadata} status={{ ...status, disagrees }} />);
  expect(the('.disagrees').textContent).toBe('This page calls it “失效”, which disagrees.');
  expect(the('.reason').textContent).not.toContain('失效');
  const valid = { key: 'statusBecauseValid', args: ['2030-01-01'] };
  await mount(<Identity metadata={metadata} status={{ ...status, disagrees: valid }} />);
  expect(the('.disagrees').textContent).toContain('valid until 1 January 2030');
});
