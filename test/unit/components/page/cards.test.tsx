// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card, type PanelWay } from '../../../../components/page/card.tsx';
import { CitationCard } from '../../../../components/page/citation-card.tsx';
import { DeadlineCard } from '../../../../components/page/deadline-card.tsx';
import { EditorFrame } from '../../../../components/page/editor-frame.tsx';
import { PageNoteCard } from '../../../../components/page/note-card.tsx';
import { SelectionBar } from '../../../../components/page/selection-bar.tsx';
import { TermCard } from '../../../../components/page/term-card.tsx';
import type { Citation, Deadline, Term } from '../../../../lib/reading/types.ts';
import { type Language, speak } from '../../i18n/speak.ts';
import { all, click, mount, pass, the, type, unmount } from '../mount.ts';
import { deadline, note, state, status } from '../samples.ts';

const day = '2025-06-20';
const nowhere = () => null;
const never = () => expect.unreachable();
const term = state.terms[0] as Term;
const [citation, , inner] = state.citations as unknown as [Citation, Citation, Citation];

beforeEach(() => speak('en'));
afterEach(async () => {
  await unmount();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const text = async (part: Partial<Deadline>) =>
  (await mount(<DeadlineCard key={Math.random()} deadline={deadline(part)} day={day} />)).textContent;

describe('the card of a term', () => {
  it('gives its meaning, the clause that says so, and the way there', async () => {
    const onGo = vi.fn();
    const clause = '本办法所称数据，是指以电子方式作出的记录。';
    const card = await mount(<TermCard term={term} clause={clause} others={[]} onGo={onGo} />);
    expect(the('h2').textContent).toBe('数据');
    expect(card.textContent).toContain('数据的含义');
    expect(card.textContent).toContain(clause);
    expect(card.textContent).toContain('第二条');
    await click('[data-do=jump]');
    expect(onGo).toHaveBeenCalledWith(term.clause);
  });

  it('names the other definitions of the same word and goes to them', async () => {
    const onGo = vi.fn();
    const other = {
      ...term,
      start: 900,
      clause: { start: 890, end: 950 },
      definition: '另一含义',
      article: null,
    };
    await mount(<TermCard term={term} clause="" others={[other]} onGo={onGo} />);
    expect(the('.others').textContent).toContain('另一含义');
    await click('.others button');
    expect(onGo).toHaveBeenCalledWith(other.clause);
  });

  it('shows what a page says as text, never as markup', async () => {
    const evil = { ...term, term: '<img src=x onerror=alert(1)>', definition: '<script>alert(1)</script>' };
    await mount(<TermCard term={evil} clause="<b>x</b>" others={[]} onGo={never} />);
    expect(all('img, script, b')).toEqual([]);
    expect(the('h2').textContent).toBe(evil.term);
  });
});

describe('the card of a deadline', () => {
  it.each<[string, Partial<Deadline>, string[]]>([
    ['a day ahead', { to: '2025-06-30' }, ['Due', 'Monday', '30 June 2025', '10 days left']],
    ['a day that is over', { to: '2025-06-10' }, ['10 days ago']],
    ['today', { to: day }, ['today']],
    [
      'a period',
      { kind: 'period', from: '2025-01-01', to: '2025-12-31' },
      ['1 January 2025', '31 December 2025'],
    ],
    ['a day worked out', { to: '2025-12-31', derived: true }, ['Worked out from context']],
    ['a recurring one', { kind: 'recurring', every: 'year', to: '02-28' }, ['every year', '28 February']],
    ['an ongoing one', { kind: 'ongoing' }, ['ongoing']],
    ['what the law adds', { to: '2025-06-28', notes: ['civil-code-203', 'unheard-of'] }, ['art. 203']],
  ])('says of %s', async (_, part, words) => {
    const card = await text(part);
    for (const word of words) expect(card).toContain(word);
    expect(all('input')).toEqual([]);
  });

  it('counts working days from a day of the reader’s, by the official calendar', async () => {
    await mount(
      <DeadlineCard
        deadline={deadline({
          kind: 'within',
          count: 5,
          unit: 'workday',
          anchor: '收到申请',
          notes: ['civil-code-201'],
        })}
        day={day}
      />,
    );
    expect(the('label').textContent).toContain('收到申请');
    expect(the<HTMLInputElement>('input').value).toBe(day);
    expect(the('[data-result]').dataset.result).toBe('2025-06-27');
    expect(all('[data-law]')).toEqual([]);
    // National Day: 1 to 8 October off, 28 September and 11 October worked.
    await type('input', '2025-09-26');
    expect(the('[data-result]').dataset.result).toBe('2025-10-10');
    expect(the('output').textContent).toContain('Friday');
    expect(all('[data-sure=false]')).toEqual([]);
  });

  it('says so where the calendar of a year is not published', async () => {
    await mount(
      <DeadlineCard deadline={deadline({ kind: 'within', count: 5, unit: 'workday' })} day={day} />,
    );
    await type('input', '2094-03-01');
    expect(the('[data-sure=false]').textContent).toContain('not published');
  });

  it('tells of a last day that is a day off', async () => {
    await mount(<DeadlineCard deadline={deadline({ kind: 'within', count: 8, unit: 'day' })} day={day} />);
    expect(the('[data-result]').dataset.result).toBe('2025-06-28');
    expect(document.body.textContent).toContain('Monday, 30 June 2025');
  });

  it('counts back from an event, whose day it does not guess', async () => {
    const before = deadline({ kind: 'before-event', count: 30, unit: 'day', anchor: '有效期届满' });
    await mount(<DeadlineCard deadline={before} day={day} />);
    expect(the<HTMLInputElement>('input').value).toBe('');
    expect(all('[data-result]')).toEqual([]);
    await type('input', '2025-08-31');
    expect(the('[data-result]').dataset.result).toBe('2025-08-01');
    expect(the('output').textContent).toContain('At the latest');
  });

  it('counts the first day of a validity', async () => {
    await mount(<DeadlineCard deadline={deadline({ kind: 'validity', count: 3, unit: 'year' })} day={day} />);
    await type('input', '2025-03-01');
    expect(the('[data-result]').dataset.result).toBe('2028-02-29');
  });

  it.each<Partial<Deadline>>([
    { kind: 'within', count: 2, unit: 'hour' },
    { kind: 'within', count: null, unit: null },
    { kind: 'within', count: 0.5, unit: 'workday' },
  ])('offers no field where a day can’t be counted: %j', async (part) => {
    await text(part);
    expect(all('input')).toEqual([]);
  });

  it('says nothing of a day that is none', async () => {
    await mount(<DeadlineCard deadline={deadline({ kind: 'within', count: 5, unit: 'day' })} day={day} />);
    await type('input', '');
    expect(all('[data-result]')).toEqual([]);
    await type('input', '9999-12-30');
    expect(document.body.textContent).not.toContain('Invalid');
  });
});

describe('the card of a citation', () => {
  it('says how it is cited and whether it is in force', async () => {
    const known = { id: 'yl-1', status: { ...status, state: 'repealed' as const } };
    const card = await mount(
      <CitationCard
        citation={{ ...citation, docNumber: '云人常〔2020〕1号' }}
        known={known}
        text=""
        onGo={never}
      />,
    );
    for (const words of ['《云岭省数据条例》', 'Based on', '云人常〔2020〕1号', 'Repealed']) {
      expect(card.textContent).toContain(words);
    }
  });

  it('says plainly that a document is not known', async () => {
    const card = await mount(<CitationCard citation={citation} known={null} text="" onGo={never} />);
    expect(card.textContent).toContain('not in the catalogue');
  });

  it('goes to the document where it is printed on the same page, known or not', async () => {
    const onGo = vi.fn();
    const here = { start: 200, end: 210 };
    const card = await mount(
      <CitationCard citation={citation} known={null} here={here} text="" onGo={onGo} />,
    );
    expect(card.textContent).toContain('printed on this very page');
    expect(card.textContent).not.toContain('not in the catalogue');
    await click('[data-do=jump]');
    expect(onGo).toHaveBeenCalledWith(here);
  });

  it('goes to a place of the same document', async () => {
    const onGo = vi.fn();
    await mount(<CitationCard citation={inner} known={null} text="本办法第三条" onGo={onGo} />);
    expect(the('h2').textContent).toBe('本办法第三条');
    await click('[data-do=jump]');
    expect(onGo).toHaveBeenCalledWith({ start: 90, end: 95 });
  });
});

describe('the card of a note', () => {
  const props = {
    state: 'exact' as const,
    now: null,
    links: [],
    onLink: never,
    onTick: never,
    onEdit: never,
    onRecolour: never,
    onDelete: never,
  };

  it('shows what was written as text', async () => {
    await mount(
      <PageNoteCard {...props} note={note(1, { body: '要点\n<b>不是标签</b>', tags: ['期限'] })} />,
    );
    expect(the('.note-body').textContent).toBe('要点\n<b>不是标签</b>');
    expect(the('.tag-list').textContent).toBe('期限');
    expect(all('b')).toEqual([]);
    expect(all('textarea, input:not([type=radio])'), 'nothing to type in on the page').toEqual([]);
  });

  it('edits, recolours and deletes', async () => {
    const [onEdit, onRecolour, onDelete] = [vi.fn(), vi.fn(), vi.fn()];
    await mount(<PageNoteCard {...props} note={note(1)} {...{ onEdit, onRecolour, onDelete }} />);
    await click('[data-do=edit]');
    await click('input[value=indigo]');
    await click('[data-do=delete]');
    expect(onEdit).toHaveBeenCalledTimes(1);
    expect(onRecolour).toHaveBeenCalledWith('indigo');
    expect(onDelete).toHaveBeenCalledTimes(1);
  });

  it('has its task ticked, and goes where it leads, on this page or away', async () => {
    const [onTick, onLink] = [vi.fn(), vi.fn()];
    const task = { due: '2020-01-31', done: null };
    const links = [
      { words: '第三条', span: { start: 4, end: 9 } },
      { words: 'Another note', span: null },
    ];
    const card = await mount(
      <PageNoteCard {...props} note={note(1, { task })} {...{ links, onTick, onLink }} />,
    );
    expect(the('.note-task').dataset.task).toBe('overdue');
    expect(card.textContent).toContain('31 January 2020');
    await click('[data-do=done]');
    expect(onTick).toHaveBeenCalledWith(true);
    for (const number of [1, 2]) await click(`li:nth-child(${number}) [data-do=link]`);
    expect(onLink.mock.calls).toEqual([
      [0, links[0]?.span],
      [1, null],
    ]);
  });

  it('shows old and new where the text has changed', async () => {
    const card = await mount(<PageNoteCard {...props} note={note(1)} state="changed" now="改过的文字" />);
    expect(card.textContent).toContain('第1段引文');
    expect(card.textContent).toContain('改过的文字');
    expect(card.textContent).toContain('Text changed');
  });
});

describe('the card itself', () => {
  const panel: PanelWay = { byClick: false, shortcut: 'Alt+Shift+Z', open: never };

  it('is a named dialog that takes the focus and closes', async () => {
    const onClose = vi.fn();
    await mount(
      <Card label="Term: 数据" anchor={nowhere} panel={panel} onClose={onClose}>
        <p>内容</p>
      </Card>,
    );
    const dialog = the('[role=dialog]');
    expect(dialog.getAttribute('aria-label')).toBe('Term: 数据');
    expect(document.activeElement).toBe(dialog);
    await click('[data-do=close]');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('opens the panel where a click may, else names the shortcut', async () => {
    const open = vi.fn();
    const card = (way: PanelWay) => (
      <Card key={String(way.byClick)} label="x" anchor={nowhere} panel={way} onClose={never}>
        {null}
      </Card>
    );
    expect((await mount(card(panel))).textContent).toContain('Press Alt+Shift+Z');
    expect(all('[data-do=panel]')).toEqual([]);
    await mount(card({ ...panel, byClick: true, open }));
    await click('[data-do=panel]');
    expect(open).toHaveBeenCalledTimes(1);
    expect((await mount(card({ ...panel, shortcut: '' }))).textContent).not.toContain('Press');
  });
});

describe('the bar on a selection', () => {
  it('offers four colours, a note and a citation, and keeps the selection while it is pressed', async () => {
    const [onHighlight, onNote, onCite] = [vi.fn(), vi.fn(), vi.fn()];
    await mount(<SelectionBar anchor={nowhere} {...{ onHighlight, onNote, onCite }} />);
    const buttons = all('button');
    expect(buttons.map((b) => b.getAttribute('aria-label') ?? b.textContent)).toEqual([
      'Highlight in Vermilion',
      'Highlight in Amber',
      'Highlight in Jade',
      'Highlight in Indigo',
      'Write a note',
      'Copy citation',
    ]);
    for (const button of buttons) {
      const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      button.dispatchEvent(press);
      expect(press.defaultPrevented).toBe(true);
    }
    await click('[data-colour=jade]');
    expect(onHighlight).toHaveBeenCalledWith('jade');
    await click('[data-do=note]');
    expect(onNote).toHaveBeenCalledTimes(1);
    await click('[data-do=cite]');
    expect(onCite).toHaveBeenCalledTimes(1);
  });
});

describe('the frame of the editor', () => {
  it('tells where the page does not let it load', async () => {
    vi.useFakeTimers();
    const onFail = vi.fn();
    await mount(<EditorFrame anchor={nowhere} src="about:srcdoc" onFail={onFail} />);
    await pass(60_000);
    expect(onFail).toHaveBeenCalledTimes(1);
  });
});

describe.each<Language>(['zh', 'en'])('accessibility in %s', (language) => {
  beforeEach(() => speak(language));

  it('breaks no rule', async () => {
    const panel = { byClick: true, shortcut: '', open: never };
    await mount(
      <main lang={language}>
        <h1>x</h1>
        <Card label="x" anchor={nowhere} panel={panel} onClose={never}>
          <TermCard term={term} clause="条文" others={[{ ...term, start: 5 }]} onGo={never} />
          <DeadlineCard deadline={deadline({ kind: 'within', count: 5, unit: 'workday' })} day={day} />
          <CitationCard citation={citation} known={{ id: 'a', status }} text="" onGo={never} />
          <PageNoteCard
            note={note(1, { tags: ['期限'], task: { due: day, done: null } })}
            state="moved"
            now="新"
            links={[{ words: '第三条', span: null }]}
            onLink={never}
            onTick={never}
            onEdit={never}
            onRecolour={never}
            onDelete={never}
          />
        </Card>
        <SelectionBar anchor={nowhere} onHighlight={never} onNote={never} onCite={never} />
      </main>,
    );
    document.title = 'x';
    document.documentElement.lang = language;
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  });
});
