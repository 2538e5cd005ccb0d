import { vi } from 'vitest';
import browser from 'webextension-polyfill';

/** What was asked, in order: the message's name and its body. */
export type Asked = { name: string; body: unknown }[];

export type Answers = Record<string, unknown>;

/** Answers that a test has ready, by the name of the message; a function is called with the body. */
function answer(answers: Answers, asked: Asked, message: unknown): unknown {
  const { name, body } = message as { name: string; body: unknown };
  asked.push({ name, body });
  const ready = answers[name];
  if (ready === undefined) return Promise.resolve({ problem: { key: 'problemNoAnswer', args: [] } });
  try {
    return Promise.resolve({ ok: typeof ready === 'function' ? ready(body) : ready });
  } catch (error) {
    return Promise.resolve({ problem: error });
  }
}

/** Stands in for the background and for a tab's reader. Answers may be changed while a test goes on. */
export function talk(answers: Answers): Asked {
  const asked: Asked = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(
    (message: unknown) => answer(answers, asked, message) as Promise<never>,
  );
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(
    (_tab: number, message: unknown) => answer(answers, asked, message) as Promise<never>,
  );
  return asked;
}

/** What the background says when it can't: a key of the locales. */
export function refuse(key: string, ...args: string[]): () => never {
  return () => {
    throw { key, args };
  };
}
