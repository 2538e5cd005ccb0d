// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleAt, articlesOf } from '../../../components/articles.ts';
import { ChangedSince } from '../../../components/changed-since.tsx';
import { ALL_NOTES, filterNotes, type NoteFilter } from '../../../components/filter-notes.ts';
import { NoteForm } from '../../../components/note-form.tsx';
import { taskState } from '../../../components/note-task.tsx';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, press, the, type, unmount } from './mount.ts';
import { note, state } from './samples.ts';

const KEY = 'number:云府发〔2025〕3号';
const DAY = '2025-06-20';

beforeEach(() => speak('en'));
afterEach(unmount);

describe('the form of a note', () => {
  const linking = {
    find: async () => [{ id: note(2).id, quote: '第2段引文', article: '第2条', title: '登记办法' }],
    name: async () => [],
    articles: async () => articlesOf(state),
  };
  const start = { body: '', tags: [], colour: 'jade' as const, task: null, links: [] };

  it('makes a task with a day, and ticks it off', async () => {
    const onSave = vi.fn(async () => undefined);
    await mount(
      <NoteForm
        note={null}
        start={start}
        knownTags={[]}
        linking={linking}
        onSave={onSave}
        onCancel={() => {}}
      />,
    );
    expect(all('[name=due]')).toEqual([]);
    await click('[name=task]');
    await type('[name=due]', '2025-12-31');
    await press('textarea', 'Enter', { ctrlKey: true });
    expect(onSave).toHaveBeenLastCalledWith({ ...start, task: { due: '2025-12-31', done: null } });
    await click('[name=done]');
    await click('[data-do=save]');
    expect(onSave).toHaveBeenLastCalledWith({
      ...start,
      task: { due: '2025-12-31', done: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    });
  });

  it('links to a note and to an article, each once, and takes a link away', async () => {
    const onSave = vi.fn(async () => undefined);
    await mount(
      <NoteForm
        note={note(1).id}
        start={start}
        knownTags={[]}
        linking={linking}
        onSave={onSave}
        onCancel={() => {}}
      />,
    );
    await type('[data-do=find-link]', '第一');
    await eventually(() => the('[data-offer=note]'));
    await eventually(() => the('[data-offer=article]'));
    await click('[data-offer=article]');
    await type('[data-do=find-link]', '引文');
    await eventually(() => the('[data-offer=note]'));
    // Enter takes the first, and does not save.
    await press('[data-do=find-link]', 'Enter');
    expect(onSave).not.toHaveBeenCalled();
    await click('[data-do=save]');
    const links = [
      { kind: 'article', document: KEY, article: '第一条' },
      { kind: 'note', id: note(2).id },
    ];
    expect(onSave).toHaveBeenLastCalledWith({ ...start, links });
    await click('[data-link=article] button');
    await click('[data-do=save]');
    expect(onSave).toHaveBeenLastCalledWith({ ...start, links: links.slice(1) });
  });

  it('shows its Markdown as it is written', async () => {
    await mount(
      <NoteForm
        note={null}
        start={start}
        knownTags={[]}
        linking={linking}
        onSave={async () => undefined}
        onCancel={() => {}}
      />,
    );
    await type('textarea', '**要点**');
    expect(the('.preview strong').textContent).toBe('要点');
    await type('textarea', '**要**点');
    expect(the('.preview strong').textContent).toBe('要');
  });
});

describe('articles to link to', () => {
  it('are called as notes call them, and are found again', () => {
    expect(articlesOf(state).map(({ document, article }) => [document, article])).toEqual([[KEY, '第一条']]);
    const link = { kind: 'article', document: KEY, article: '第一条' } as const;
    expect(articleAt(link, state)).toMatchObject({ start: 90, end: 95 });
    expect(articleAt({ ...link, document: 'other' }, state)).toBeUndefined();
  });
});

describe('a task', () => {
  it.each([
    [null, null, 'open'],
    ['2025-06-20', null, 'open'],
    ['2025-06-19', null, 'overdue'],
    ['2025-06-19', '2025-06-19T00:00:00Z', 'done'],
  ] as const)('due %s, done %s, is %s', (due, done, wanted) => {
    expect(taskState({ due, done }, DAY)).toBe(wanted);
  });
});

describe('the filter of a document’s notes', () => {
  const notes = [
    { note: note(1, { tags: ['期限'] }), state: 'exact' as const },
    { note: note(2, { colour: 'amber', task: { due: '2025-06-01', done: null } }), state: 'lost' as const },
    { note: note(3, { task: { due: null, done: '2025-06-01T00:00:00Z' } }), state: null },
  ];
  it.each<[Partial<NoteFilter>, number[]]>([
    [{}, [1, 2, 3]],
    [{ colour: 'amber' }, [2]],
    [{ tag: '期限' }, [1]],
    [{ state: 'lost' }, [2]],
    [{ task: 'any' }, [2, 3]],
    [{ task: 'open' }, [2]],
    [{ task: 'overdue' }, [2]],
    [{ task: 'soon' }, []],
    [{ task: 'done' }, [3]],
    [{ task: 'done', colour: 'amber' }, []],
  ])('%j', (part, left) => {
    const found = filterNotes(notes, { ...ALL_NOTES, ...part }, DAY);
    expect(found.map(({ note: { id } }) => Number(id.slice(-1)))).toEqual(left);
  });
});

describe('what has changed since the first note', () => {
  it('says when and in how many places, and goes to each', async () => {
    const [onGo, onSeen] = [vi.fn(), vi.fn()];
    const page = await mount(
      <ChangedSince
        since={{
          day: '2025-06-01',
          address: state.url,
          kept: 0.9,
          places: [
            { start: 10, end: 20, kind: 'changed', count: 2 },
            { start: 30, end: 31, kind: 'gone', count: 1 },
          ],
        }}
        onGo={onGo}
        onSeen={onSeen}
      />,
    );
    expect(the('summary', page).textContent).toBe(
      'This page has changed since you first annotated it on 1 June 2025, in 2 places',
    );
    await click('[data-row=altered] button');
    expect(onGo).toHaveBeenLastCalledWith({ start: 10, end: 20 });
    await click('[data-row=missing] button');
    expect(onGo).toHaveBeenLastCalledWith({ start: 29, end: 30 });
    await click('[data-do=seen]');
    expect(onSeen).toHaveBeenCalledTimes(1);
  });

  it('says so where the reader has seen a later text', async () => {
    const places = [{ start: 10, end: 20, kind: 'changed' as const, count: 2 }];
    const since = { day: '2025-06-01', address: state.url, kept: 0.9, places, renewed: true };
    const page = await mount(<ChangedSince since={since} onGo={vi.fn()} onSeen={vi.fn()} />);
    expect(the('summary', page).textContent).toBe(
      'This page has changed since you last took it as read on 1 June 2025, in one place',
    );
  });
});
