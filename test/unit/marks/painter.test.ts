// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropLeftovers } from '../../../lib/marks/leftovers.ts';
import { TAG } from '../../../lib/marks/looks.ts';
import { createPainter } from '../../../lib/marks/painter.ts';
import type { Mark, MarkKind, Painter } from '../../../lib/marks/types.ts';
import { plainPage } from './plain-page.ts';

const main = () => document.querySelector('main') as HTMLElement;
const marksOnPage = () => [...document.querySelectorAll(TAG)];
const mark = (id: string, start: number, end: number, kind: MarkKind = 'term'): Mark => ({
  id,
  start,
  end,
  kind,
});
/** Without a view there is no lazy painting to wait for; printing paints all at once anyway. */
const paintAll = () => window.dispatchEvent(new Event('beforeprint'));

function show(html: string): Painter {
  document.body.innerHTML = `<main>${html}</main>`;
  return createPainter(plainPage(main()), () => {});
}

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe('painting', () => {
  it('wraps the text of a mark and nothing else', () => {
    const painter = show('<p>云岭省小微企业条例</p>');
    painter.paint([mark('a', 3, 7)]);
    paintAll();
    expect(main().innerHTML).toBe(`<p>云岭省<${TAG} data-n="1" data-k="1">小微企业</${TAG}>条例</p>`);
    painter.clear();
  });

  it('carries numbers only: neither what is marked nor a title nor a tab stop', () => {
    const painter = show('<p>甲乙丙丁</p>');
    painter.paint([{ ...mark('note:secret', 1, 3, 'note'), shade: 'jade' }]);
    paintAll();
    for (const element of marksOnPage()) {
      expect(element.getAttributeNames()).toEqual(['data-n', 'data-k']);
      for (const name of element.getAttributeNames()) expect(element.getAttribute(name)).toMatch(/^[\d ]+$/);
      expect((element as HTMLElement).tabIndex).toBe(-1);
    }
    painter.clear();
  });

  it('marks text across inline elements, links and blocks in as many pieces as it takes', () => {
    const painter = show('<p>甲<b>乙丙</b>丁</p><p><a href="#x">戊己</a>庚</p>');
    painter.paint([mark('a', 1, 6)]);
    paintAll();
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['乙丙', '丁', '戊己']);
    expect(main().textContent).toBe('甲乙丙丁戊己庚');
    painter.clear();
  });

  it('never nests marks, and gives all of a place, the innermost first', () => {
    const painter = show('<p>一二三四五六七八九</p>');
    painter.paint([mark('outer', 0, 9), mark('inner', 3, 5)]);
    paintAll();
    expect(document.querySelectorAll(`${TAG} ${TAG}`)).toHaveLength(0);
    const [first, second] = marksOnPage();
    expect(painter.hit(first ?? null)).toEqual(['outer']);
    expect(painter.hit(second?.firstChild ?? null)).toEqual(['inner', 'outer']);
    expect(painter.hit(main())).toEqual([]);
    expect(painter.hit(null)).toEqual([]);
    painter.clear();
  });

  it('repaints only the blocks whose marks changed', () => {
    const painter = show('<p>甲乙丙</p><p>丁戊己</p>');
    painter.paint([mark('a', 0, 1), mark('b', 3, 4)]);
    paintAll();
    const kept = marksOnPage()[0];
    painter.paint([mark('a', 0, 1), mark('b', 3, 5)]);
    paintAll();
    expect(marksOnPage()[0]).toBe(kept);
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['甲', '丁戊']);
    painter.paint([mark('b', 3, 5)]);
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['丁戊']);
    painter.clear();
  });

  it('keeps out of what the reader can edit, of form controls and of flex boxes', () => {
    const painter = show(
      '<div style="display:flex">甲乙</div><p><button>丙丁</button></p><p><textarea>戊</textarea>己</p>',
    );
    painter.paint([mark('a', 0, 6)]);
    paintAll();
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['己']);
    painter.clear();
  });

  it('survives a form whose fields are named like the DOM', () => {
    const names = ['parentNode', 'childNodes', 'id', 'matches', 'contains', 'nextSibling', 'nodeType'];
    const painter = show(
      `<form>甲乙${names.map((n) => `<input name="${n}">`).join('')}丙丁</form><p>戊己</p>`,
    );
    const before = main().outerHTML;
    expect(() => {
      painter.paint([mark('a', 0, 3), mark('b', 4, 6)]);
      paintAll();
    }).not.toThrow();
    expect(marksOnPage().at(-1)?.textContent).toBe('戊己');
    painter.clear();
    expect(main().outerHTML).toBe(before);
  });

  it('cuts a very long text node and joins it again', () => {
    const text = '规章'.repeat(30_000);
    const painter = show(`<pre>${text}</pre>`);
    const node = main().querySelector('pre')?.firstChild;
    painter.paint(Array.from({ length: 50 }, (_, i) => mark(String(i), i * 1000 + 3, i * 1000 + 900)));
    paintAll();
    expect(main().textContent).toBe(text);
    const marked = marksOnPage().map((e) => e.textContent?.length ?? 0);
    expect(marked.reduce((sum, length) => sum + length, 0)).toBe(50 * 897);
    painter.clear();
    expect(main().querySelector('pre')?.childNodes).toHaveLength(1);
    expect(main().querySelector('pre')?.firstChild).toBe(node);
    expect(main().textContent).toBe(text);
  });
});

