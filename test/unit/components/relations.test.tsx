// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut, lineBetween, titleLines, WIDTH } from '../../../components/relations/layout.ts';
import { groupRelated, inOrder, type Related, relatedOf } from '../../../components/relations/related.ts';
import { Relations } from '../../../components/relations/relations.tsx';
import type { KnownRelation } from '../../../lib/catalogue/types.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, mount, press, the, unmount } from './mount.ts';
import { metadata, state, status } from './samples.ts';
import { refuse, talk } from './talk.ts';

beforeEach(() => speak('en'));
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

const related = (n: number, part: Partial<Related> = {}): Related => ({
  relation: 'basis',
  incoming: false,
  id: `yl-${n}`,
  title: `云岭省第${n}号条例`,
  docNumber: null,
  status,
  place: null,
  ...part,
});
const many = (count: number) => Array.from({ length: count }, (_, k) => related(k));
const known: KnownRelation = { relation: 'basis', id: 'yl-1', title: '云岭省数据条例', docNumber: null };

function stateWith(relations: KnownRelation[], catalogueId: string | null = 'yl-3'): ReaderState {
  const answer = { key: 'k', catalogueId, status, relations };
  return { ...state, documents: [{ span: { start: 0, end: 4000 }, metadata, answer }] };
}

describe('what a document is related to', () => {
  it('comes from the catalogue where it knows the document, with its place where the page names it', () => {
    const repeal: KnownRelation = { ...known, relation: 'repeals', id: 'yl-9', incoming: true, status };
    expect(relatedOf(stateWith([known, repeal]), 0)).toEqual([
      expect.objectContaining({ id: 'yl-9', incoming: true, place: null, status }),
      expect.objectContaining({ id: 'yl-1', incoming: false, place: { start: 400, end: 410 } }),
    ]);
  });

  it('comes from its own text where the catalogue does not know it; its own name is none', () => {
    const own = {
      ...state.citations[0],
      start: 30,
      title: metadata.title,
    } as ReaderState['citations'][number];
    const base = stateWith([], null);
    const found = relatedOf({ ...base, citations: [own, ...base.citations] }, 0);
    expect(found.map(({ title, place }) => [title, place?.start])).toEqual([['云岭省数据条例', 400]]);
    expect(relatedOf(base, 5)).toEqual([]);
  });

  it('is grouped by what is done to which: what ends the document first, then what it rests on', () => {
    const over = { ...status, state: 'repealed' as const };
    const mixed = inOrder([
      related(1, { relation: 'cites' }),
      related(2),
      related(3, { status: over }),
      related(4, { relation: 'cites', incoming: true }),
      related(5, { relation: 'repeals', incoming: true }),
    ]);
    expect(
      groupRelated(mixed).map((group) => [group.relation, group.incoming, group.related.map((r) => r.id)]),
    ).toEqual([
      ['repeals', true, ['yl-5']],
      ['basis', false, ['yl-3', 'yl-2']],
      ['cites', false, ['yl-1']],
      ['cites', true, ['yl-4']],
    ]);
  });
});

