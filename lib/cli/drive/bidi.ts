import type { Browser } from 'puppeteer-core';

/** The little of WebDriver BiDi that puppeteer does not offer: closed shadow roots, and frames of extensions. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: never }>;
}

interface Called {
  type: string;
  exceptionDetails?: { text: string };
  result: { value?: { shadowRoot?: { sharedId: string } } | string };
}

interface Context {
  context: string;
  url: string;
  children: Context[] | null;
}

const connectionOf = (browser: Browser) => (browser as unknown as { connection: Connection }).connection;

async function call(
  browser: Browser,
  context: string,
  code: string,
  values: object[],
): Promise<Called['result']['value']> {
  const answer = await connectionOf(browser).send('script.callFunction', {
    functionDeclaration: code,
    arguments: values,
    target: { context },
    awaitPromise: true,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const called = answer.result as Called;
  if (called.type === 'exception') throw new Error(called.exceptionDetails?.text);
  return called.result.value;
}

const json = (value: unknown) => ({ type: 'string', value: JSON.stringify(value ?? null) });

/** Runs a function in a frame or tab by the number that BiDi knows it by. */
export async function runIn<T, A>(
  browser: Browser,
  context: string,
  action: (argument: A) => T,
  argument: A,
): Promise<T> {
  const code = `async (argument) => JSON.stringify((await (${action})(JSON.parse(argument))) ?? null)`;
  return JSON.parse((await call(browser, context, code, [json(argument)])) as string) as T;
}

/** Runs a function with the closed shadow root of our UI: page scripts can't see it, BiDi can hand it over. */
export async function runInClosedRoot<T, A>(
  browser: Browser,
  context: string,
  action: (root: ShadowRoot | null, argument: A) => T,
  argument: A,
): Promise<T> {
  const host = await call(
    browser,
    context,
    '() => [...document.documentElement.children].findLast((e) => e !== document.head && e !== document.body) ?? null',
    [],
  );
  const shared = typeof host === 'object' ? host.shadowRoot?.sharedId : undefined;
  const code = `(root, argument) => JSON.stringify((${action})(root, JSON.parse(argument)) ?? null)`;
  const root = shared ? { sharedId: shared } : { type: 'null' };
  return JSON.parse((await call(browser, context, code, [root, json(argument)])) as string) as T;
}

/** The number of a frame below a tab whose address contains `part`; null where there is none. */
export async function frameContext(browser: Browser, tab: string, part: string): Promise<string | null> {
  const { result } = await connectionOf(browser).send('browsingContext.getTree', { root: tab });
  const find = (contexts: Context[]): string | null => {
    for (const { context, url, children } of contexts) {
      const found = url.includes(part) ? context : find(children ?? []);
      if (found) return found;
    }
    return null;
  };
  return find((result as { contexts: Context[] }).contexts);
}