describe('a page that changes under the marks', () => {
  it('paints again what the page has taken off, a few times, then leaves it alone', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    document.body.innerHTML = '<main><p>甲乙丙</p></main>';
    const page = plainPage(main());
    const painter = createPainter(page, () => {});
    painter.paint([mark('a', 1, 2)]);
    paintAll();
    const seen: number[] = [];
    for (let i = 0; i < 6; i++) {
      main().innerHTML = '<p>甲乙丙</p>';
      painter.follow(plainPage(main()));
      seen.push(marksOnPage().length);
    }
    expect(seen).toEqual([1, 1, 1, 0, 0, 0]);
    // Much later it is another matter: a reader who changes the size of the letters, say.
    vi.advanceTimersByTime(60_000);
    main().innerHTML = '<p>甲乙丙</p>';
    painter.follow(plainPage(main()));
    expect(marksOnPage()).toHaveLength(1);
    vi.useRealTimers();
    painter.clear();
    expect(main().innerHTML).toBe('<p>甲乙丙</p>');
  });

  it('tells of a change of the page, once it pauses, and not of its own', async () => {
    vi.useFakeTimers();
    document.body.innerHTML = '<main><p>甲乙丙</p></main>';
    const changed = vi.fn();
    const painter = createPainter(plainPage(main()), changed);
    painter.paint([mark('a', 1, 2)]);
    paintAll();
    await vi.advanceTimersByTimeAsync(5000);
    expect(changed).not.toHaveBeenCalled();
    main().append('丁');
    await vi.advanceTimersByTimeAsync(100);
    main().append('戊');
    await vi.advanceTimersByTimeAsync(5000);
    expect(changed).toHaveBeenCalledTimes(1);
    main().remove();
    await vi.advanceTimersByTimeAsync(5000);
    expect(changed).toHaveBeenCalledTimes(2);
    painter.clear();
    document.body.append('己');
    await vi.advanceTimersByTimeAsync(5000);
    expect(changed).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('takes off copies of its marks that the page made', () => {
    document.body.innerHTML = '<main><p>甲乙丙</p></main><aside></aside>';
    const painter = createPainter(plainPage(main()), () => {});
    painter.paint([mark('a', 1, 2)]);
    paintAll();
    document.querySelector('aside')?.append(main().cloneNode(true));
    expect(painter.hit(document.querySelector(`aside ${TAG}`))).toEqual([]);
    painter.clear();
    expect(document.body.innerHTML).toBe(
      '<main><p>甲乙丙</p></main><aside><main><p>甲乙丙</p></main></aside>',
    );
  });
});

describe('pointing things out', () => {
  it('reveals a span for a moment and leaves nothing behind', () => {
    vi.useFakeTimers();
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    const painter = show('<p>甲乙丙</p><p>丁戊己</p>');
    const before = main().outerHTML;
    expect(painter.reveal({ start: 4, end: 6 })).toBe(true);
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['戊己']);
    expect(painter.hit(marksOnPage()[0] ?? null)).toEqual([]);
    expect(scroll).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3000);
    expect(document.documentElement.outerHTML).not.toContain(TAG);
    expect(main().outerHTML).toBe(before);
    vi.useRealTimers();
  });

  it('says so where the text is gone', () => {
    const painter = show('<p>甲乙丙</p>');
    main().textContent = '别的';
    expect(painter.reveal({ start: 0, end: 2 })).toBe(false);
    expect(painter.ring({ start: 0, end: 2 })).toBe(false);
    expect(painter.boxes({ start: 0, end: 2 })).toEqual([]);
  });

  it('keeps what the reader has selected', () => {
    const painter = show('<p>甲乙丙丁戊</p>');
    const text = main().querySelector('p')?.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(text, 1, text, 4);
    painter.paint([mark('a', 0, 3), mark('b', 3, 5)]);
    paintAll();
    expect(document.getSelection()?.toString()).toBe('乙丙丁');
    painter.clear();
    expect(document.getSelection()?.toString()).toBe('乙丙丁');
    document.getSelection()?.removeAllRanges();
  });
});

