import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../lib/page/read-page.ts';
import type { PageText } from '../../../lib/page/types.ts';
import { held, open, readMarkup, squeezed } from './pages.ts';

/** Paints a span the way mark.js does: splits text nodes and puts elements around the middle parts. */
function paint(page: PageText, start: number, end: number): void {
  for (const piece of page.pieces({ start, end })) {
    const middle = piece.node.splitText(piece.start);
    middle.splitText(piece.end - piece.start);
    const mark = page.body.ownerDocument.createElement('x-mark');
    middle.replaceWith(mark);
    mark.append(middle);
  }
}

/** Takes all marks off the way mark.js does: their children take their place, and neighbours join. */
function unpaint(page: PageText): void {
  for (const mark of page.body.querySelectorAll('x-mark')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

const spanIn = (page: PageText, words: string) => {
  const start = page.input.text.indexOf(words);
  if (start < 0) throw new Error(`the text has no ${words}`);
  return { start, end: start + words.length };
};
const heldAt = (page: PageText, words: string) => {
  const { start, end } = spanIn(page, words);
  return held(page, start, end);
};

describe('pieces', () => {
  const markup =
    '<p>　　自收到<b>申请</b>材料之日起<span>1</span><span>5个</span>工作日内</p>\n<p>第二&nbsp;&nbsp; 段</p>';

  test('of a span inside one node, over nodes, and over collapsed white space', () => {
    const page = readMarkup(markup);
    expect(heldAt(page, '收到')).toBe('收到');
    expect(heldAt(page, '到申请材')).toBe('到申请材');
    expect(heldAt(page, '15个工作日')).toBe('15个工作日');
    expect(heldAt(page, '第二 段')).toBe('第二\u00a0\u00a0 段');
    expect(page.pieces(spanIn(page, '到申请材'))).toHaveLength(3);
  });

  test('never hold the white space between blocks', () => {
    const page = readMarkup(markup);
    const pieces = page.pieces({ start: 0, end: page.input.text.length });
    expect(pieces.every((piece) => piece.node.data.slice(piece.start, piece.end).trim() !== '')).toBe(true);
  });

  test('of an empty span, and of one past the end, are none', () => {
    const page = readMarkup(markup);
    expect(page.pieces({ start: 3, end: 3 })).toEqual([]);
    expect(page.pieces({ start: 9999, end: 10010 })).toEqual([]);
  });

  test('are right after marks split the nodes, and after they came off', () => {
    const page = readMarkup(markup);
    paint(page, 3, 8);
    paint(page, 12, 15);
    for (const words of ['自收到申请材料', '料之日起15个', '个工作日内', '第二 段']) {
      expect(squeezed(heldAt(page, words))).toBe(squeezed(words));
    }
    unpaint(page);
    for (const words of ['自收到申请材料', '料之日起15个', '个工作日内'])
      expect(heldAt(page, words)).toBe(words);
  });

  test('are right after the nodes that marks left behind were joined', () => {
    const page = readMarkup('<p>甲乙丙</p><p>丁戊己</p><p>庚辛壬</p>');
    paint(page, 0, 3);
    paint(page, 4, 7);
    paint(page, 8, 11);
    unpaint(page);
    expect(heldAt(page, '乙丙\n丁戊')).toBe('乙丙丁戊');
    expect(heldAt(page, '庚辛壬')).toBe('庚辛壬');
  });

  test('are none where the page has other words now, and right beside them', () => {
    const page = readMarkup('<p>到2025年完成</p><p>到2026年验收</p><p>到2027年总结</p>');
    const changed = page.body.querySelectorAll('p')[1];
    if (changed?.firstChild) changed.firstChild.nodeValue = '到2029年验收';
    expect(page.pieces(spanIn(page, '2026年'))).toEqual([]);
    expect(heldAt(page, '2025年')).toBe('2025年');
    expect(heldAt(page, '2027年')).toBe('2027年');
  });

  test('are none where the text was taken away, and come back with it', () => {
    const page = readMarkup('<p>甲乙丙</p><p>丁戊己</p>');
    const [first] = page.body.querySelectorAll('p');
    first?.remove();
    expect(page.pieces(spanIn(page, '乙丙'))).toEqual([]);
    expect(heldAt(page, '戊己')).toBe('戊己');
    if (first) page.body.prepend(first);
    expect(heldAt(page, '乙丙')).toBe('乙丙');
  });

  test('follow a text that the page wrote anew', () => {
    const page = readMarkup('<p>甲乙丙</p><p>丁戊己</p><p>庚辛壬</p>');
    for (const paragraph of page.body.querySelectorAll('p'))
      paragraph.innerHTML = `<i>${paragraph.textContent}</i>`;
    expect(heldAt(page, '丙\n丁')).toBe('丙丁');
    const { innerHTML } = page.body;
    page.body.innerHTML = innerHTML;
    expect(heldAt(page, '辛壬')).toBe('辛壬');
  });

  test('of a body that was lost are looked for again after a refresh', () => {
    const page = readMarkup('<p>甲乙丙</p>');
    const { innerHTML } = page.body;
    page.body.innerHTML = '<p>别的</p>';
    expect(page.pieces(spanIn(page, '甲乙'))).toEqual([]);
    page.body.innerHTML = innerHTML;
    page.refresh();
    expect(heldAt(page, '甲乙')).toBe('甲乙');
  });

  test('pass by what others put in between, where it is no text', () => {
    const page = readMarkup('<p>甲乙<b>丙</b></p><p>丁戊</p>');
    paint(page, 0, 1);
    page.body.querySelector('b')?.insertAdjacentHTML('beforebegin', '<button>听</button><style>b{}</style>');
    expect(heldAt(page, '乙丙\n丁')).toBe('乙丙丁');
  });
});

describe('spanOf', () => {
  const markup =
    '<p>　　自收到<b>申请</b>材料</p>\n<p>第二&nbsp;&nbsp; 段</p><div class="share-box">分享到：微信</div><p>第三段</p>';
  const range = (page: PageText, from: [Node, number], to: [Node, number]) => {
    const made = page.body.ownerDocument.createRange();
    made.setStart(...from);
    made.setEnd(...to);
    return made;
  };
  const textOf = (page: PageText, from: [Node, number], to: [Node, number]) => {
    const span = page.spanOf(range(page, from, to));
    return span && page.input.text.slice(span.start, span.end);
  };
  const at = (node: Node | null | undefined): Node => {
    if (!node) throw new Error('no such node');
    return node;
  };

  test('a range inside text', () => {
    const page = readMarkup(markup);
    const [first, second] = page.body.querySelectorAll('p');
    expect(textOf(page, [at(first?.firstChild), 3], [at(first?.lastChild), 1])).toBe('收到申请材');
    expect(textOf(page, [at(second?.firstChild), 1], [at(second?.firstChild), 6])).toBe('二 段');
    // begins in an indent, ends after the one space that a reader sees of two
    expect(textOf(page, [at(first?.firstChild), 1], [at(second?.firstChild), 3])).toBe(
      '自收到申请材料\n第二 ',
    );
  });

  test('a range between elements', () => {
    const page = readMarkup(markup);
    const [first, second, third] = page.body.querySelectorAll('p');
    expect(textOf(page, [page.body, 0], [page.body, 1])).toBe('自收到申请材料');
    expect(textOf(page, [at(first), 1], [at(first), 2])).toBe('申请');
    expect(textOf(page, [at(second), 0], [at(third), 1])).toBe('第二 段\n第三段');
    expect(textOf(page, [page.body, 0], [page.body, page.body.childNodes.length])).toBe(page.input.text);
  });

  test('a range that begins or ends outside is cut to the body', () => {
    const page = readMarkup(markup);
    const { body } = page.body.ownerDocument;
    body.prepend('前');
    body.append('后');
    const third = page.body.querySelectorAll('p')[2];
    expect(textOf(page, [body, 0], [body, body.childNodes.length])).toBe(page.input.text);
    expect(textOf(page, [at(body.firstChild), 0], [at(page.body.querySelector('b')), 1])).toBe('自收到申请');
    expect(textOf(page, [at(third?.firstChild), 1], [at(body.lastChild), 1])).toBe('三段');
    expect(textOf(page, [at(body.firstChild), 0], [at(body.firstChild), 1])).toBeNull();
    expect(textOf(page, [at(body.lastChild), 0], [at(body.lastChild), 1])).toBeNull();
  });

  test('a range in what was not read', () => {
    const page = readMarkup(markup);
    const share = at(page.body.querySelector('.share-box')?.firstChild);
    const third = at(page.body.querySelectorAll('p')[2]?.firstChild);
    expect(textOf(page, [share, 0], [share, 3])).toBeNull();
    expect(textOf(page, [share, 2], [third, 2])).toBe('第三');
  });

  test('an empty range, and one of another page', () => {
    const page = readMarkup(markup);
    const first = at(page.body.querySelector('p')?.firstChild);
    expect(textOf(page, [first, 3], [first, 3])).toBeNull();
    const other = open('<p>别的</p>');
    const foreign = other.createRange();
    foreign.selectNodeContents(other.body);
    expect(page.spanOf(foreign)).toBeNull();
  });

  test('a range over marks', () => {
    const page = readMarkup(markup);
    paint(page, 1, 5);
    const marks = page.body.querySelectorAll('x-mark');
    expect(textOf(page, [at(marks[0]?.firstChild), 0], [at(marks[1]?.firstChild), 1])).toBe('收到申');
    expect(textOf(page, [at(marks[1]), 0], [at(page.body.querySelectorAll('p')[1]), 1])).toBe(
      '申请材料\n第二 段',
    );
    expect(textOf(page, [at(marks[0]?.nextSibling), 0], [at(marks[1]?.firstChild), 2])).toBe('申请');
  });
});

/** Random markup from paragraphs of random pieces; random painting; everything must still be in its place. */
describe('any page, any painting', () => {
  const words = fc.stringMatching(/^[甲乙丙丁a1（）《 \u00a0\u3000\n]{0,6}$/);
  const inline = fc.oneof(
    words,
    words.map((w) => `<b>${w}</b>`),
    words.map((w) => `<span>${w}</span><span>${w}</span>`),
    fc.constant('<br>'),
    fc.constant('<i></i>'),
    fc.constant('<button>打印</button>'),
  );
  const block = fc.array(inline, { maxLength: 6 }).map((parts) => parts.join(''));
  const markup = fc
    .array(
      fc.oneof(
        block.map((b) => `<p>${b}</p>`),
        block.map((b) => `<div>${b}<p>${b}</p></div>`),
        block,
      ),
      { maxLength: 8 },
    )
    .map((blocks) => blocks.join('\n'));
  const paintings = fc.array(fc.tuple(fc.nat(200), fc.nat(30), fc.boolean()), { maxLength: 12 });

  test('pieces hold the words of their span, and ranges over them lead back', () => {
    const document = open('');
    fc.assert(
      fc.property(markup, paintings, (html, steps) => {
        document.body.innerHTML = '<div id="zoom"></div>';
        const body = document.querySelector('#zoom') as Element;
        body.innerHTML = html;
        const page = readPage(document, body, '');
        const { text, blocks } = page.input;
        for (const [from, length, off] of steps) {
          if (off) unpaint(page);
          else paint(page, Math.min(from, text.length), Math.min(from + length, text.length));
        }
        for (const { start, end } of blocks) {
          for (const [a, b] of [
            [start, end],
            [start, start + 1],
            [Math.floor((start + end) / 2), end],
          ] as const) {
            if (text.slice(a, b).trim() === '') continue;
            const pieces = page.pieces({ start: a, end: b });
            expect(squeezed(held(page, a, b))).toBe(squeezed(text.slice(a, b)));
            const [first, last] = [pieces[0], pieces.at(-1)];
            if (!first || !last) throw new Error('no pieces');
            const range = document.createRange();
            range.setStart(first.node, first.start);
            range.setEnd(last.node, last.end);
            const back = page.spanOf(range);
            expect(back && text.slice(back.start, back.end).trim()).toBe(text.slice(a, b).trim());
          }
        }
        expect(squeezed(body.textContent?.replaceAll('打印', '') ?? '')).toBe(squeezed(text));
      }),
      { numRuns: 150, seed: 20250301 },
    );
  });
});
