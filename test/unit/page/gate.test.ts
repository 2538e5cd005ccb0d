import { JSDOM, VirtualConsole } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import gate from '../../../entrypoints/gate.ts';
import type { Sight } from '../../../lib/page/types.ts';
import { type Saved, savedPage } from './pages.ts';

interface Told {
  list: string;
  name: string;
  body: Sight;
}

/** A frame with the gate in it, and the background as the gate sees it. */
class Frame {
  readonly told: Told[] = [];
  readonly listeners: ((message: unknown, sender: unknown, reply: (answer: unknown) => void) => unknown)[] =
    [];
  readonly dom: JSDOM;
  runtime: {
    id?: string;
    sendMessage: (m: Told) => Promise<null>;
    onMessage: { addListener: (l: never) => void };
  };

  constructor(page: Saved, { child = false, state = 'complete', prerendering = false } = {}) {
    this.dom = new JSDOM(page.html, { url: page.url, virtualConsole: new VirtualConsole() });
    const { window } = this.dom;
    // On the prototype, where browsers have them: an element of that name on the page still shadows them.
    const { prototype } = window.Document;
    Object.defineProperty(prototype, 'readyState', { value: state, configurable: true });
    Object.defineProperty(prototype, 'prerendering', { value: prerendering, configurable: true });
    this.runtime = {
      id: 'zhupi',
      sendMessage: async (message) => {
        this.told.push(message);
        return null;
      },
      onMessage: { addListener: (listener) => void this.listeners.push(listener) },
    };
    vi.stubGlobal('window', child ? { top: {} } : window);
    vi.stubGlobal('document', window.document);
    vi.stubGlobal('location', window.location);
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    vi.stubGlobal('navigation', window);
    vi.stubGlobal('chrome', { runtime: this.runtime });
  }

  start(): this {
    gate.main();
    return this;
  }

  fire(name: string, extra: object = {}): void {
    const event = new this.dom.window.Event(name);
    Object.assign(event, extra);
    this.dom.window.dispatchEvent(event);
  }

  write(html: string): void {
    this.dom.window.document.body.innerHTML = html;
  }

  get verdicts(): string[] {
    return this.told.map((message) => message.body.verdict);
  }
}

const document_ = savedPage('documents', 'sample-shanghai');
const other = savedPage('others', 'news-visit');
const empty: Saved = { ...document_, html: '<!doctype html><title></title><p>加载中</p>' };
const bodyOf = (page: Saved) => new JSDOM(page.html).window.document.body.innerHTML;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the gate speaks', () => {
  test('of a document, once, when it is complete', () => {
    const frame = new Frame(document_).start();
    vi.advanceTimersByTime(60_000);
    expect(frame.told).toEqual([
      {
        list: 'page',
        name: 'gate/saw',
        body: expect.objectContaining({ verdict: 'document', kind: '通知' }),
      },
    ]);
  });

  test('before the page has loaded, and not again after', () => {
    const frame = new Frame(document_, { state: 'interactive' }).start();
    expect(frame.verdicts).toEqual(['document']);
    frame.fire('load');
    expect(frame.verdicts).toEqual(['document']);
  });

  test('of pages about documents', () => {
    expect(new Frame(savedPage('about', 'jiedu-data')).start().verdicts).toEqual(['about']);
  });

  test('of a child frame with text, not of one with little', () => {
    const page = savedPage('documents', 'bureau-frame');
    expect(new Frame(page, { child: true }).start().verdicts).toEqual(['document']);
    const short = {
      ...page,
      html: '<div id="zoom"><p>云府发〔2025〕3号</p><p>各区人民政府：</p><p>现将《绿道管理办法》印发给你们，请认真贯彻执行。</p></div>',
    };
    expect(new Frame(short).start().verdicts).toEqual(['document']);
    expect(new Frame(short, { child: true }).start().verdicts).toEqual([]);
  });
});

