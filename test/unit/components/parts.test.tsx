// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { citedDocuments } from '../../../components/citation-groups.ts';
import { FIRST_ROWS, LongList } from '../../../components/long-list.tsx';
import { orderNotes } from '../../../components/order-notes.ts';
import { addTags, splitTags } from '../../../components/tag-words.ts';
import { TermList } from '../../../components/term-list.tsx';
import { pinnedTab } from '../../../components/use-tab.ts';
import { keysOf, unplaced } from '../../../entrypoints/sidepanel/keys.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, the, type, unmount } from './mount.ts';
import { note, state } from './samples.ts';

beforeEach(() => speak('en'));
afterEach(unmount);

describe('a long list', () => {
  it('shows its first rows, and all of them when asked', async () => {
    const items = Array.from({ length: 1001 }, (_, index) => index);
    await mount(<LongList items={items} row={(item) => <li key={item}>{item}</li>} />);
    expect(all('li').length).toBe(FIRST_ROWS);
    expect(the('button').textContent).toBe('Show all 1001');
    await click('button');
    expect(all('button')).toEqual([]);
    await eventually(() => expect(all('li').length).toBe(1001));
    expect(all('li').at(-1)?.textContent).toBe('1000');
  });
});

describe('the filter of terms', () => {
  it('looks in terms and their definitions, and says how many it left', async () => {
    await mount(<TermList terms={state.terms} onGo={() => {}} />);
    await type('input', '平台');
    expect(all('[data-row=term] strong').map((term) => term.textContent)).toEqual(['平台']);
    expect(the('[role=status]').textContent).toBe('Terms found: 1');
    await type('input', '的含义');
    expect(all('[data-row=term]').length).toBe(7);
    await type('input', 'nowhere');
    expect(all('[data-row=term]')).toEqual([]);
    expect(the('[role=status]').textContent).toBe('Terms found: 0');
  });

  it('is not offered for a handful', async () => {
    await mount(<TermList terms={state.terms.slice(0, 5)} onGo={() => {}} />);
    expect(all('input')).toEqual([]);
  });
});

describe('tags as they are typed', () => {
  it.each([
    ['一,二', ['一'], '二'],
    ['一，二；', ['一', '二'], ''],
    ['“双随机、一公开”', [], '“双随机、一公开”'],
    [' #热点 ,', ['热点'], ''],
    [',;，', [], ''],
    ['a  b,', ['a b'], ''],
  ])('%j', (typed, tags, rest) => {
    expect(splitTags(typed, false)).toEqual({ tags, rest });
  });

  it('are all finished when asked, none longer than messages carry', () => {
    expect(splitTags('一,二', true)).toEqual({ tags: ['一', '二'], rest: '' });
    expect(splitTags('长'.repeat(300), true).tags[0]?.length).toBe(100);
  });

  it('are kept once each', () => {
    expect(addTags(['一'], ['二', '一'])).toEqual(['一', '二']);
  });
});

describe('citations', () => {
  it('are one entry for each document and relation; places of the document itself are none', () => {
    const groups = citedDocuments(state.citations);
    expect(groups.map(({ first, times }) => [first.title, times])).toEqual([['云岭省数据条例', 2]]);
  });

  it('keep two relations to one document apart', () => {
    const [first] = state.citations;
    if (!first) throw new Error('no sample');
    expect(citedDocuments([first, { ...first, relation: 'repeals' }]).length).toBe(2);
  });
});

describe('notes', () => {
  it('stand in the order of their places on the page, the lost ones last', () => {
    const placed = orderNotes([note(1), note(2), note(3), note(4)], state.notes);
    expect(placed.map((entry) => [entry.note.body, entry.state])).toEqual([
      ['批注3', 'moved'],
      ['批注1', 'exact'],
      ['批注4', null],
      ['批注2', 'lost'],
    ]);
  });

  it('are ordered by age where several are lost', () => {
    const places = [1, 2, 3].map((number) => ({ id: note(number).id, state: 'lost' as const, span: null }));
    expect(orderNotes([note(3), note(1), note(2)], places).map((entry) => entry.note.body)).toEqual([
      '批注1',
      '批注2',
      '批注3',
    ]);
  });

  it('that the reader of the page has not looked for are known', () => {
    expect(unplaced([note(1), note(4)], state)).toEqual([note(4).id]);
    expect(unplaced(null, state)).toEqual([]);
  });
});

describe('the address of a page of ours', () => {
  it.each([
    ['?tab=12', 12],
    ['', null],
    ['?tab=', null],
    ['?tab=1e3', null],
    ['?tab=-1', null],
  ])('%j names the tab %s', (search, tab) => {
    expect(pinnedTab(search)).toBe(tab);
  });

  it('has notes under the keys of its documents, each once', () => {
    const [part] = state.documents;
    if (!part) throw new Error('no sample');
    expect(keysOf({ ...state, documents: [part, part, { ...part, answer: null }] })).toEqual([
      'number:云府发〔2025〕3号',
    ]);
    expect(keysOf(null)).toEqual([]);
  });
});
