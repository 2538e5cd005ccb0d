// @vitest-environment jsdom
import { options } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ShownOnPage } from '../../../entrypoints/page-ui/page-ui.ts';
import type { Session, Text } from '../../../entrypoints/reader/session.ts';
import { bundledEntries } from '../../../lib/glossary/glossary.ts';
import { createPainter } from '../../../lib/marks/painter.ts';
import { asItIs } from '../../../lib/notes/script.ts';
import type { Note } from '../../../lib/notes/types.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { read } from '../../../lib/reading/read.ts';
import { DEFAULTS } from '../../../lib/settings/types.ts';
import { eventually } from '../components/mount.ts';
import { note } from '../components/samples.ts';
import { type Answers, type Asked, talk } from '../components/talk.ts';
import { makeCompiled, makeEntry } from '../glossary/sample.ts';
import { speak } from '../i18n/speak.ts';

// Effects run at once: the last test's must not outlive the document.
options.requestAnimationFrame = queueMicrotask;

const QUOTE = '企业应当申报';
let answers: Answers;
let asked: Asked;
let shown: ShownOnPage;
let text: Text;
/** What was put into the page last: its root is closed to all others. */
let root: ShadowRoot;

const hosts = () => document.querySelectorAll('zhupi-ui').length;
const the = (selector: string) => root.querySelector<HTMLElement>(selector);
const select = () => window.getSelection()?.selectAllChildren(document.querySelector('p') as Element);
const asks = (name: string) => asked.filter((one) => one.name === name).length;

beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, how) {
    root = attach.call(this, how);
    return root;
  });
  document.body.innerHTML = `<main><p>${QUOTE}。</p></main>`;
  const page = readPage(document, document.querySelector('main') as Element, '');
  const start = page.input.text.indexOf(QUOTE);
  const anchor = { ...note(1).anchor, quote: QUOTE, start, end: start + QUOTE.length };
  const notes = [1, 2].map((number) => note(number, { document: 'page:x', anchor }));
  text = {
    ...{ page, simplify: asItIs, answer: null, notes },
    findings: read(page.input),
    painter: createPainter(page, () => {}),
    places: new Map(notes.map(({ id }) => [id, { state: 'exact', span: anchor, now: null }])),
    glossary: { found: [], marked: [], named: new Map() },
  };
  const hello = { marksOn: true, settings: structuredClone(DEFAULTS), topFacts: null, sight: null };
  const session: Session = {
    hello: { ...hello, panelByClick: false, panelShortcut: '' },
    ...{ marksOn: true, text, repaint: () => {} },
  };
  shown = new ShownOnPage(session);
  answers = { 'editor/open': { token: 'token' } };
  asked = talk(answers);
});
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
});

const openCard = () =>
  shown.open(
    text.notes.map(({ id }: Note) => `note:${id}`),
    { x: 0, y: 0 },
  );

describe('what is shown on the page', () => {
  it('stays away once the reader was ended, whatever is answered then', async () => {
    let fail = () => {};
    answers['editor/open'] = () =>
      new Promise((resolve) => {
        fail = () => resolve({ token: 'late' });
      });
    select();
    shown.write();
    await eventually(() => expect(asks('editor/open')).toBe(1));
    shown.clear();
    fail();
    for (let i = 0; i < 30; i++) await Promise.resolve();
    shown.tellProblem(new Error('late'));
    expect(hosts()).toBe(0);
  });

  it('is one editor where it is wished for twice: the first, which may hold words', async () => {
    let bring = () => {};
    answers['editor/open'] = () =>
      asks('editor/open') === 1
        ? { token: 'first' }
        : new Promise((resolve) => {
            bring = () => resolve({ token: 'second' });
          });
    select();
    shown.write();
    shown.write();
    await eventually(() => expect(the('iframe')).not.toBeNull());
    const first = the('iframe');
    bring();
    for (let i = 0; i < 30; i++) await Promise.resolve();
    expect(the('iframe')?.getAttribute('src')).toContain('#first');
    expect(the('iframe')).toBe(first);
  });

  it('is no card again that gave way to the editor, when notes are written', async () => {
    openCard();
    expect(the('[role=dialog]')).not.toBeNull();
    select();
    shown.write();
    await eventually(() => expect(the('iframe')).not.toBeNull());
    expect(the('[role=dialog]')).toBeNull();
    shown.refresh();
    expect(the('[role=dialog]')).toBeNull();
  });

  it('keeps the focus on the way to a related term of the glossary, and back', async () => {
    const [entry, other] = bundledEntries(makeCompiled([makeEntry('企业'), makeEntry('申报')]));
    answers['glossary/entry'] = ({ id }: { id: string }) =>
      id === 'other'
        ? { entry: other, documents: [], related: [] }
        : { entry, documents: [], related: [{ id: 'other', term: '申报' }] };
    const found = { start: 0, end: 2, id: 'first', term: '企业', common: 0, inTitle: false };
    text.glossary = { ...text.glossary, marked: [found] };
    shown.open(['glossary:0'], { x: 0, y: 0 });
    await eventually(() => expect(the('[data-do=related]')).not.toBeNull());
    the('[data-do=related]')?.click();
    await eventually(() => expect(root.activeElement).toBe(the('h2')));
    await eventually(() => expect(the('h2')?.textContent).toBe('申报'));
    the('[data-do=back]')?.focus();
    the('[data-do=back]')?.click();
    await eventually(() => expect(root.activeElement?.textContent).toBe('企业'));
  });
});