describe('the picture', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 40])('has room for %i boxes, none over another', (count) => {
    for (const incoming of [() => true, () => false, (k: number) => k % 3 === 0]) {
      const { cells, middle, height } = layOut(Array.from({ length: count }, (_, k) => incoming(k)));
      expect(cells.filter(Boolean)).toHaveLength(Math.min(count, 8));
      const boxes = [middle, ...cells];
      for (const [i, a] of boxes.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width).toBeLessThanOrEqual(WIDTH);
        expect(a.y + a.height).toBeLessThanOrEqual(height);
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    }
  });

  it('puts what is done to the document above it, what it does below', () => {
    const { cells, middle } = layOut([true, false]);
    expect(cells[0]?.y).toBeLessThan(middle.y);
    expect(cells[1]?.y).toBeGreaterThan(middle.y);
  });

  it('draws lines from border to border', () => {
    const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
    expect(lineBetween(box(0, 0), box(30, 0))).toEqual({ x1: 10, y1: 5, x2: 30, y2: 5 });
    expect(lineBetween(box(0, 0), box(0, 0))).toEqual({ x1: 5, y1: 5, x2: 5, y2: 5 });
  });

  it.each<[string, string[]]>([
    ['云岭省数据条例', ['云岭省数', '据条例']],
    ['中华人民共和国茶叶法', ['茶叶法']],
    ['云岭省人民政府关于加强渡口管理的若干意见', ['加强渡口', '管理的…']],
    ['ISO 9001', ['ISO 900', '1']],
    ['', ['']],
  ])('shortens %s', (title, lines) => {
    expect(titleLines(title, 4, 2)).toEqual(lines);
  });

  it.each([
    [1, 1],
    [8, 8],
    [40, 8],
  ])('of %i relations shows %i, each a button that says what it is', async (count, shown) => {
    const view = await mount(<Relations title="甲" related={many(count)} known onGo={() => {}} />);
    const nodes = all('svg [role=button]');
    expect(nodes).toHaveLength(shown);
    expect(nodes.every((node) => node.getAttribute('tabindex') === '0')).toBe(true);
    expect(nodes[0]?.getAttribute('aria-label')).toBe('Based on · 云岭省第0号条例 · In force');
    expect(the('svg').getAttribute('aria-label')).toContain('the list below says the same');
    expect(all('[data-row=relation]')).toHaveLength(count);
    expect(view.textContent?.includes('and 32 more')).toBe(count === 40);
  });
});

describe('a related document', () => {
  const answers = {
    'catalogue/document': ({ id }: { id: string }) => ({
      document: {
        ...metadata,
        id,
        title: `所知 ${id}`,
        nameOnly: id === 'yl-0',
        relations: id === 'yl-0' ? [{ ...known, id: 'yl-7', title: '下一份' }] : [],
      },
      status,
    }),
  };

  it('that the page names is gone to, by mouse and by key; what is known of it is one button further', async () => {
    const asked = talk(answers);
    const onGo = vi.fn();
    const place = { start: 4, end: 9 };
    await mount(<Relations title="甲" related={[related(0, { place })]} known onGo={onGo} />);
    await click('[data-row=relation] .row');
    await press('svg [role=button]', 'Enter');
    await press('svg [role=button]', ' ');
    await press('svg [role=button]', 'a');
    expect(onGo.mock.calls).toEqual([[place], [place], [place]]);
    expect(asked).toEqual([]);
    await click('[data-do=detail]');
    expect(the('.detail h3').textContent).toBe('所知 yl-0');
  });

  it('that the page does not name shows what is known; from there to the next, back, and away by Esc', async () => {
    const asked = talk(answers);
    await mount(<Relations title="甲" related={many(2)} known onGo={() => {}} />);
    const opener = the('[data-row=relation] .row');
    opener.focus();
    await click('[data-row=relation] .row');
    expect(asked).toEqual([{ name: 'catalogue/document', body: { id: 'yl-0' } }]);
    expect(document.activeElement).toBe(the('.detail'));
    expect(the('.detail').textContent).toContain('its name and number only');
    await click('.detail [data-row=relation] .row');
    expect(the('.detail h3').textContent).toBe('所知 yl-7');
    expect(the('.detail').textContent).toContain('knows of no other document');
    await click('[data-do=back]');
    expect(the('.detail h3').textContent).toBe('所知 yl-0');
    await press('.detail', 'Escape');
    expect(all('.detail')).toEqual([]);
    expect(document.activeElement).toBe(opener);
  });

  it('that the catalogue has lost is told of in a sentence', async () => {
    talk({ 'catalogue/document': refuse('problemNotKnown') });
    await mount(<Relations title="甲" related={many(1)} known onGo={() => {}} />);
    await click('[data-row=relation] .row');
    expect(the('.detail [role=alert]').textContent).toContain('does not hold this document');
    await click('[data-do=close-detail]');
    expect(all('.detail')).toEqual([]);
  });

  it.each([
    [true, 'knows of no other document'],
    [false, 'its text names no other'],
  ])('is missed in plain words (known: %s)', async (isKnown, words) => {
    const view = await mount(<Relations title="甲" related={[]} known={isKnown} onGo={() => {}} />);
    expect(view.textContent).toContain(words);
    expect(all('svg')).toEqual([]);
  });
});