describe('clearing', () => {
  const leaf = fc.oneof(
    fc.constantFrom(
      '办法',
      ' ',
      '　第 一 条',
      '\n\t',
      '&amp;',
      '二〇二五年',
      '&nbsp;',
      '甲',
      '<br>',
      '<img alt="x">',
    ),
  );
  const html = fc.letrec<{ node: string; list: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(fc.constantFrom('p', 'div', 'span', 'b', 'a href="#"', 'td', 'section', 'font'), tie('list'))
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
    ),
    list: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  })).list;
  const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(15)), { maxLength: 12 });

  it('leaves the document as it was, on any HTML and under any marks', () => {
    fc.assert(
      fc.property(html, spans, (inner, places) => {
        const painter = show(inner);
        const before = document.documentElement.outerHTML;
        const text = main().textContent ?? '';
        const marks = places.map(([start, length], i) =>
          mark(String(i), Math.min(start, text.length), Math.min(start + length, text.length)),
        );
        painter.paint(marks);
        paintAll();
        expect(main().textContent).toBe(text);
        expect(document.querySelectorAll(`${TAG} ${TAG}`)).toHaveLength(0);
        for (const m of marks) {
          const marked = marksOnPage().filter((e) => painter.hit(e).includes(m.id));
          expect(
            marked
              .map((e) => e.textContent)
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.slice(m.start, m.end).replace(/\s/g, ''));
        }
        painter.clear();
        expect(document.documentElement.outerHTML).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the page its own text nodes back', () => {
    const painter = show('<p>甲乙丙丁</p>');
    const node = main().querySelector('p')?.firstChild as Text;
    painter.paint([mark('a', 0, 1), mark('b', 2, 4)]);
    paintAll();
    painter.clear();
    expect(main().querySelector('p')?.firstChild).toBe(node);
    expect(node.data).toBe('甲乙丙丁');
    expect(main().querySelector('p')?.childNodes).toHaveLength(1);
  });

  it('takes its style sheet and its listeners with it', () => {
    const add = vi.spyOn(window, 'addEventListener');
    const remove = vi.spyOn(window, 'removeEventListener');
    const painter = show('<p>甲乙丙丁</p>');
    painter.paint([mark('a', 0, 1)]);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    painter.clear();
    expect(document.adoptedStyleSheets).toHaveLength(0);
    expect(add.mock.calls.length).toBeGreaterThan(0);
    for (const call of add.mock.calls) expect(remove).toHaveBeenCalledWith(...call);
  });

  it('does with a style element where no sheet can be adopted', () => {
    vi.stubGlobal('CSSStyleSheet', undefined);
    const painter = show('<p>甲乙丙丁</p>');
    painter.paint([mark('a', 0, 1)]);
    expect(document.head.innerHTML).toContain(TAG);
    painter.clear();
    expect(document.head.innerHTML).toBe('');
    vi.unstubAllGlobals();
  });

  it('takes off what an earlier instance left, and that one spares what the new one painted', () => {
    const old = show('<p>甲乙丙丁</p>');
    const before = document.documentElement.outerHTML;
    old.paint([mark('a', 0, 1)]);
    paintAll();
    old.ring({ start: 0, end: 1 });
    dropLeftovers(document);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    const painter = createPainter(plainPage(main()), () => {});
    painter.paint([mark('b', 1, 3)]);
    paintAll();
    old.clear(true);
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['乙丙']);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    painter.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('can paint again afterwards', () => {
    const painter = show('<p>甲乙丙丁</p>');
    painter.paint([mark('a', 0, 1)]);
    paintAll();
    painter.clear();
    painter.paint([mark('b', 1, 2)]);
    paintAll();
    expect(marksOnPage().map((e) => e.textContent)).toEqual(['乙']);
    painter.clear();
  });
});
