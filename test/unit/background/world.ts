import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import type { Answer } from '../../../lib/messages/send.ts';
import type { Sight } from '../../../lib/page/types.ts';

/** The bundled catalogue: one document, which was repealed by another. */
const CATALOGUE = pack(
  compileFacts(
    {
      asOf: '2025-06-01',
      documents: [
        { id: 'ferry', title: '渡口安全规定', docNumber: '南府规〔2020〕4号', issuers: ['南渡市人民政府'] },
        {
          id: 'ferry-new',
          title: '渡口管理办法',
          docNumber: '南府规〔2024〕9号',
          effective: '2024-05-01',
          relations: [{ type: 'repeals', id: 'ferry' }],
        },
      ],
      named: [],
    },
    '测试目录',
  ),
  [],
);

/** A frame of a tab, with a document in it. */
export interface Frame {
  url: string;
  document: string;
  /** Characters that it shows. */
  length: number;
  loaded: boolean;
  /** In a private window. */
  incognito: boolean;
  /** Answers what is sent to the frame; a frame without one has no script of ours. */
  answers?: (name: string, body: unknown) => unknown;
  /** Globals of our scripts' world in it. */
  world: Map<string, unknown>;
  /** How often the reader was injected. */
  injected: number;
  /** All files that were injected. */
  files: string[];
}

type Place = { tab: number; frame: number };

/** A browser with tabs and frames, as far as the background sees one. */
export class World {
  readonly frames = new Map<string, Frame>();
  /** What was sent to frames: `tab:frame name`. */
  readonly told: string[] = [];
  #loading: (() => void)[] = [];

