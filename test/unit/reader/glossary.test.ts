// @vitest-environment jsdom
import { options } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { start } from '../../../entrypoints/reader/start.ts';
import { type Met, nameForms } from '../../../lib/glossary/find.ts';
import { type Glossary, makeGlossary } from '../../../lib/glossary/glossary.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { DEFAULTS } from '../../../lib/settings/types.ts';
import { status } from '../components/samples.ts';
import { type Answers, type Asked, talk } from '../components/talk.ts';
import { makeCompiled, makeEntry, ownEntry } from '../glossary/sample.ts';
import { speak } from '../i18n/speak.ts';
import { restless } from './page-ui-script.ts';

const PAGE = `<div class="TRS_Editor"><p>第一条　本办法所称联席会商，是指各渡口定期会面商议。</p>
<p>第二条　事项纳入“一网 通办”，用好rcep规则，实行联席会商。</p><p>第三条　一网通办由南渡市推进。</p></div>`;

options.requestAnimationFrame = queueMicrotask;

let answers: Answers;
let asked: Asked;
let glossary: Glossary;

const marked = () => {
  window.dispatchEvent(new Event('beforeprint'));
  return [...document.querySelectorAll('zhupi-mark[data-k="11"]')].map(({ textContent }) => textContent);
};
async function tell(name: string, body: unknown = {}) {
  const message = { list: 'reader', name, body };
  const sender = { id: fakeBrowser.runtime.id } as never;
  const [reply] = await fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
  return reply as { ok?: unknown } | undefined;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  fakeBrowser.reset();
  speak('en');
  restless();
  document.body.innerHTML = PAGE;
  const entries = ['一网通办', 'RCEP', '联席会商', '别处的词'].map((term) => makeEntry(term));
  glossary = makeGlossary(makeCompiled(entries), []);
  answers = {
    'reader/hello': {
      marksOn: true,
      settings: structuredClone(DEFAULTS),
      topFacts: null,
      sight: null,
      panelByClick: false,
      panelShortcut: '',
    },
    'reader/read': ({ documents, citations }: { documents: unknown[]; citations: unknown[] }) => ({
      documents: documents.map(() => ({ key: 'page:x', catalogueId: null, status, relations: [] })),
      matches: [],
      citations: citations.map(() => null),
      notes: [],
    }),
    'glossary/words': () => ({
      often: 'section',
      version: glossary.version,
      words: btoa(String.fromCharCode(...glossary.words)),
    }),
    'glossary/named': ({ version, met }: { version: string; met: Met[] }) =>
      version === glossary.version ? nameForms(glossary, met) : null,
  };
  asked = talk(answers);
});
afterEach(async () => {
  await tell('reader/marks', { on: false });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the glossary on a page', () => {
  it('marks its terms once, but none that the page explains, and tells nobody the text', async () => {
    await start();
    expect(marked()).toEqual(['一网 通办', 'rcep']);
    const sent = JSON.stringify(asked.map(({ body }) => body));
    expect(sent).not.toContain('网');
    const named = asked.find(({ name }) => name === 'glossary/named');
    const { met = [] } = (named?.body ?? {}) as { met?: Met[] };
    expect(new Set(met.map(([form]) => form)).size).toBe(3);
  });

  it('tells the panel of each term once, with how many times it stands there', async () => {
    await start();
    const state = (await tell('reader/state'))?.ok as ReaderState | undefined;
    expect(state?.glossary?.map(({ term, count }) => [term, count])).toEqual([
      ['联席会商', 2],
      ['一网通办', 2],
      ['RCEP', 1],
    ]);
  });

  it('marks nothing where that is switched off, and again when it is switched on', async () => {
    const words = answers['glossary/words'];
    answers['glossary/words'] = null;
    await start();
    expect(marked()).toEqual([]);
    answers['glossary/words'] = words;
    await tell('reader/glossary-changed');
    expect(marked()).toEqual(['一网 通办', 'rcep']);
    await tell('reader/marks', { on: false });
    expect(document.body.innerHTML).toBe(PAGE);
  });

  it('begins anew when the glossary changes between question and answer', async () => {
    const before = glossary;
    let times = 0;
    const words = answers['glossary/words'] as () => unknown;
    answers['glossary/words'] = () => {
      const answer = words();
      if (times++ === 0) glossary = makeGlossary(makeCompiled([]), [ownEntry(1, { term: '渡口' })]);
      return answer;
    };
    await start();
    expect(before.version).not.toBe(glossary.version);
    expect(marked()).toEqual(['渡口']);
  });
});
