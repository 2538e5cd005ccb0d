import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import slim from '../../../lib/messages/slim-browser.ts';
import { eventually } from '../wait.ts';

type Native = (message: unknown, sender: unknown, reply: (answer: unknown) => void) => boolean;

let listeners: Native[];
let runtime: Record<string, unknown> | undefined;

beforeEach(() => {
  listeners = [];
  runtime = {
    id: 'ours',
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    sendMessage: async (message: unknown) => ({ got: message }),
    onMessage: {
      addListener: (one: Native) => listeners.push(one),
      removeListener: (one: Native) => {
        listeners = listeners.filter((other) => other !== one);
      },
    },
  };
  const i18n = { getMessage: (key: string, args: string[]) => [key, ...args].join(' ') };
  vi.stubGlobal('chrome', {
    i18n,
    get runtime() {
      return runtime;
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the browser as scripts in a page see it', () => {
  it('passes on what they ask', async () => {
    expect(slim.runtime.id).toBe('ours');
    expect(slim.runtime.getURL('note.html')).toBe('chrome-extension://ours/note.html');
    expect(await slim.runtime.sendMessage('a')).toEqual({ got: 'a' });
    expect(slim.i18n.getMessage('key', ['b'])).toBe('key b');
  });

  it('answers a message when its listener has the answer, and leaves others alone', async () => {
    const listener = (message: unknown) => (message === 'ours' ? Promise.resolve('answer') : undefined);
    slim.runtime.onMessage.addListener(listener);
    const replies: unknown[] = [];
    expect(listeners[0]?.('theirs', {}, (answer) => replies.push(answer))).toBe(false);
    expect(listeners[0]?.('ours', {}, (answer) => replies.push(answer))).toBe(true);
    await eventually(() => expect(replies).toEqual(['answer']));
    slim.runtime.onMessage.removeListener(listener);
    expect(listeners).toEqual([]);
  });

  it('knows when the extension is gone from under the page', () => {
    runtime = undefined;
    expect(slim.runtime.id).toBeUndefined();
  });

  it('has all that is asked of the browser there', () => {
    const top = new URL('../../../', import.meta.url);
    const folder = (path: string) => readdirSync(new URL(path, top)).map((name) => path + name);
    const files = [
      ...folder('entrypoints/reader/'),
      ...folder('entrypoints/page-ui/'),
      ...folder('components/page/'),
      'lib/i18n/t.ts',
    ];
    const used = files.flatMap((file) => [
      ...readFileSync(new URL(file, top), 'utf8').matchAll(/\bbrowser\.(\w+)\??\.(\w+)/g),
    ]);
    expect(used.length).toBeGreaterThan(4);
    for (const [, api = '', name = ''] of used)
      expect(Object.keys(slim[api as keyof typeof slim] ?? {})).toContain(name);
  });
});