  constructor() {
    fakeBrowser.reset();
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(CATALOGUE)));
    const frames = fakeBrowser as unknown as Record<string, Record<string, unknown>>;
    frames.scripting = { executeScript: (injection: Injection) => this.#execute(injection) };
    frames.commands = { getAll: async () => [{ name: 'open-panel', shortcut: 'Alt+Shift+Z' }] };
    frames.permissions = { contains: async () => true };
    frames.i18n = { getMessage: (key: string, args: string[] = []) => [key, ...args].join(' ') };
    frames.extension = { inIncognitoContext: false };
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
    Object.assign(fakeBrowser.tabs, {
      get: async (tab: number) => this.#tab(tab),
      sendMessage: (
        tab: number,
        message: { name: string; body: unknown },
        { frameId }: { frameId: number },
      ) => this.#send({ tab, frame: frameId }, message),
    });
  }

  /** Puts a document into a frame, as a navigation does. */
  load(place: Place, given: Partial<Frame> = {}): Frame {
    const frame: Frame = {
      url: 'https://www.yl.gov.cn/zc/3.html',
      document: `document-${this.#next++}`,
      length: 5000,
      loaded: true,
      world: new Map(),
      injected: 0,
      files: [],
      incognito: false,
      ...given,
    };
    if (place.frame === 0) {
      for (const key of this.frames.keys()) if (key.startsWith(`${place.tab}:`)) this.frames.delete(key);
    }
    this.frames.set(keyOf(place), frame);
    return frame;
  }

  /** The `load` event of all pages that wait for it. */
  finish(): void {
    for (const frame of this.frames.values()) frame.loaded = true;
    for (const resolve of this.#loading.splice(0)) resolve();
  }

  /** What the browser says of the sender of a message from a frame. */
  sender(place: Place, incognito = false) {
    const frame = this.#frame(place);
    const top = this.frames.get(keyOf({ ...place, frame: 0 }));
    return {
      id: fakeBrowser.runtime.id,
      url: frame.url,
      origin: new URL(frame.url).origin,
      frameId: place.frame,
      documentId: frame.document,
      documentLifecycle: 'active',
      tab: { id: place.tab, url: top?.url ?? frame.url, incognito },
    };
  }

  /** Sends a message from a frame's gate or reader. @returns its answer */
  async fromPage(place: Place, name: string, body: unknown, incognito = false): Promise<Answer<never>> {
    return this.#ask({ list: 'page', name, body }, this.sender(place, incognito));
  }

  /** Sends a message from one of our own pages. @returns its answer */
  async fromOurs(page: string, name: string, body: unknown, tab?: Place): Promise<Answer<never>> {
    const url = fakeBrowser.runtime.getURL(`/${page}` as never);
    const place = tab ? { frameId: tab.frame, tab: { id: tab.tab, url: 'https://www.yl.gov.cn/' } } : {};
    return this.#ask({ list: 'ours', name, body }, { id: fakeBrowser.runtime.id, url, ...place });
  }

  /** The worker is stopped and started again: all that was in its memory is gone. */
  restart(): void {
    vi.resetModules();
  }

  #next = 1;

  async #ask(message: unknown, sender: unknown): Promise<Answer<never>> {
    const { answer } = await import('../../../lib/messages/serve.ts');
    const { desks } = await import('../../../entrypoints/background/desks.ts');
    const reply = await answer(desks, message, sender);
    if (!reply) throw new Error('nobody answers this');
    // A message is copied on its way.
    return structuredClone(reply) as Answer<never>;
  }

  #frame(place: Place): Frame {
    const frame = this.frames.get(keyOf(place));
    if (!frame) throw new Error(`No frame ${keyOf(place)}`);
    return frame;
  }

  #tab(tab: number) {
    const { url, loaded, incognito } = this.#frame({ tab, frame: 0 });
    return { id: tab, url, incognito, status: loaded ? 'complete' : 'loading' };
  }

  async #send(place: Place, { name, body }: { name: string; body: unknown }): Promise<unknown> {
    this.told.push(`${keyOf(place)} ${name}`);
    const { answers } = this.#frame(place);
    if (!answers) throw new Error('Could not establish connection');
    return { ok: answers(name, body) };
  }

  async #execute({ target, func, files, args = [] }: Injection): Promise<unknown[]> {
    const { tabId: tab, frameIds, allFrames } = target;
    const all = [...this.frames.keys()].filter((key) => key.startsWith(`${tab}:`));
    const ids = allFrames ? all.map((key) => Number(key.split(':')[1])) : (frameIds ?? [0]);
    return Promise.all(
      ids.map(async (frameId) => {
        const frame = this.#frame({ tab, frame: frameId });
        frame.files.push(...(files ?? []));
        if (files?.includes('/reader.js')) frame.injected++;
        const result = func ? await this.#run(frame, func, args) : undefined;
        return { frameId, documentId: frame.document, result };
      }),
    );
  }

  /** Runs a function with the globals of a frame, and keeps what it left there. */
  #run(frame: Frame, func: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    const own: Record<string, unknown> = {
      location: { href: frame.url },
      document: {
        readyState: frame.loaded ? 'complete' : 'interactive',
        body: { innerText: '字'.repeat(frame.length) },
      },
      addEventListener: (_type: string, listener: () => void) => this.#loading.push(listener),
    };
    const before = { ...(globalThis as unknown as Record<string, unknown>) };
    const marks = args.map((arg) => Symbol.for(String(arg)));
    Object.assign(globalThis, own);
    for (const mark of marks) Reflect.set(globalThis, mark, frame.world.get(String(mark)));
    try {
      return func(...args);
    } finally {
      for (const mark of marks) {
        frame.world.set(String(mark), Reflect.get(globalThis, mark));
        Reflect.deleteProperty(globalThis, mark);
      }
      for (const key of Object.keys(own)) {
        if (key in before) Reflect.set(globalThis, key, before[key]);
        else Reflect.deleteProperty(globalThis, key);
      }
    }
  }
}

interface Injection {
  target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
  func?: (...args: unknown[]) => unknown;
  files?: string[];
  args?: unknown[];
}

function keyOf({ tab, frame }: Place): string {
  return `${tab}:${frame}`;
}

/** What a gate tells of a document. */
export function sight(given: Partial<Sight> = {}): Sight {
  return { verdict: 'document', kind: '办法', confidence: 0.9, reasons: [], textLength: 5000, ...given };
}

/** What a reader tells of a page with one document. */
export function report(given: Record<string, unknown> = {}) {
  const metadata = {
    title: '企业减负办法',
    noticeTitle: null,
    docNumber: '云府发〔2025〕3号',
    issuers: ['云岭省人民政府'],
    kind: '办法',
    issued: '2025-06-01',
    published: null,
    effective: '2025-07-01',
    expires: null,
  };
  return {
    url: 'https://www.yl.gov.cn/zc/3.html',
    documents: [{ start: 0, end: 5000, metadata }],
    main: 0,
    fingerprints: { hashes: [], starts: [], ends: [], nears: [], grams: [], gramsAt: [] },
    citations: [],
    deadlines: 4,
    terms: 2,
    ...given,
  };
}

/** The key under which the notes of that document are kept. */
export const KEY = 'number:云府发〔2025〕3号/企业减负办法';

export const ANCHOR = {
  quote: '5个工作日内',
  prefix: '之日起',
  suffix: '，向',
  start: 40,
  end: 46,
  article: '第二条',
  sentence: null,
};