describe('the gate keeps silent', () => {
  test('on other pages, and changes nothing there', () => {
    const frame = new Frame(other);
    const before = frame.dom.serialize();
    frame.start();
    vi.advanceTimersByTime(60_000);
    expect(frame.told).toEqual([]);
    expect(frame.listeners).toEqual([]);
    expect(frame.dom.serialize()).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('as an orphan, without an error', () => {
    const frame = new Frame(document_);
    delete frame.runtime.id;
    expect(() => frame.start()).not.toThrow();
    expect(frame.told).toEqual([]);
    vi.stubGlobal('chrome', undefined);
    expect(() => new Frame(document_) && gate.main()).not.toThrow();
  });

  test('when the background is gone in the middle', async () => {
    const frame = new Frame(document_);
    frame.runtime.sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(() => frame.start()).not.toThrow();
    frame.runtime.sendMessage = () => Promise.reject(new Error('Receiving end does not exist.'));
    expect(() => gate.main()).not.toThrow();
    await vi.advanceTimersByTimeAsync(20_000);
  });

  test('while a page is prerendered', () => {
    const frame = new Frame(document_, { prerendering: true }).start();
    vi.advanceTimersByTime(20_000);
    expect(frame.told).toEqual([]);
    frame.dom.window.document.dispatchEvent(new frame.dom.window.Event('prerenderingchange'));
    expect(frame.verdicts).toEqual(['document']);
  });
});

describe('the gate waits', () => {
  test('for a text that comes late, once a second', () => {
    const frame = new Frame(empty).start();
    vi.advanceTimersByTime(2500);
    expect(frame.told).toEqual([]);
    frame.write(bodyOf(document_));
    vi.advanceTimersByTime(1000);
    expect(frame.verdicts).toEqual(['document']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('not longer than ten seconds', () => {
    const frame = new Frame(empty).start();
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
    frame.write(bodyOf(document_));
    vi.advanceTimersByTime(60_000);
    expect(frame.told).toEqual([]);
  });
});

describe('an address that changes without a load', () => {
  const move = (frame: Frame, to: string) => {
    frame.dom.window.history.pushState(null, '', to);
    frame.fire('navigatesuccess');
  };

  test('is looked at again, and told of when it is another document', () => {
    const frame = new Frame(document_).start();
    move(frame, '/zwgk/other.html');
    vi.advanceTimersByTime(3000);
    frame.write(bodyOf(savedPage('documents', 'zhejiang-jcms')));
    vi.advanceTimersByTime(20_000);
    expect(frame.verdicts.at(-1)).toBe('document');
    expect(frame.told.length).toBeGreaterThan(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is told of when it is a document no more', () => {
    const frame = new Frame(document_).start();
    move(frame, '/list.html');
    frame.dom.window.document.title = '';
    frame.write('<ul><li><a href="/1.html">通知</a></li></ul>');
    vi.advanceTimersByTime(20_000);
    expect(frame.verdicts).toEqual(['document', 'other']);
  });

  test('but a change of its fragment is none', () => {
    const frame = new Frame(document_).start();
    move(frame, '#article-7');
    vi.advanceTimersByTime(20_000);
    expect(frame.verdicts).toEqual(['document']);
  });
});

test('a page back from the back-forward cache speaks again', () => {
  const frame = new Frame(document_).start();
  frame.fire('pageshow', { persisted: false });
  expect(frame.verdicts).toEqual(['document']);
  frame.fire('pageshow', { persisted: true });
  expect(frame.verdicts).toEqual(['document', 'document']);
});

describe('asked for the facts of the top frame', () => {
  const ask = (frame: Frame) => {
    const answers: unknown[] = [];
    for (const listener of frame.listeners) {
      listener({ list: 'reader', name: 'frame/facts', body: {} }, {}, (answer) => answers.push(answer));
      listener({ list: 'reader', name: 'reader/state', body: {} }, {}, (answer) => answers.push(answer));
      listener(null, {}, (answer) => answers.push(answer));
    }
    return answers;
  };

  test('a page that spoke answers, and nothing else that is asked', () => {
    expect(ask(new Frame(document_).start())).toEqual([
      {
        ok: expect.objectContaining({
          title: '南渡市人民政府办公厅关于印发《南渡市公共数据授权运营管理办法》的通知',
        }),
      },
    ]);
  });

  test('so does a shell around a frame, which did not speak', () => {
    const frame = new Frame(savedPage('documents', 'bureau-shell')).start();
    expect(frame.told).toEqual([]);
    expect(ask(frame)).toEqual([
      { ok: expect.objectContaining({ heading: expect.stringContaining('小剧场') }) },
    ]);
  });
});

test('names that shadow the document’s own change nothing', () => {
  const frame = new Frame(savedPage('documents', 'clobbering-form')).start();
  expect(frame.verdicts).toEqual(['document']);
});
